"""The `Inbox` port in memory."""

from collections.abc import Sequence
from datetime import UTC, datetime

from coaching.records import Arrival


class FakeInbox:
    def __init__(self) -> None:
        self._stored: dict[int, Arrival] = {}
        self._done: set[int] = set()

    def store(self, arrivals: Sequence[Arrival]) -> None:
        for arrival in arrivals:
            self._stored.setdefault(arrival.id, arrival.model_copy(update={"at": datetime.now(UTC)}))

    def waiting(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._stored[key].owner for key in self._open()))

    def unworked(self, owner: str) -> tuple[Arrival, ...]:
        return tuple(self._stored[key] for key in self._open() if self._stored[key].owner == owner)

    def done(self, arrival: int) -> None:
        self._done.add(arrival)

    def sweep(self) -> None:
        """Nothing here is old."""

    def newest(self) -> int | None:
        return max(self._stored, default=None)

    def number_of(self, owner: str, reference: str) -> int | None:
        """The fakes know nothing of each other, so no turn ever gave a number."""
        return None

    def _open(self) -> list[int]:
        return [key for key in sorted(self._stored) if key not in self._done]
