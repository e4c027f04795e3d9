"""A circuit breaker: a model that is dead is left alone for a while, then tried with one question."""

import logging
import time
from collections.abc import Callable
from threading import Lock

_log = logging.getLogger(__name__)

#: Faults in a row after which the model is left alone, and for how many seconds: twice as long each time, at most.
FAULTS = 3
FIRST_PAUSE, LONGEST_PAUSE = 30.0, 300.0


class Breaker:
    """Whether a model may be asked. Safe to share between threads; nobody waits in it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._faults = 0
        self._pause = 0.0
        self._until = 0.0
        self._trying = False

    def admits(self) -> bool:
        """Whether one may ask now; after a pause, one question goes first. Whoever was admitted says what came of it:
        `worked`, `failed` or `undecided`."""
        with self._lock:
            if self._waits() or self._trying:
                return False
            self._trying = self._pause > 0
            return True

    def worked(self) -> None:
        """The model answered."""
        with self._lock:
            self._trying = False
            if not self._waits():  # else it was asked before the pause began
                self._faults, self._pause = 0, 0.0

    def failed(self, why: str, wait: float = 0.0) -> None:
        """It did not; `wait` is for how many seconds it asks to be left alone, 0 where it says nothing."""
        with self._lock:
            again, self._trying = self._trying, False
            self._faults += 1
            waits = self._waits()
            if not wait and (waits or not (again or self._faults >= FAULTS)):
                return
            if not waits:
                self._pause = min(max(FIRST_PAUSE, 2 * self._pause), LONGEST_PAUSE)
            pause = wait or self._pause
            self._until = max(self._until, self._clock() + pause)
        _log.warning("the language model is left alone for %.0f s: %s", pause, why)

    def undecided(self) -> None:
        """Nothing can be said of it: there was too little time."""
        with self._lock:
            self._trying = False

    @property
    def open(self) -> bool:
        """Whether the model is left alone, or being tried again."""
        with self._lock:
            return self._pause > 0

    def _waits(self) -> bool:
        return self._clock() < self._until
