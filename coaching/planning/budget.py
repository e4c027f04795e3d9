"""What fits the hours and the money now, and what waits: the first suggestion of every stage comes first."""

from journey.faults import WEEKS
from journey.plan import Email, StagePlan, Suggestion
from journey.profile import Limits

#: Weeks over which a one-off cost is spread.
_MONTHS = WEEKS / 4


def within(stages: tuple[StagePlan, ...], limits: Limits) -> tuple[StagePlan, ...]:
    """The stages with everything marked `later` that doesn't fit the limits."""
    now = _affordable(stages, limits)
    return tuple(_marked(stage, now) for stage in stages)


def _affordable(stages: tuple[StagePlan, ...], limits: Limits) -> set[str]:
    hours, euros = limits.hours_per_week or 0.0, limits.euros_per_month or 0.0
    now: set[str] = set()
    for item in _by_urgency(stages):
        work, cost = _hours(item), _euros(item)
        if work <= hours and cost <= euros:
            hours, euros = hours - work, euros - cost
            now.add(item.play)
    return now


def _by_urgency(stages: tuple[StagePlan, ...]) -> list[Suggestion | Email]:
    rounds = max((len(stage.suggestions) for stage in stages), default=0)
    first = [stage.suggestions[n] for n in range(rounds) for stage in stages if n < len(stage.suggestions)]
    mails = [stage.email for stage in stages if stage.email]
    return [*first[: len(stages)], *mails, *first[len(stages) :]]


def _hours(item: Suggestion | Email) -> float:
    weekly = item.hours_weekly if isinstance(item, Suggestion) else 0.0
    return item.hours_once / WEEKS + weekly


def _euros(item: Suggestion | Email) -> float:
    return item.euros_once / _MONTHS + item.euros_monthly if isinstance(item, Suggestion) else 0.0


def _marked(stage: StagePlan, now: set[str]) -> StagePlan:
    suggestions = tuple(s.model_copy(update={"later": s.play not in now}) for s in stage.suggestions)
    email = stage.email and stage.email.model_copy(update={"later": stage.email.play not in now})
    return stage.model_copy(update={"suggestions": suggestions, "email": email})
