"""The `Inbox` port over a database: what came in is kept until it is worked."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, case, delete, func, select

from coaching.ports import AT_A_TIME
from coaching.records import Arrival
from storage.clock import now_in_utc
from storage.engine import Database
from storage.inserting import insert_new
from storage.rows import in_utc
from storage.statements import DONE, REACHED, UNWORKED
from storage.tables import conversations, inbox

#: How long a worked arrival is known: Telegram repeats none that is older than a day, and lets a message be edited for
#: two.
KEPT = timedelta(days=2)
#: How long what came in before its owner agreed waits for that.
KEPT_BACK = timedelta(days=7)


class DatabaseInbox:
    """The inbox in SQLite or PostgreSQL. Safe to share between threads."""

    def __init__(self, database: Database, now: Callable[[], datetime] = now_in_utc) -> None:
        self._database = database
        self._now = now

    def store(self, arrivals: Sequence[Arrival]) -> None:
        """Keeps what came in, in one transaction; an id that was seen before is ignored. Who writes can be reached."""
        at = self._now()
        rows = [{**a.model_dump(exclude={"at"}), "arrived": at, "done": False} for a in arrivals]
        who = sorted({arrival.owner for arrival in arrivals})

        def work(connection: Connection) -> None:
            insert_new(connection, inbox, rows)
            connection.execute(REACHED, {"who": who})

        if rows:
            self._database.write(work)

    def waiting(self) -> tuple[str, ...]:
        """Owners with something to work, longest waiting first."""
        query = (
            select(inbox.c.owner).where(inbox.c.done.is_(False)).group_by(inbox.c.owner).order_by(func.min(inbox.c.id))
        )
        with self._database.reading() as connection:
            return tuple(connection.execute(query).scalars())

    def unworked(self, owner: str) -> tuple[Arrival, ...]:
        """The owner's arrivals that are not done, oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(UNWORKED, {"owner": owner, "most": AT_A_TIME}).mappings().all()
        return tuple(Arrival(id=r["id"], owner=owner, body=r["body"], at=in_utc(r["arrived"])) for r in rows)

    def done(self, arrival: int) -> None:
        """This arrival needs no turn (any more); its text is not kept."""
        self._database.write(lambda connection: connection.execute(DONE, {"arrival": arrival}))

    def newest(self) -> int | None:
        """The highest id ever stored; None in an empty inbox."""
        with self._database.reading() as connection:
            newest: int | None = connection.execute(select(func.max(inbox.c.id))).scalar()
            return newest

    def number_of(self, owner: str, reference: str) -> int | None:
        """The number that the message which its medium names so got in the owner's current conversation; None where it
        has none there, or its arrival is forgotten."""
        query = (
            select(inbox.c.number)
            .join(conversations, (conversations.c.id == inbox.c.conversation) & conversations.c.current)
            .where(inbox.c.owner == owner, inbox.c.reference == reference, inbox.c.number.is_not(None))
        )
        with self._database.reading() as connection:
            number: int | None = connection.execute(query.limit(1)).scalar()
            return number

    def sweep(self) -> None:
        """Forgets worked arrivals that Telegram neither repeats nor lets be edited any more, and what waited for its
        owner's consent for too long."""
        past = case((inbox.c.kept_back, self._now() - KEPT_BACK), else_=self._now() - KEPT)
        old = delete(inbox).where(inbox.c.done, inbox.c.arrived < past)
        self._database.write(lambda connection: connection.execute(old))
