"""When something was, as short as it can be said."""

from collections.abc import Callable
from datetime import datetime

Say = Callable[..., str]


def moment(at: datetime, now: datetime, say: Say) -> str:
    """The time of what was today, day and time of what was this year, the date of what was earlier; on the clock of
    this machine."""
    here, today = at.astimezone(), now.astimezone()
    if here.date() == today.date():
        return f"{here:%H:%M}"
    return _dated(here, say, "this_year" if here.year == today.year else "earlier")


def day(at: datetime, say: Say) -> str:
    """The date."""
    return _dated(at.astimezone(), say, "earlier")


def _dated(here: datetime, say: Say, key: str) -> str:
    month = say(f"date.month.{here.month}")
    return say(f"date.{key}", day=here.day, month=month, year=here.year, time=f"{here:%H:%M}")
