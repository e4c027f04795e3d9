"""The `Consents` port over a database. What came in before its owner agreed lies in the inbox, kept back."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, literal, select, update

from coaching.message import Reply
from coaching.rights.standing import Standing
from storage.clock import now_in_utc
from storage.desk.tables import consents
from storage.engine import Database
from storage.inserting import insert_new
from storage.outbox import put_out
from storage.statements import DONE
from storage.tables import conversations, inbox, owners


class DatabaseConsents:
    """Consent in SQLite or PostgreSQL. Safe to share between threads."""

    def __init__(self, database: Database, now: Callable[[], datetime] = now_in_utc) -> None:
        self._database = database
        self._now = now

    def standing(self, owner: str) -> Standing:
        """Where this owner stands."""
        with self._database.reading() as connection:
            given = connection.execute(select(consents.c.revoked).where(consents.c.owner == owner)).first()
            if given is not None and given.revoked is None:
                return Standing.AGREED
            if connection.execute(select(literal(1)).where(_kept_back(owner)).limit(1)).first():
                return Standing.ASKED
            if given is not None:
                return Standing.REVOKED
            talks = select(conversations.c.id).where(conversations.c.owner == owner).limit(1)
            return Standing.EARLIER if connection.execute(talks).first() else Standing.NEW

    def keep_back(self, owner: str, arrivals: Sequence[int], question: Reply | None) -> None:
        """These are not worked before the owner agrees; `question` asks for it."""
        mine = update(inbox).where(inbox.c.id.in_(arrivals), inbox.c.done.is_(False))

        def work(connection: Connection) -> None:
            if connection.execute(mine.values(done=True, kept_back=True)).rowcount and question:
                put_out(connection, owner, question, self._now())

        self._database.write(work)

    def give(self, owner: str, version: str, arrival: int, otherwise: Reply) -> None:
        """The owner agreed: all that was kept back is worked now, or the owner gets `otherwise`."""
        freed = update(inbox).where(_kept_back(owner)).values(done=False, kept_back=False)

        def work(connection: Connection) -> None:
            if connection.execute(DONE, {"arrival": arrival}).rowcount != 1:
                return
            _agree(connection, owner, version, self._now())
            if connection.execute(freed).rowcount == 0:
                put_out(connection, owner, otherwise, self._now())

        self._database.write(work)

    def refuse(self, owner: str, arrival: int, reply: Reply) -> None:
        """The owner would rather not: all that was kept back is thrown away."""
        away = update(inbox).where(_kept_back(owner)).values(kept_back=False, body="")

        def work(connection: Connection) -> None:
            if connection.execute(DONE, {"arrival": arrival}).rowcount == 1:
                connection.execute(away)
                put_out(connection, owner, reply, self._now())

        self._database.write(work)

    def tell(self, owner: str, version: str, notice: Reply | None = None) -> None:
        """The owner is told what is kept without being asked."""

        def work(connection: Connection) -> None:
            _agree(connection, owner, version, self._now())
            if notice:
                put_out(connection, owner, notice, self._now())

        self._database.write(work)

    def revoke(self, owner: str, arrival: int, reply: Reply) -> None:
        """The owner takes the consent back."""
        back = update(consents).where(consents.c.owner == owner).values(revoked=self._now())

        def work(connection: Connection) -> None:
            if connection.execute(DONE, {"arrival": arrival}).rowcount == 1:
                connection.execute(back)
                put_out(connection, owner, reply, self._now())

        self._database.write(work)


def _kept_back(owner: str) -> ColumnElement[bool]:
    return (inbox.c.owner == owner) & inbox.c.kept_back


def _agree(connection: Connection, owner: str, version: str, at: datetime) -> None:
    insert_new(connection, owners, [{"key": owner, "created": at}])
    connection.execute(delete(consents).where(consents.c.owner == owner))
    connection.execute(insert(consents).values(owner=owner, version=version, given=at))
