"""A suggestion to be put in the place of another by what the owner would have there: "swap that for recall letters"."""

import re
from typing import NamedTuple

from coaching.understanding.text.normalise import Span, Text
from coaching.understanding.wordlists import load

_WORDS = load("changes")
_WAYS = tuple(re.compile(pattern) for pattern in _WORDS["swaps"])
_NOTHING = re.compile(_WORDS["swapped_for_anything"])
_POINTS_BACK = re.compile(r"(?:dat|da|die|dien|deze|dit|het|'?t|hem|that|this|it|them|those|these|one|that one)")


class Swap(NamedTuple):
    """The words of what goes, empty where they only point back to what was said before, and of what comes."""

    gone: Span
    come: Span

    @property
    def names_gone(self) -> bool:
        """Whether the words of what goes name it."""
        return self.gone.start < self.gone.end


def swap_in(text: Text) -> Swap | None:
    """What is to go for what; None where a message says no such thing, or nothing in particular is to come."""
    for way in _WAYS:
        for found in way.finditer(text.low):
            gone, come = (text.trim(Span(*found.span(name)), ",;:") for name in ("gone", "come"))
            if _NOTHING.search(text.low_of(come)) or not re.search(r"[a-z]{3}", text.low_of(come)):
                continue
            return Swap(Span(gone.start, gone.start) if _POINTS_BACK.fullmatch(text.low_of(gone)) else gone, come)
    return None
