"""What fits the hours and the money now, and what waits: the first suggestion of every stage comes first."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from coaching.planning.season import fits_in_plan
from coaching.planning.turns import in_turns
from journey.faults import RUNNING, WEEKS
from journey.plan import Email, StagePlan, Suggestion
from journey.plays import Play
from journey.profile import Limits

#: Weeks over which a one-off cost is spread.
_MONTHS = WEEKS / 4


def within(stages: tuple[StagePlan, ...], limits: Limits, first: date) -> tuple[StagePlan, ...]:
    """The stages with everything marked `later` that doesn't fit the limits, or whose time of the year doesn't come in
    the weeks from `first`."""
    room = _left((), limits)
    now = _fitting(_in_season(_by_urgency(stages), first), room)
    if any(not now & {s.play for s in stage.suggestions} for stage in stages):
        now = _fitting(_in_season(_every_stage_first(stages), first), room)
    return tuple(_marked(stage, now) for stage in stages)


def fitted(stages: tuple[StagePlan, ...], limits: Limits, newcomers: Collection[str]) -> tuple[StagePlan, ...]:
    """The stages with the plays in `newcomers` marked `later` unless they fit beside what is done now; the rest stays
    as it was."""
    items = _by_urgency(stages)
    new = [item for item in items if item.play in newcomers]
    stay = [item for item in items if not item.later and item not in new]
    now = {item.play for item in stay} | _fitting(new, _left(stay, limits))
    return tuple(_marked(stage, now) for stage in stages)


def brought_on(stages: tuple[StagePlan, ...], play: str) -> tuple[StagePlan, ...]:
    """The stages with `play` no longer marked `later` and the rest as it was."""
    now = {item.play for item in _by_urgency(stages) if not item.later}
    return tuple(_marked(stage, now | {play}) for stage in stages)


def that_wait(stages: tuple[StagePlan, ...], limits: Limits, first: date) -> list[str]:
    """The plays marked `later` that would fit the limits beside what is done now, and whose time of the year comes in
    the weeks from `first`; the most urgent first."""
    hours, euros = room_beside(stages, limits)
    waiting = _in_season((item for item in _by_urgency(stages) if item.later), first)
    return [item.play for item in waiting if hours_of(item) <= hours and euros_of(item) <= euros]


def put_off(stages: tuple[StagePlan, ...], play: str) -> tuple[StagePlan, ...]:
    """The stages with `play` marked `later` and the rest as it was."""
    now = {item.play for item in _by_urgency(stages) if not item.later}
    return tuple(_marked(stage, now - {play}) for stage in stages)


def room_beside(stages: tuple[StagePlan, ...], limits: Limits) -> tuple[float, float]:
    """The hours a week and euros a month that are left beside what is done now."""
    return _left((item for item in _by_urgency(stages) if not item.later), limits)


def _left(items: Iterable[Suggestion | Email], limits: Limits) -> tuple[float, float]:
    hours, euros = limits.hours_per_week or 0.0, limits.euros_per_month or 0.0
    for item in items:
        hours, euros = hours - hours_of(item), euros - euros_of(item)
    return hours, euros


def _fitting(items: Iterable[Suggestion | Email], room: tuple[float, float]) -> set[str]:
    """The plays that fit in the hours and euros, those that come first going first."""
    hours, euros = room
    now: set[str] = set()
    for item in items:
        work, cost = hours_of(item), euros_of(item)
        if work <= hours and cost <= euros:
            hours, euros = hours - work, euros - cost
            now.add(item.play)
    return now


def _in_season(items: Iterable[Suggestion | Email], first: date) -> Iterator[Suggestion | Email]:
    return (item for item in items if isinstance(item, Email) or fits_in_plan(item, first))


def _every_stage_first(stages: tuple[StagePlan, ...]) -> list[Suggestion | Email]:
    """What is smallest in each stage, so that as many stages as can be have something; then the rest as ever."""
    smallest = sorted((min(stage.suggestions, key=hours_of) for stage in stages if stage.suggestions), key=hours_of)
    return [*smallest, *(item for item in _by_urgency(stages) if item not in smallest)]


def _by_urgency(stages: tuple[StagePlan, ...]) -> list[Suggestion | Email]:
    first = [suggestion for _, suggestion in in_turns(stages)]
    mails = [stage.email for stage in stages if stage.email]
    return [*first[: len(stages)], *mails, *first[len(stages) :]]


def hours_of(item: Suggestion | Email | Play) -> float:
    """Hours a week on average, what is done once spread over the weeks of the plan."""
    weekly = 0.0 if isinstance(item, Email) else item.hours_weekly
    return item.hours_once / WEEKS + RUNNING * weekly


def euros_of(item: Suggestion | Email | Play) -> float:
    """Euros a month, what is paid once spread over the weeks of the plan."""
    return 0.0 if isinstance(item, Email) else item.euros_once / _MONTHS + item.euros_monthly


def _marked(stage: StagePlan, now: set[str]) -> StagePlan:
    suggestions = tuple(s.model_copy(update={"later": s.play not in now}) for s in stage.suggestions)
    email = stage.email and stage.email.model_copy(update={"later": stage.email.play not in now})
    return stage.model_copy(update={"suggestions": suggestions, "email": email})
