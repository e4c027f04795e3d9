"""Which worker works which owner.

The program that has a SQLite file is alone and works everybody. On PostgreSQL an owner is leased to one worker at a
time. A worker that lives says so by counting up; one whose count another has seen standing still for `SILENCE` is given
up, and its owners are free. Clocks are not compared, so none can be wrong.
"""

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from storage.clock import now_in_utc
from storage.engine import Database
from storage.inserting import insert_new
from storage.tables import leases, workers
from storage.waiting import leased_owners_due, owners_due

#: Seconds without a beat after which the others give a worker up.
SILENCE = 3.0


class SoleLeases:
    """Everybody is ours."""

    share = 1.0

    def __init__(self, database: Database, prefix: str, now: Callable[[], datetime] = now_in_utc) -> None:
        self._database = database
        self._prefix = prefix
        self._now = now

    def beat(self, demand: int = 0) -> bool:  # noqa: ARG002
        """Nobody waits for a sign of life."""
        return True

    def claim(self, owners: Sequence[str]) -> tuple[str, ...]:
        """All of them."""
        return tuple(owners)

    def due(self) -> tuple[str, ...]:
        """Owners with something to work or to send that need not wait."""
        with self._database.reading() as connection:
            return tuple(owners_due(connection, self._prefix, self._now()))

    def release(self, owners: Sequence[str]) -> None:
        """Nobody else would take them."""

    def leave(self) -> None:
        """Nobody takes over."""


class SharedLeases:
    """Owners leased to one of several workers. `share` is this one's part of what all have to send."""

    def __init__(
        self,
        database: Database,
        prefix: str,
        now: Callable[[], datetime] = now_in_utc,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database = database
        self._prefix = prefix
        self._now = now
        self._clock = clock
        self._me = uuid4().hex
        self._seen: dict[str, tuple[int, float]] = {}
        self._looked = clock()
        self.share = 1.0

    def beat(self, demand: int = 0) -> bool:
        """Says that this worker lives and has so many messages to send, and gives up those that seem not to live. False
        where this one was given up meanwhile: then nobody is leased to it any more."""
        known = self._database.write(lambda connection: self._say(connection, demand))
        with self._database.reading() as connection:
            rows = connection.execute(select(workers)).all()
        beats = {row.id: row.beats for row in rows}
        silent = self._silent(beats)
        if silent:
            self._database.write(lambda connection: _give_up(connection, silent))
        self.share = _share(demand, [row.demand for row in rows if row.id not in silent])
        return known

    def claim(self, owners: Sequence[str]) -> tuple[str, ...]:
        """Those of `owners` who are leased to this worker now: those who were, and those who were free."""
        rows = [{"owner": owner, "worker": None} for owner in sorted(set(owners))]
        return self._database.write(lambda connection: self._take(connection, rows)) if rows else ()

    def due(self) -> tuple[str, ...]:
        """This worker's owners with something to work or to send that need not wait; free ones are taken."""
        with self._database.reading() as connection:
            rows = leased_owners_due(connection, self._prefix, self._now())
        mine = tuple(owner for owner, worker in rows if worker == self._me)
        return mine + self.claim([owner for owner, worker in rows if worker is None])

    def release(self, owners: Sequence[str]) -> None:
        """These owners are free."""
        free = delete(leases).where(leases.c.owner.in_(owners), leases.c.worker == self._me)
        self._database.write(lambda connection: connection.execute(free))

    def leave(self) -> None:
        """All are free, and this worker is no more."""
        self._database.write(lambda connection: _remove(connection, workers.c.id == self._me))

    def _say(self, connection: Connection, demand: int) -> bool:
        beat = update(workers).where(workers.c.id == self._me).values(beats=workers.c.beats + 1, demand=demand)
        if connection.execute(beat).rowcount == 1:
            return True
        connection.execute(insert(workers).values(id=self._me, beats=1, demand=demand))
        return False

    def _take(self, connection: Connection, rows: list[dict[str, str | None]]) -> tuple[str, ...]:
        insert_new(connection, leases, rows)
        names = [row["owner"] for row in rows]
        free = select(leases.c.owner).where(leases.c.owner.in_(names), leases.c.worker.is_(None))
        taken = connection.execute(free.with_for_update(skip_locked=True)).scalars().all()
        if taken:
            connection.execute(update(leases).where(leases.c.owner.in_(taken)).values(worker=self._me))
        mine = select(leases.c.owner).where(leases.c.owner.in_(names), leases.c.worker == self._me)
        return tuple(connection.execute(mine).scalars())

    def _silent(self, beats: dict[str, int]) -> dict[str, int]:
        """Workers whose count has stood still for too long. Whoever couldn't look for a while begins to watch anew: the
        others may have been kept from counting just so."""
        now = self._clock()
        watched = now - self._looked < SILENCE / 2
        self._looked = now
        before = self._seen if watched else {}
        self._seen = {
            worker: before[worker] if worker in before and before[worker][0] == count else (count, now)
            for worker, count in beats.items()
        }
        return {
            worker: count
            for worker, (count, since) in self._seen.items()
            if worker != self._me and now - since > SILENCE
        }


def _share(demand: int, all_: list[int]) -> float:
    """Half is shared evenly, so that who has something to send all of a sudden need not wait for the next beat; half by
    what each has to send."""
    return 0.5 / len(all_) + 0.5 * (demand + 1) / sum(other + 1 for other in all_)


def _give_up(connection: Connection, silent: dict[str, int]) -> None:
    for worker, count in silent.items():
        _remove(connection, (workers.c.id == worker) & (workers.c.beats == count))


def _remove(connection: Connection, which: ColumnElement[bool]) -> None:
    """Removes workers, and with them their leases."""
    for worker in connection.execute(delete(workers).where(which).returning(workers.c.id)).scalars().all():
        connection.execute(delete(leases).where(leases.c.worker == worker))
