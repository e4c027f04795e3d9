"""What understanding asks of the knowledge: what words are about, told by their meaning where no rule fits."""

from collections.abc import Sequence
from typing import Protocol

from journey.stretches import Stretch


class Meanings(Protocol):
    """Tells words by their meaning."""

    def stretches(self, texts: Sequence[str]) -> Sequence[Stretch]:
        """What each stretch of an owner's opening tells."""
        ...

    def told_of(self, text: str, /) -> str:
        """Which question `text` answers whatever was asked, by the names of `asked_about`; empty for none."""
        ...


class NoMeanings:
    """The rules on their own."""

    def stretches(self, texts: Sequence[str]) -> Sequence[Stretch]:
        """None is told."""
        return [Stretch(0, 0, 1)] * len(texts)

    def told_of(self, _text: str, /) -> str:
        """None is told."""
        return ""
