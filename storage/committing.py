"""Transactions that write. SQLite has one writer at a time; there, those that wait for it share one commit."""

from collections import deque
from collections.abc import Callable
from threading import Lock
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, Engine

T = TypeVar("T")
Work = Callable[[Connection], T]

#: Works that share a commit at most, so that the first is not kept waiting.
TOGETHER = 64


class Commits(Protocol):
    """Runs what writes, each whole or not at all, and returns once it is on disk."""

    def run(self, work: Work[T]) -> T:
        """What `work` returns. It may be run twice (only the last counts), so it must do nothing but write."""
        ...


class SingleCommits:
    """Each work in a transaction of its own: for PostgreSQL, which shares commits by itself."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def run(self, work: Work[T]) -> T:
        """See Commits."""
        with self._engine.begin() as connection:
            return work(connection)


class SharedCommits:
    """Whoever gets the lock works for all who wait. Alone, a thread writes without being handed over to another."""

    def __init__(self, engine: Engine) -> None:
        self._single = SingleCommits(engine)
        self._engine = engine
        self._waiting: deque[_Job] = deque()
        self._lock = Lock()

    def run(self, work: Work[T]) -> T:
        """See Commits."""
        job = _Job(work)
        self._waiting.append(job)
        with self._lock:
            while not job.done:
                self._commit([self._waiting.popleft() for _ in range(min(len(self._waiting), TOGETHER))])
        return job.result()  # type: ignore[no-any-return]

    def _commit(self, jobs: list["_Job"]) -> None:
        """All in one transaction; where one of them fails, each in its own."""
        try:
            with self._engine.begin() as connection:
                results = [job.work(connection) for job in jobs]
        except Exception:
            for job in jobs:
                job.run(self._single)
        else:
            for job, result in zip(jobs, results, strict=True):
                job.succeed(result)


class _Job:
    """One work, and what came of it."""

    def __init__(self, work: Work[Any]) -> None:
        self.work = work
        self.done = False
        self._result: Any = None
        self._error: Exception | None = None

    def run(self, commits: Commits) -> None:
        try:
            self.succeed(commits.run(self.work))
        except Exception as error:
            self._error, self.done = error, True

    def succeed(self, result: Any) -> None:
        self._result, self.done = result, True

    def result(self) -> Any:
        if self._error is not None:
            raise self._error
        return self._result
