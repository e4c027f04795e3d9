"""What the goal of an owner aims at: a time to fill ("op dinsdagmiddag"), a part of what is sold."""

import re
from functools import cache
from typing import Any

from coaching.frozen import Frozen
from coaching.planning.offers import is_plural
from coaching.planning.posting import postable
from coaching.planning.year import months
from coaching.understanding.phrases.word_order import is_verb
from coaching.understanding.wordlists import load
from journey.keys import Language
from journey.plan import Suggestion
from journey.plays import Play
from journey.profile import Fact, GoalFact, Limits, Profile, ProfileField
from journey.trades import Sector

_NAMES = load("days")
_AIMS = load("aims")
#: Letters that two words must share at their beginning to be about the same thing.
_STEM = 5
#: What a play gains that speaks of the time to fill, and one that speaks of the part to sell more of.
_NAMES_TIME, _NAMES_PART = 1.6, 1.6
_TIME_SLOTS = ("quiet_time", "slow_time")


class Aim(Frozen):
    """`when` with its preposition, `day` the first day in it by itself, `part` as it can stand after "voor"; `names`
    are the days and months in `when`. All empty where the goal names none."""

    when: str = ""
    day: str = ""
    part: str = ""
    names: tuple[str, ...] = ()


#: What a goal without a time or a part aims at.
NO_AIM = Aim()


def aim_of(profile: Profile) -> Aim:
    """What the goal told aims at."""
    fact = profile.facts.get(ProfileField.GOAL)
    if not fact or not isinstance(fact.value, GoalFact):
        return Aim()
    language = profile.language
    told = _wanted(fact.value, language)
    when, day, names = _time(told, language)
    part = _part(told, profile, language) or _counted(fact.value, language)
    return Aim(when=when, day=day, part=part, names=names)


def filling(profile: Profile) -> Profile:
    """`profile` with the days and months that its goal wants to fill among the quiet ones."""
    limits = profile.limits
    others = {name.lower() for name in (*limits.quiet_days, *limits.closed_days, *limits.busy_days)}
    aimed = tuple(name for name in aim_of(profile).names if name not in others)
    if not aimed or (months(aimed) and months(limits.quiet_days)):
        return profile
    told = limits.model_copy(update={"quiet_days": (*aimed, *limits.quiet_days)})
    return _with_limits(profile, told)


def in_their_time(sector: Sector, aim: Aim, language: Language) -> Sector:
    """The pack with the time to fill in the owner's own words where it speaks of the quiet time."""
    if not aim.when:
        return sector
    pack = sector.words(language)
    setting = pack.setting.model_copy(update={"slow_time": (aim.when,)})
    return sector.model_copy(update={language: pack.model_copy(update={"setting": setting})})


def gain(play: Play, aim: Aim, language: Language) -> float:
    """What `play` gains because it brings the goal nearer: its words name the time to fill or the part to sell."""
    words = play.words(language)
    doing = " ".join((words.name, *words.steps, words.text))
    points = _NAMES_TIME if aim.when and any(slot in doing for slot in _TIME_SLOTS) else 0.0
    stems = [word[:_STEM].lower() for word in re.findall(rf"[\w-]{{{_STEM},}}", aim.part)]
    said = f"{words.name} {words.why} {doing}".lower()
    return points + (_NAMES_PART if any(stem in said for stem in stems) else 0.0)


def serves(suggestion: Suggestion, aim: Aim) -> bool:
    """Whether the words of `suggestion` name the time or the part that the goal aims at."""
    low = "\n".join((suggestion.name, *suggestion.steps, suggestion.text)).lower()
    return any(said and said.lower() in low for said in (aim.when, aim.day, aim.part))


def _with_limits(profile: Profile, limits: Limits) -> Profile:
    fact = profile.facts.get(ProfileField.CONSTRAINTS) or Fact(value=limits)
    fact = fact.model_copy(update={"value": limits})
    return profile.model_copy(update={"facts": {**profile.facts, ProfileField.CONSTRAINTS: fact}})


def _wanted(goal: GoalFact, language: Language) -> str:
    """The words of a goal without its deadline and what there should be less of."""
    told = goal.text.replace(goal.deadline, " ") if goal.deadline else goal.text
    return str(_rules(language)["less"].sub(" ", told))


def _time(told: str, language: Language) -> tuple[str, str, tuple[str, ...]]:
    """When, the first day in it, and the names in it."""
    rules = _rules(language)
    if found := rules["days"].search(told):
        said = _written(found[0], language)
        named = tuple(match[0].lower() for match in rules["name"].finditer(said))
        day = rules["plurals"].sub("", rules["day"].search(said)[0])
        return f"{_AIMS[language]['with']} {said}", day, named
    if found := rules["season"].search(told):
        said = found["season"].lower()
        named = tuple(word for word in re.findall(r"\w+", said) if months((word,)))
        return f"in {_written(said, language)}", "", named
    times = _AIMS[language]["times"].items()
    return next((phrase for phrase, spoken in times if re.search(spoken, told, re.IGNORECASE)), ""), "", ()


def _written(said: str, language: Language) -> str:
    """Days and months as they are written: with a capital in English."""
    low = said.lower()
    named: re.Pattern[str] = _rules(language)["names"]
    return low if language == "nl" else named.sub(lambda match: match[0].capitalize(), low)


def _part(told: str, profile: Profile, language: Language) -> str:
    rules = _rules(language)
    offer = profile.text(ProfileField.OFFER).lower()
    for pattern in rules["parts"]:
        for match in pattern.finditer(told):
            part = str(match["part"]).lower()
            of_offer = len(part) >= _STEM and re.search(rf"\b{re.escape(part)}\b", offer) is not None
            noun = is_plural(part, language) and part.split()[0][:1].isalpha() and not is_verb(part)
            said = postable(part, language)
            if (
                said
                and (of_offer or noun)
                and not any(rules["never"].search(word) for word in (part, part.split()[-1]))
            ):
                return part
    return ""


def _counted(goal: GoalFact, language: Language) -> str:
    """What a goal with a number counts, where that is something to sell and not a word for any sale."""
    unit = goal.unit.strip().lower()
    counts = goal.target is not None and " " not in unit and is_plural(unit, language) and postable(unit, language)
    return unit if counts and not is_verb(unit) and not _rules(language)["never"].search(unit) else ""


@cache
def _rules(language: Language) -> dict[str, Any]:
    days = "|".join(_NAMES["days"][language])
    named = "|".join(_NAMES["months"][language])

    def written(pattern: str) -> str:
        return pattern.replace("DAYS", days).replace("MONTHS", named)

    said = _AIMS[language]
    day = written(said["day"])
    patterns = {
        "day": rf"\b{day}\b",
        "days": rf"\b{day}(?:{said['joins']}{day})*\b",
        "name": rf"\b(?:{days})",
        "names": rf"\b(?:{days}|{named})",
        "less": said["less"],
        "plurals": said["plurals"],
        "season": written(said["season"]),
        "never": rf"^(?:{written(said['never'])}|(?:{day}))$|^(?:{written(said['never'])}) van\b",
    }
    parts = [re.compile(pattern, re.IGNORECASE) for pattern in said["parts"]]
    return {**{name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}, "parts": parts}
