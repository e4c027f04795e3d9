"""The outbox beyond the turn: replies that must wait, that nobody can be reached with, and that were given up."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from coaching.message import Reply
from coaching.records import DeadLetter
from storage.clock import now_in_utc
from storage.engine import Database
from storage.rows import in_utc
from storage.statements import DONE, UNREACHABLE
from storage.tables import outbox, owners

#: How long a reply is tried, or kept for an owner who can't be reached.
PATIENCE = timedelta(days=1)
#: Attempts that must have failed besides: a clock that jumps ahead gives nothing up.
ATTEMPTS = 20


class DatabaseOutbox:
    """The outbox in SQLite or PostgreSQL. Safe to share between threads."""

    def __init__(self, database: Database, now: Callable[[], datetime] = now_in_utc) -> None:
        self._database = database
        self._now = now

    def put(self, owner: str, reply: Reply, arrival: int | None = None) -> None:
        """A reply that belongs to no talk, behind all that waits; with it, `arrival` is done."""
        at = self._now()

        def work(connection: Connection) -> None:
            if arrival is not None and connection.execute(DONE, {"arrival": arrival}).rowcount != 1:
                return
            put_out(connection, owner, reply, at)

        self._database.write(work)

    def hold(self, reply: int, seconds: float, problem: str, parts: int = 0) -> None:
        """This reply, and all behind it, waits: sending it failed, after `parts` of it had arrived."""
        now = self._now()
        values = {
            "attempts": outbox.c.attempts + 1,
            "tried": now,
            "not_before": now + timedelta(seconds=seconds),
            "problem": problem,
            "parts": parts,
        }
        self._write(update(outbox).where(outbox.c.id == reply).values(values))

    def bury(self, reply: int, problem: str) -> None:
        """This reply can never be sent: a dead letter."""
        self._write(update(outbox).where(outbox.c.id == reply).values(dead=self._now(), problem=problem))

    def unreachable(self, owner: str, problem: str) -> None:
        """Nothing is sent to this owner until they write again. Nothing is kept for whom we don't know (any more)."""
        mark = update(owners).where(owners.c.key == owner).values(unreachable=self._now())
        why = update(outbox).where(outbox.c.owner == owner, outbox.c.dead.is_(None)).values(problem=problem)

        def work(connection: Connection) -> None:
            known = connection.execute(mark).rowcount == 1
            connection.execute(why if known else delete(outbox).where(outbox.c.owner == owner))

        self._database.write(work)

    def move(self, owner: str, to: str) -> None:
        """Everything that waits to be sent to `owner` goes to `to` from now on."""
        self._write(update(outbox).where(outbox.c.owner == owner).values(owner=to))

    def sweep(self) -> None:
        """Gives up what has waited for a day."""
        gone = outbox.c.owner.in_(UNREACHABLE)
        tried = outbox.c.attempts >= ATTEMPTS
        old = outbox.c.dead.is_(None) & (outbox.c.made < self._now() - PATIENCE) & (gone | tried)
        self._write(update(outbox).where(old).values(dead=self._now()))

    def dead_letters(self) -> tuple[DeadLetter, ...]:
        """Replies that were given up, in order."""
        query = select(outbox).where(outbox.c.dead.is_not(None)).order_by(outbox.c.id)
        with self._database.reading() as connection:
            return tuple(_letter(row) for row in connection.execute(query).mappings())

    def retry(self, letters: Sequence[int] | None = None) -> int:
        """Dead letters that are tried anew, all where none is named; how many there were."""
        fresh = {"dead": None, "attempts": 0, "tried": None, "not_before": None, "made": self._now()}
        return self._write(update(outbox).where(_dead(letters)).values(fresh))

    def drop(self, letters: Sequence[int]) -> int:
        """Dead letters that are thrown away; how many there were."""
        return self._write(delete(outbox).where(_dead(letters)))

    def _write(self, statement: Any) -> int:
        return self._database.write(lambda connection: int(connection.execute(statement).rowcount))


def _dead(letters: Sequence[int] | None) -> ColumnElement[bool]:
    dead = outbox.c.dead.is_not(None)
    return dead if letters is None else dead & outbox.c.id.in_(letters)


def _letter(row: Any) -> DeadLetter:
    reply = Reply.model_validate(row["reply"])
    return DeadLetter(
        id=row["id"], owner=row["owner"], text=reply.text, made=in_utc(row["made"]), problem=row["problem"]
    )


def put_out(connection: Connection, owner: str, reply: Reply, at: datetime) -> None:
    """Puts a reply that belongs to no talk behind all that waits."""
    row = {"owner": owner, "conversation": "", "number": 0, "reply": reply.model_dump(mode="json"), "made": at}
    connection.execute(insert(outbox).values(row))
