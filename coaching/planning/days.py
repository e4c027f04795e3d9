"""Days of the week, as owners name them and as a plan names them."""

from collections.abc import Iterable

from journey.profile import Limits, Profile
from prompts.words import Words

ALL_DAYS = range(1, 8)
#: Days on which a plan gives tasks of itself; Sunday is the owner's.
WORKDAYS = range(1, 7)


def numbers(named: Iterable[str], words: Words) -> set[int]:
    """The days of the week that `named` names, in either language."""
    known = {day: {words.say(f"day.{day}").lower(), words.say(f"day_also.{day}").lower()} for day in ALL_DAYS}
    said = {name.lower().strip() for name in named}
    return {day for day, names in known.items() if names & said}


def listed(named: Iterable[str], words: Words) -> str:
    """Days as the plan names them, in the order of the week; what isn't a day of the week as it was told."""
    told = tuple(named)
    found = numbers(told, words)
    others = [name for name in told if not numbers((name,), words)]
    return words.listed([*(words.say(f"day.{day}") for day in sorted(found)), *others])


def open_days(limits: Limits, words: Words) -> list[int]:
    """Days on which the owner can do something for the plan: neither closed nor full, quiet ones first; any workday
    where none is left."""
    quiet = numbers(limits.quiet_days, words)
    shut = numbers((*limits.closed_days, *limits.busy_days), words)
    free = [day for day in WORKDAYS if day not in shut] or list(WORKDAYS)
    return sorted(free, key=lambda day: day not in quiet)


def quiet_time(profile: Profile, words: Words) -> str:
    """The first quiet day of the week told, as the plan names it; tasks are laid by days, not by months."""
    told = [day for day in profile.limits.quiet_days if numbers((day,), words)][:1]
    return listed(told, words) if told else ""
