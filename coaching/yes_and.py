"""A yes to the change that is offered, with more in the same message: "ja doe maar, en die voordeuren mogen weg"."""

import re
from collections.abc import Callable

from coaching.message import Message, MessageKind
from journey.hearing import Heard, Intent
from journey.state import Pending, State

#: Where a yes may end and something else begin.
_BREAK = re.compile(r"[.!;,]+\s+|\s+(?=(?:en|maar|and|but)\s)")
_LEADS = re.compile(r"^\W*(?:(?:en|maar|and|but|oh?|dan|ook|also|then)\b\W*)+", re.IGNORECASE)
#: Words of something else, at least.
_FEWEST = 3


def with_more(message: Message, heard: Heard, state: State, hear: Callable[[str], Heard]) -> Heard:
    """`heard`, or the yes that the message begins with and all that `hear` makes of what comes after it."""
    if state.pending is not Pending.CHANGE or state.offered is None or message.kind is not MessageKind.TEXT:
        return heard
    rest = beyond_yes(message.text)
    more = hear(rest) if rest else Heard()
    if not (more.facts or more.change):
        return heard
    return more.model_copy(update={"intent": Intent.YES, "facts": (*state.offered.facts, *more.facts)})


def beyond_yes(said: str) -> str:
    """What comes after a yes to what is offered; empty where the message begins with none, or is no more than that."""
    from coaching.understanding.intents.agreeing import goes_ahead  # slow to import, and loaded by then
    from coaching.understanding.intents.intent import bare
    from coaching.understanding.text.normalise import fold

    breaks = [found for found in _BREAK.finditer(said) if goes_ahead(bare(fold(said[: found.start()])))]
    rest = _LEADS.sub("", said[breaks[-1].end() :]) if breaks else ""
    return rest if len(rest.split()) >= _FEWEST else ""
