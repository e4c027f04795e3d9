"""Channels that an owner wants off one of the lists: "haal de nieuwsbrief uit liever niet", "take away the booking"."""

import re
from collections.abc import Callable

from coaching.understanding.talk.asked_about import READ_OVER
from coaching.understanding.text.normalise import Span, Text, read
from coaching.understanding.wordlists import load
from journey.hearing import Context, Heard
from journey.profile import Change, Proposal
from journey.profile import ProfileField as F
from journey.topics import Topic

#: Hears words as the answer to the question that is open in the context.
Hear = Callable[[Text, Context], Heard]
_WAYS = tuple(re.compile(pattern) for pattern in load("labels")["off_refused"])
_HAS_NOT = tuple(re.compile(pattern) for pattern in load("labels")["has_not"])
_ASKED = {"asking": Topic.CHANNELS_NOT, "question": Topic.CHANNELS_NOT.value}


def off_refused(text: Text, context: Context, hear: Hear) -> tuple[Proposal, Span] | None:
    """The refused channels that a message takes off that list, and where it says so; None where it takes none."""
    return _off(F.CHANNELS_EXCLUDED, _WAYS, text, context, hear) if context.asking in READ_OVER else None


def not_had(text: Text, context: Context, hear: Hear) -> tuple[Proposal, Span] | None:
    """The channels told that an owner doesn't have after all, and where the message says so; None where it names none,
    or where they are heard as refused."""
    if context.asking not in READ_OVER or (off := _off(F.CHANNELS_CURRENT, _HAS_NOT, text, context, hear)) is None:
        return None
    refused = any(fact.field is F.CHANNELS_EXCLUDED for fact in hear(text, context).facts)
    return None if refused else off


def _off(
    field: F, ways: tuple[re.Pattern[str], ...], text: Text, context: Context, hear: Hear
) -> tuple[Proposal, Span] | None:
    known = context.profile.many(field)
    for match in filter(None, (way.search(text.low) for way in ways if known)):
        named = _channels_in(text.of(Span(*match.span("what"))), context, hear)
        if keys := tuple(key for key in named if key in known):
            span = Span(*match.span())
            return Proposal(field=field, value=keys, change=Change.REMOVE, quote=text.quote(span)), span
    return None


def names_told(words: str, context: Context, hear: Hear) -> bool:
    """Whether these words name a channel that was told, as one used or one refused."""
    told = (context.profile.many(field) for field in (F.CHANNELS_CURRENT, F.CHANNELS_EXCLUDED))
    return not {key for keys in told for key in keys}.isdisjoint(_channels_in(words, context, hear))


def _channels_in(words: str, context: Context, hear: Hear) -> tuple[str, ...]:
    """The channels that these words name, however they are spoken of."""
    heard = hear(read(words), context.model_copy(update=_ASKED))
    lists = (fact.value for fact in heard.facts if fact.field in (F.CHANNELS_EXCLUDED, F.CHANNELS_CURRENT))
    return tuple(key for value in lists if isinstance(value, tuple) for key in value)
