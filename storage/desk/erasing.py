"""Conversations and owners erased wholly, whoever asks for it; the audit log keeps that it happened."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Select, delete, insert, select, update

from coaching.desk.records import Act
from storage.clock import now_in_utc
from storage.desk.auditing import enter_about
from storage.desk.tables import erasures
from storage.engine import Database
from storage.tables import conversations, inbox, outbox, owners
from storage.usage import forget_owner

#: Removes the files that were written for an owner: before the rest, so that a crash between the two leaves less.
Forgets = Callable[[str], None]

#: Conversations that are erased in one transaction.
_TOGETHER = 50
#: What stays of an arrival, so that none is worked twice.
_BARE = {"body": "", "owner": "", "done": True, "kept_back": False, "conversation": "", "number": None, "reference": ""}


def no_files(owner: str) -> None:
    """Where no files are written for owners."""


def erase_owner(connection: Connection, owner: str, at: datetime) -> None:
    """Erases an owner who asks for it, with all that came in from them and all that waits to be said to them."""
    for conversation in connection.execute(_of(owner)).scalars().all():
        enter_about(connection, conversation, "", Act.DELETED, at, "owner")
    connection.execute(delete(outbox).where(outbox.c.owner == owner))
    _forget(connection, owner, inbox.c.owner == owner, at)


def erase_conversation(connection: Connection, conversation: str, coach: str, at: datetime, detail: str = "") -> None:
    """Erases a conversation and, where it was the last one, its owner. What came in meanwhile begins a new one."""
    owner = connection.execute(select(conversations.c.owner).where(conversations.c.id == conversation)).scalar()
    enter_about(connection, conversation, coach, Act.DELETED, at, detail)
    connection.execute(delete(outbox).where(outbox.c.conversation == conversation))
    connection.execute(delete(conversations).where(conversations.c.id == conversation))
    worked = inbox.c.done
    if owner is not None and connection.execute(_of(owner).limit(1)).first() is None:
        connection.execute(delete(outbox).where(outbox.c.owner == owner))
        _forget(connection, owner, worked & (inbox.c.owner == owner), at)
    else:
        _empty(connection, worked & (inbox.c.conversation == conversation), at)


class Retention:
    """Keeps conversations for some days after their last message, and erases them then."""

    def __init__(
        self,
        database: Database,
        days: int,
        now: Callable[[], datetime] = now_in_utc,
        forgets: Forgets = no_files,
    ) -> None:
        self._database = database
        self._days = days
        self._now = now
        self._forgets = forgets

    def sweep(self) -> int:
        """Erases what is older; how many conversations that were. 0 days keep everything."""
        erased = 0
        while self._days and (old := self._old()):
            for _, owner in old:
                self._forgets(owner)
            self._database.write(lambda connection, old=old: self._erase(connection, old))  # type: ignore[misc]
            erased += len(old)
        return erased

    def _old(self) -> list[tuple[str, str]]:
        query = select(conversations.c.id, conversations.c.owner).where(self._too_old()).limit(_TOGETHER)
        with self._database.reading() as connection:
            return [(id_, owner) for id_, owner in connection.execute(query)]

    def _erase(self, connection: Connection, old: list[tuple[str, str]]) -> None:
        """But for those whose owner wrote in the meantime."""
        still = select(conversations.c.id).where(conversations.c.id.in_([id_ for id_, _ in old]), self._too_old())
        for conversation in connection.execute(still.with_for_update()).scalars().all():
            erase_conversation(connection, conversation, "", self._now(), "retention")

    def _too_old(self) -> ColumnElement[bool]:
        return conversations.c.last < self._now() - timedelta(days=self._days)


def _forget(connection: Connection, owner: str, came_in: ColumnElement[bool], at: datetime) -> None:
    """What is part of a conversation goes with it: the tables say so (ON DELETE CASCADE), and for the index of words a
    trigger or the table does."""
    connection.execute(delete(owners).where(owners.c.key == owner))
    forget_owner(connection, owner)
    _empty(connection, came_in, at)


def _empty(connection: Connection, came_in: ColumnElement[bool], at: datetime) -> None:
    connection.execute(update(inbox).where(came_in).values(_BARE))
    if connection.dialect.name == "sqlite":
        connection.execute(insert(erasures).values(at=at))


def _of(owner: str) -> Select[str]:
    return select(conversations.c.id).where(conversations.c.owner == owner)
