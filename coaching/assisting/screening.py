"""What of a text a language model may see and use: nothing about other people, no orders to a program."""

import re
from dataclasses import dataclass
from functools import cache

from coaching.assisting.evidence import span_of
from coaching.understanding.normalise import BLANK, Span, Text, read
from coaching.understanding.private import find_private
from coaching.understanding.wordlists import load
from journey.hearing import Context
from journey.profile import Proposal
from journey.sentences import sentences


@dataclass(frozen=True)
class Screen:
    """What proposals of one message are held against: its words, the talk, and the stretches about other people."""

    text: Text
    context: Context
    private: tuple[Span, ...]

    @classmethod
    def of(cls, text: str, context: Context) -> "Screen":
        """The screen of one message."""
        told = read(text)
        return cls(told, context, find_private(told).spans)

    def lets(self, proposal: Proposal) -> bool:
        """Whether nothing of a third person is in the evidence."""
        span = span_of(proposal.quote, self.text)
        return span is not None and not any(span.touches(other) for other in self.private)


def without_others(text: str) -> str:
    """`text` as it may leave the machine: names, numbers and health of other people, and contact details, left out."""
    told = read(text)
    return re.sub(f"{BLANK}+", "…", told.without(list(find_private(told).spans)).clean)


def without_orders(text: str) -> str:
    """`text` without the sentences that give a program orders."""
    return " ".join(sentence for sentence in sentences(text) if not _orders().search(read(sentence).low))


@cache
def _orders() -> re.Pattern[str]:
    return re.compile("|".join(load("intents")["commanding"]["part"]))
