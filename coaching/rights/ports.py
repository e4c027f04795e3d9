"""Consent as it is kept."""

from collections.abc import Sequence
from typing import Protocol

from coaching.message import Reply
from coaching.rights.standing import Standing


class Consents(Protocol):
    """Who agreed to what is kept. Every method is one transaction, and what it says goes out behind all that waits."""

    def standing(self, owner: str) -> Standing:
        """Where this owner stands."""
        ...

    def keep_back(self, owner: str, arrivals: Sequence[int], question: Reply | None) -> None:
        """These are not worked before the owner agrees; `question` asks for it."""
        ...

    def give(self, owner: str, version: str, arrival: int, otherwise: Reply) -> None:
        """The owner agreed, with `arrival`, to the words of `version`: all that was kept back is worked now, as if it
        had just come in; where nothing was, the owner gets `otherwise`."""
        ...

    def refuse(self, owner: str, arrival: int, reply: Reply) -> None:
        """The owner would rather not: all that was kept back is thrown away."""
        ...

    def tell(self, owner: str, version: str, notice: Reply | None = None) -> None:
        """The owner is told what is kept (by `notice`, or otherwise) without being asked."""
        ...

    def revoke(self, owner: str, arrival: int, reply: Reply) -> None:
        """The owner takes the consent back."""
        ...
