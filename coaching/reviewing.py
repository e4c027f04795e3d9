"""A suggestion as it stands in the plan, for an owner who asks about it: why, the steps, the text, time and money."""

from collections.abc import Collection

from exports.markdown import effort
from journey.plan import Email, Plan
from prompts.words import Words


def suggestions_shown(plan: Plan, plays: Collection[str], words: Words) -> str:
    """Each of `plays` whole, in the order of the plan."""
    return "\n\n".join(_shown(place, plan, play, words) for place, play in plan.places.items() if play in plays)


def _shown(place: str, plan: Plan, play: str, words: Words) -> str:
    item = plan.items[play]
    head = f"{place}. {item.name}"
    if isinstance(item, Email):
        return f"{head}\n{item.subject}\n\n{item.body}"
    steps = "\n".join(f"{number}. {step}" for number, step in enumerate(item.steps, 1))
    return f"{head}\n{item.why}\n\n{steps}\n\n{item.text}\n\n({effort(item, words, plan.currency)})"
