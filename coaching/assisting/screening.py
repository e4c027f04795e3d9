"""What of a message a language model may see and use: nothing about other people."""

import re
from dataclasses import dataclass

from coaching.assisting.evidence import span_of
from coaching.understanding.text.normalise import BLANK, Span, Text, read
from coaching.understanding.third_persons.private import find_private
from journey.hearing import Context
from journey.profile import Proposal


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

    def outgoing(self) -> str:
        """The message as it may leave the machine."""
        return _left_out(self.text, self.private)

    def lets(self, proposal: Proposal) -> bool:
        """Whether nothing of a third person is in the evidence."""
        span = span_of(proposal.quote, self.text)
        return span is not None and not any(span.touches(other) for other in self.private)


def without_others(text: str) -> str:
    """`text` as it may leave the machine: names, numbers and health of other people, and contact details, left out."""
    told = read(text)
    return _left_out(told, find_private(told).spans)


def _left_out(text: Text, spans: tuple[Span, ...]) -> str:
    return re.sub(f"{BLANK}+", "…", text.without(list(spans)).clean)
