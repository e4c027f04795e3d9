"""When in the year: what can be done in the weeks of a plan, and which of them are busy or quiet in a trade."""

from collections.abc import Sequence
from datetime import date, timedelta

from journey.faults import WEEKS
from journey.plan import Suggestion
from journey.plays import Play


def first_monday(today: date) -> date:
    """The Monday on which a plan made today begins: this one, or the next."""
    return today + timedelta(days=-today.weekday() % 7)


def mondays(first: date) -> list[date]:
    """The Mondays of the weeks of a plan."""
    return [first + timedelta(weeks=week) for week in range(WEEKS)]


def fits_in_week(item: Play | Suggestion, monday: date) -> bool:
    """Whether this can be worked at in the week of `monday`: its time of the year comes within its lead."""
    days = (monday + timedelta(days=item.lead_days), monday + timedelta(days=item.lead_days + 6))
    return not item.months or any(day.month in item.months for day in days)


def fits_in_plan(item: Play | Suggestion, first: date) -> bool:
    """Whether there is a week for it among those of a plan that begins on `first`."""
    return any(fits_in_week(item, monday) for monday in mondays(first))


def in_months(monday: date, months: Sequence[int]) -> bool:
    """Whether most of the week of `monday` lies in one of `months`."""
    return (monday + timedelta(days=3)).month in months
