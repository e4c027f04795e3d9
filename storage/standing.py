"""How the database stands, for those who watch it: its schema, and how much waits in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, select, text

from storage.clock import now_in_utc
from storage.engine import Database, version_of
from storage.locking import check
from storage.rows import in_utc
from storage.schema import HEAD
from storage.statements import UNREACHABLE
from storage.tables import inbox, outbox


@dataclass(frozen=True)
class Depths:
    """Arrivals to work; replies to send, and the age in seconds of the oldest; replies kept for owners who can't be
    reached; dead letters."""

    inbox: int
    outbox: int
    oldest: float
    unreachable: int
    dead: int


class DatabaseStanding:
    """Looks at the database and changes nothing. Counted are owners whose key begins with `prefix`."""

    def __init__(self, database: Database, prefix: str, now: Callable[[], datetime] = now_in_utc) -> None:
        self._database = database
        self._prefix = prefix
        self._now = now

    @property
    def place(self) -> str:
        """Where the database is; without a password."""
        return self._database.place

    def schema(self) -> str | None:
        """The revision of the schema; None where there is none yet."""
        return version_of(self._database)

    def is_current(self) -> bool:
        """Whether the schema is the one that this program works with."""
        return self.schema() == HEAD

    def damage(self) -> str:
        """What a check of the whole SQLite file finds; empty where all is well, and on a server, which sees to it."""
        if not self._database.alone:
            return ""
        with self._database.reading() as connection:
            found = str(connection.execute(text("PRAGMA quick_check(1)")).scalar())
        return "" if found == "ok" else found

    def check_key(self, keys: Sequence[str]) -> None:
        """StorageError where these are not the keys of the database. Needs a schema that is current."""
        with self._database.reading() as connection:
            check(connection, keys, self.place)

    def depths(self) -> Depths:
        """How much waits. Needs a schema that is current."""
        with self._database.reading() as connection:
            return self._depths(connection)

    def _depths(self, connection: Connection) -> Depths:
        ours = outbox.c.owner.startswith(self._prefix, autoescape=True)
        alive, away = ours & outbox.c.dead.is_(None), outbox.c.owner.in_(UNREACHABLE)
        to_work = inbox.c.done.is_(False) & inbox.c.owner.startswith(self._prefix, autoescape=True)
        first = connection.execute(select(func.min(outbox.c.made)).where(alive & ~away)).scalar()
        return Depths(
            inbox=_count(connection, to_work, inbox.c.id),
            outbox=_count(connection, alive & ~away, outbox.c.id),
            oldest=max(0.0, (self._now() - in_utc(first)).total_seconds()) if first else 0.0,
            unreachable=_count(connection, alive & away, outbox.c.id),
            dead=_count(connection, ours & outbox.c.dead.is_not(None), outbox.c.id),
        )


def _count(connection: Connection, which: ColumnElement[bool], column: ColumnElement[int]) -> int:
    return int(connection.execute(select(func.count(column)).where(which)).scalar_one())
