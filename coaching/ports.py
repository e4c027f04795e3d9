"""What the coach needs from the world. Adapters live in storage, knowledge and llm; app wires them."""

from collections.abc import Sequence
from typing import Protocol

from journey.keys import Language
from journey.passages import Found
from journey.plays import Play
from journey.trades import Sector


class Library(Protocol):
    """The knowledge: passages found by meaning, plays and sector packs."""

    def search(self, question: str, language: Language, limit: int = 5) -> tuple[Found, ...]:
        """Passages that answer `question`, best first, each label at most once, in `language`."""
        ...

    def closeness(self, text: str, others: Sequence[str]) -> tuple[float, ...]:
        """How near in meaning `text` is to each of `others`: cosines, one per text, comparable within one call."""
        ...

    def plays(self) -> tuple[Play, ...]:
        """All plays."""
        ...

    def sectors(self) -> dict[str, Sector]:
        """All sector packs by key; "general" is always among them."""
        ...
