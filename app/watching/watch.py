"""The watch over a bot: what the bot tells of itself, kept for logs, metrics and health."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from structlog.contextvars import bound_contextvars

from app.watching.asking import Asked
from app.watching.metrics import Metrics
from coaching.records import Arrival
from storage.standing import DatabaseStanding, Depths

#: Seconds without a sign of life after which the worker counts as stuck; it gives one twice a second.
SILENT = 5.0


class Watch:
    """Watches one bot, for as long as the program runs; adapts `bot.ports.Watches`. `index` says whether the index of
    the knowledge is there."""

    def __init__(
        self,
        standing: Callable[[], DatabaseStanding],
        index: Callable[[], bool],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._index = index
        self._clock = clock
        self._beat: float | None = None
        self._current = Asked(lambda: standing().is_current())
        self.metrics = Metrics(Asked[Depths](lambda: standing().depths()))

    @contextmanager
    def turn(self, arrival: Arrival) -> Iterator[None]:
        """All that is logged in this block is of the turn of this arrival; its id is the turn's."""
        with bound_contextvars(turn=arrival.id, owner=arrival.owner):
            yield
        if arrival.at:
            waited = (datetime.now(UTC) - arrival.at).total_seconds()
            self.metrics.answer_seconds.observe(max(0.0, waited))

    def held(self) -> None:
        """A reply must be sent again later."""
        self.metrics.retries.labels("reply").inc()

    def beat(self) -> None:
        """The worker lives, and so does its database."""
        self._beat = self._clock()

    def state(self) -> dict[str, str]:
        """Each part that must be well for the bot to work, with "ok" or what is wrong."""
        current = self._current()
        return {
            "database": "ok" if current is not None else "no answer",
            "schema": "ok" if current else "unknown" if current is None else "not this program's",
            "index": "ok" if self._has_index() else "missing",
            "worker": self._worker(),
        }

    def _worker(self) -> str:
        if self._beat is None:
            return "not started"
        return "ok" if self._clock() - self._beat < SILENT else "silent"

    def _has_index(self) -> bool:
        try:
            return self._index()
        except Exception:
            return False
