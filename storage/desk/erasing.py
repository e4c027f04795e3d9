"""Conversations erased wholly; the audit log keeps that it happened."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select, update

from coaching.desk.records import Act
from storage.clock import now_in_utc
from storage.desk.auditing import enter
from storage.desk.tables import reviews
from storage.engine import Database
from storage.tables import conversations, inbox, outbox, owners
from storage.usage import forget_owner

#: Conversations that are erased in one transaction.
_TOGETHER = 50


def erase_conversation(connection: Connection, conversation: str, coach: str, at: datetime, detail: str = "") -> None:
    """Erases a conversation and, where it was the last one, its owner. Everything that is part of it goes with it: the
    tables say so (ON DELETE CASCADE), and for the index of words a trigger or the table does."""
    owner = connection.execute(select(conversations.c.owner).where(conversations.c.id == conversation)).scalar()
    _enter(connection, conversation, coach, at, detail)
    connection.execute(delete(conversations).where(conversations.c.id == conversation))
    connection.execute(delete(outbox).where(outbox.c.conversation == conversation))
    connection.execute(update(inbox).where(inbox.c.conversation == conversation).values(conversation="", number=None))
    others = select(conversations.c.id).where(conversations.c.owner == owner).limit(1)
    if owner is not None and connection.execute(others).first() is None:
        connection.execute(delete(owners).where(owners.c.key == owner))
        forget_owner(connection, owner)


def note_erased(connection: Connection, owner: str, at: datetime) -> None:
    """Enters for each of an owner's conversations that the owner had it erased."""
    mine = select(conversations.c.id).where(conversations.c.owner == owner)
    for conversation in connection.execute(mine).scalars().all():
        _enter(connection, conversation, "", at, "owner")


class Retention:
    """Keeps conversations for some days after their last message, and erases them then."""

    def __init__(self, database: Database, days: int, now: Callable[[], datetime] = now_in_utc) -> None:
        self._database = database
        self._days = days
        self._now = now

    def sweep(self) -> int:
        """Erases what is older; how many conversations that were. 0 days keep everything."""
        erased = 0
        while self._days and (step := self._database.write(self._step)):
            erased += step
        return erased

    def _step(self, connection: Connection) -> int:
        at = self._now()
        old = select(conversations.c.id).where(conversations.c.last < at - timedelta(days=self._days))
        found = connection.execute(old.limit(_TOGETHER)).scalars().all()
        for conversation in found:
            erase_conversation(connection, conversation, "", at, "retention")
        return len(found)


def _enter(connection: Connection, conversation: str, coach: str, at: datetime, detail: str) -> None:
    agency = connection.execute(select(reviews.c.agency).where(reviews.c.conversation == conversation)).scalar()
    if agency is not None:
        enter(connection, agency, coach, Act.DELETED, at, conversation, detail)
