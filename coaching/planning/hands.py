"""Whether an owner works alone or without a list of addresses, and which plays take a team or a list for granted."""

import re
from functools import lru_cache

from coaching.understanding.wordlists import load
from journey.changes import Wishes
from journey.keys import Asset, Form, Language
from journey.plays import Play
from journey.profile import FREE_TEXT, Profile, ProfileField

#: Where owners speak of how they work, and where they may say so in passing.
_OF_WORK = (ProfileField.USP, ProfileField.AFTERCARE, ProfileField.OFFER, ProfileField.TRADE_ANSWER)
_ANYWHERE = (*FREE_TEXT, ProfileField.GOAL, ProfileField.NOTES)
_SCENES = load("scenes")
_ALONE = re.compile(_SCENES["alone"], re.IGNORECASE)
_TOGETHER = re.compile(_SCENES["together"], re.IGNORECASE)
_ONE = re.compile(r"\b(?:ik|mijn|mij|I|my|I'm|I'll|I've)\b")
_OF_A_TEAM: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(
        r"\bteam\b|\b(?:een|één) (?:nieuwe )?collega\b|\biedereen (?:die )?(?:bij|van) "
        r"(?:\{\{ (?:business|our)|\{je\|uw\})|"
        r"\bwie met \{je\|u\} werkt|(?<!niet door )\biemand van (?:ons\b|\{\{ (?:business|our))|\bwie er nieuw\b|"
        r"\bkomt \[naam\] van|\bwie er \{\{ at_work \}\} staat|\bploeg\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\bteam\b|\ba (?:new )?colleague\b|\bevery(?:one|body) (?:who \w+ )?(?:at|in|from) "
        r"(?:\{\{ (?:business|our)|your)|"
        r"\bpeople you work with\b|\bsome(?:one|body) (?:at|from|of) (?:ours\b|us\b|\{\{ (?:business|our))|\bstaff\b",
        re.IGNORECASE,
    ),
}


def works_alone(profile: Profile) -> bool:
    """Whether the owner said so anywhere, or says "ik" of the work and never "wij"."""
    said = ". ".join(profile.text(field) for field in _OF_WORK if profile.told(field))
    if _TOGETHER.search(_ALONE.sub("", said)):
        return False
    anywhere = ". ".join(profile.text(field) for field in _ANYWHERE if profile.told(field))
    return bool(_ALONE.search(anywhere) or _ONE.search(said))


def has_no_list(profile: Profile, wishes: Wishes) -> bool:
    """Whether the owner said, in the talk or of the plan, to have no list of addresses."""
    return Asset.EMAIL_LIST in wishes.lacking or bool(profile.email_list and not profile.email_list.has)


@lru_cache(maxsize=2048)
def takes_a_team(play: Play, language: Language) -> bool:
    """Whether the words of `play` speak of colleagues: "laat iedereen die bij je zaak opneemt …"."""
    text = play.words(language)
    return bool(_OF_A_TEAM[language].search(" ".join((*text.steps, text.text, text.subject, text.never))))


def goes_to_a_list(play: Play) -> bool:
    """Whether `play` is a mail to many at once."""
    return play.form is Form.EMAIL and "newsletter" in play.channels
