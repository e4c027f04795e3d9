"""What understanding asks of the knowledge: what words are about, told by their meaning where no rule fits."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from journey.stretches import Stretch

#: What stands in the place of a question where words answer none.
NONE = "none"


class Meanings(Protocol):
    """Tells words by their meaning."""

    def stretches(self, texts: Sequence[str]) -> Sequence[Stretch]:
        """What each stretch of an owner's opening tells."""
        ...

    def answering(self, text: str, /) -> Mapping[str, float]:
        """How surely `text` answers each question whatever was asked, by the names of `asked_about`, and NONE for none
        of them: each about 0 to 1, likeliest first."""
        ...


class NoMeanings:
    """The rules on their own."""

    def stretches(self, texts: Sequence[str]) -> Sequence[Stretch]:
        """None is told."""
        return [Stretch(0, 0, 1)] * len(texts)

    def answering(self, _text: str, /) -> Mapping[str, float]:
        """Nothing is told, nor that it answers none."""
        return {NONE: 0.0}
