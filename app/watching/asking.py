"""Asking what may not answer."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")

_log = logging.getLogger(__name__)
#: Seconds that whoever asks over the web is made to wait.
PATIENCE = 2.0


class Asked(Generic[T]):
    """A question that is asked in a thread of its own, once at a time: however often somebody wants to know, a database
    that hangs holds up one thread and nobody."""

    def __init__(self, question: Callable[[], T], patience: float = PATIENCE) -> None:
        self._question = question
        self._patience = patience
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="asked")
        self._lock = Lock()
        self._under_way: Future[T] | None = None

    def __call__(self) -> T | None:
        """The answer; None where there is none in time, or an error instead."""
        try:
            return self._question_put().result(self._patience)
        except Exception as error:
            _log.warning("no answer: %s", error)
            return None

    def _question_put(self) -> "Future[T]":
        with self._lock:
            if self._under_way is None or self._under_way.done():
                self._under_way = self._threads.submit(self._question)
            return self._under_way
