"""What an owner says to a human coach who asked something, and what of it is kept."""

from coaching.remarks import remarked
from journey.hearing import Heard, Intent
from journey.profile import Fact, Limits, Profile, Proposal, accept
from journey.state import State

#: What is said to a person; all else is a wish for the bot.
_TO_A_PERSON = frozenset(
    {
        *(Intent.INFORM, Intent.CORRECT, Intent.YES, Intent.NO, Intent.DONT_KNOW, Intent.SKIP, Intent.UNCLEAR),
        *(Intent.MEANING, Intent.WHY, Intent.THANKS, Intent.GREETING, Intent.SYMBOLS),
    }
)


def for_coach(heard: Heard, text: str, known: Profile, state: State, *, planned: bool) -> Heard | None:
    """`heard` as an answer to a human coach, None where it is a wish for the bot. Nobody knows here what was asked:
    only what was not `known` yet is kept, and no fact where there is a plan (`planned`) that it would change."""
    if heard.intent not in _TO_A_PERSON:
        return None
    facts = () if planned else tuple(fact for fact in heard.facts if _adds(fact, known))
    said = heard.model_copy(update={"intent": Intent.UNCLEAR, "facts": facts})
    return remarked(said, text, state).model_copy(update={"intent": Intent.FOR_COACH})


def _adds(proposal: Proposal, known: Profile) -> bool:
    """Whether `proposal` tells something new and takes nothing away."""
    after, field = accept(known, (proposal,), 0), proposal.field
    if known.told(field) and after.facts[field].value == known.facts[field].value:
        return False
    return all(_stands(fact, after.facts.get(of)) for of, fact in known.facts.items() if known.told(of))


def _stands(before: Fact, now: Fact | None) -> bool:
    """Whether all that was told is still there."""
    if now is None:
        return False
    if isinstance(before.value, tuple) and isinstance(now.value, tuple):
        return set(before.value) <= set(now.value)
    if isinstance(before.value, Limits) and isinstance(now.value, Limits):
        return now.value.with_(before.value) == now.value
    return before.value == now.value
