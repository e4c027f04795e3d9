"""Whether an owner works alone, and which plays take a team or a list of addresses for granted."""

import re
from functools import lru_cache

from journey.keys import Form, Language
from journey.plays import Play
from journey.profile import Profile, ProfileField

#: Where owners speak of how they work.
_OF_WORK = (ProfileField.USP, ProfileField.AFTERCARE, ProfileField.OFFER, ProfileField.TRADE_ANSWER)
_ALONE = re.compile(
    r"\b(?:(?:werk|doe|sta|ben)\b.{0,20}\b(?:alleen|op mijn eentje|in mijn eentje)|zzp\S*|eenmanszaak|"
    r"(?:on my own|by myself|just me|one-(?:man|woman|person)|work alone|sole trader))\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:wij|we|ons|onze|us|our|team|ploeg|personeel|collega\S*|medewerker\S*|mijn (?:broer|zus|man|vrouw|vader|"
    r"moeder|zoon|dochter)|staff|colleague\S*|my (?:brother|sister|husband|wife|father|mother|son|daughter))\b",
    re.IGNORECASE,
)
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
    """Whether the owner said so, or says "ik" of the work and never "wij"."""
    said = ". ".join(profile.text(field) for field in _OF_WORK if profile.told(field))
    return not _TOGETHER.search(said) and bool(_ALONE.search(said) or _ONE.search(said))


@lru_cache(maxsize=2048)
def takes_a_team(play: Play, language: Language) -> bool:
    """Whether the words of `play` speak of colleagues: "laat iedereen die bij je zaak opneemt …"."""
    text = play.words(language)
    return bool(_OF_A_TEAM[language].search(" ".join((*text.steps, text.text, text.subject, text.never))))


def goes_to_a_list(play: Play) -> bool:
    """Whether `play` is a mail to many at once."""
    return play.form is Form.EMAIL and "newsletter" in play.channels
