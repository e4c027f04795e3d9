"""On which days of the week an owner can do something for the plan."""

from coaching.weekdays import listed, numbers
from journey.profile import Limits, Profile
from prompts.words import Words

#: Days on which a plan gives tasks of itself; Sunday is the owner's.
WORKDAYS = range(1, 7)


def open_days(limits: Limits, words: Words) -> list[int]:
    """Days on which the owner can do something for the plan: those told for it; else the ones that are neither closed
    nor full, quiet ones first; any workday where none is left."""
    if told := numbers(limits.work_days, words):
        return sorted(told)
    quiet = numbers(limits.quiet_days, words)
    shut = numbers((*limits.closed_days, *limits.busy_days), words)
    free = [day for day in WORKDAYS if day not in shut] or list(WORKDAYS)
    return sorted(free, key=lambda day: day not in quiet)


def quiet_time(profile: Profile, words: Words) -> str:
    """The first quiet day of the week told, as the plan names it; tasks are laid by days, not by months."""
    told = [day for day in profile.limits.quiet_days if numbers((day,), words)][:1]
    return listed(told, words) if told else ""
