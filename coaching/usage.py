"""What a language model was used for, counted: the port by which it is kept, and looked at before more is spent."""

from dataclasses import dataclass
from typing import Protocol

from coaching.thinking import Errand


@dataclass(frozen=True)
class Spent:
    """Calls, tokens that went in and came out, and their cost in euro."""

    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float = 0.0

    @property
    def tokens(self) -> int:
        """All tokens."""
        return self.tokens_in + self.tokens_out

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(
            self.calls + other.calls,
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
            self.cost + other.cost,
        )


class Usage(Protocol):
    """Where it is kept. Days and months are those of UTC."""

    def note(self, owner: str, errand: Errand, spent: Spent) -> None:
        """This was spent today, for a turn of `owner`."""
        ...

    def today(self, owner: str) -> Spent:
        """What was spent today for `owner`."""
        ...

    def this_month(self) -> Spent:
        """What was spent this month for all owners together."""
        ...
