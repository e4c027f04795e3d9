"""What the owner says is open after all, where it was taken down as closed: "the pods are open all year"."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.text.normalise import Span
from coaching.understanding.wordlists import load
from journey.profile import Limits, ProfileField

_DAYS = load("days")
_ALL_YEAR = re.compile(_DAYS["open_all_year"])
_WEEK = frozenset(day for week in _DAYS["days"].values() for day in week)
#: "tents (nov to march)": a part of the business, which may well stay closed.
_PART = "("


def find_reopened(reading: Reading) -> list[Finding]:
    """The months told as closed that are not, where the business is open all year."""
    told = _ALL_YEAR.search(reading.text.low)
    closed = reading.context.profile.limits.closed_days
    months = tuple(day for day in closed if day not in _WEEK and _PART not in day)
    if told is None or not months:
        return []
    clause = reading.text.clause_at(told.start())
    span = Span(told.start(), told.end())
    return [Finding(ProfileField.CONSTRAINTS, Limits(opened=months), span, uses=(clause,))]
