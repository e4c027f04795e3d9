"""The `Reviews` port over a database: what coaches do, each in one transaction."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from coaching.desk.ports import StaleReviewError, UnknownConversationError
from coaching.desk.records import Act, Change
from coaching.desk.staff import Reader
from storage.clock import now_in_utc
from storage.desk.auditing import enter
from storage.desk.changing import store
from storage.desk.erasing import Forgets, erase_conversation, no_files
from storage.desk.tables import notes, reviews, tags
from storage.engine import Database
from storage.inserting import insert_new
from storage.rows import Row
from storage.tables import conversations, messages


class DatabaseReviews:
    """What coaches do, in SQLite or PostgreSQL. Safe to share between threads."""

    def __init__(
        self, database: Database, now: Callable[[], datetime] = now_in_utc, forgets: Forgets = no_files
    ) -> None:
        self._database = database
        self._now = now
        self._forgets = forgets

    def record(self, reader: Reader, change: Change) -> int:
        """See Reviews."""
        at = self._now()

        def work(connection: Connection) -> int:
            row = _held(connection, reader, change.conversation)
            if row["revision"] != change.seen:
                raise StaleReviewError
            store(connection, row, change, reader.code, at)
            enter(connection, reader.agency, reader.code, change.act, at, change.conversation, change.detail)
            return change.seen + 1

        return self._database.write(work)

    def note(
        self,
        reader: Reader,
        conversation: str,
        text: str,
        message: int | None = None,
        version: int | None = None,
        place: str = "",
    ) -> int:
        """See Reviews."""
        at = self._now()
        row = {"conversation": conversation, "text": text, "by": reader.code, "at": at}
        row |= {"message": message, "version": version, "place": place[:60]}

        def work(connection: Connection) -> int:
            _held(connection, reader, conversation)
            enter(connection, reader.agency, reader.code, Act.NOTED, at, conversation)
            return int(connection.execute(insert(notes).values(row).returning(notes.c.id)).scalar_one())

        return self._database.write(work)

    def remove_note(self, reader: Reader, conversation: str, note: int) -> bool:
        """See Reviews."""
        at = self._now()
        gone = delete(notes).where(notes.c.id == note, notes.c.conversation == conversation)
        if not reader.leads:
            gone = gone.where(notes.c.by == reader.code)

        def work(connection: Connection) -> bool:
            _held(connection, reader, conversation)
            removed = connection.execute(gone).rowcount == 1
            if removed:
                enter(connection, reader.agency, reader.code, Act.NOTED, at, conversation, "removed")
            return removed

        return self._database.write(work)

    def tag(self, reader: Reader, conversation: str, message: int, name: str) -> None:
        """See Reviews. A message that there is none of takes no tag."""
        row = {"conversation": conversation, "message": message, "name": name[:40], "by": reader.code}
        there = select(messages.c.number).where(messages.c.conversation == conversation, messages.c.number == message)

        def add(connection: Connection) -> None:
            if connection.execute(there).first():
                insert_new(connection, tags, [row])

        self._tagged(reader, conversation, add)

    def untag(self, reader: Reader, conversation: str, message: int, name: str) -> None:
        """See Reviews."""
        off = delete(tags).where(tags.c.conversation == conversation, tags.c.message == message, tags.c.name == name)
        self._tagged(reader, conversation, lambda connection: connection.execute(off))

    def erase(self, reader: Reader, conversation: str) -> None:
        """See Reviews."""
        at = self._now()

        def work(connection: Connection) -> None:
            _held(connection, reader, conversation)
            erase_conversation(connection, conversation, reader.code, at)

        self._forgets(self._owner(reader, conversation))
        self._database.write(work)

    def _owner(self, reader: Reader, conversation: str) -> str:
        mine = (reviews.c.conversation == conversation, reviews.c.agency == reader.agency)
        query = select(conversations.c.owner).join(reviews, reviews.c.conversation == conversations.c.id).where(*mine)
        with self._database.reading() as connection:
            owner = connection.execute(query).scalar()
        if owner is None:
            raise UnknownConversationError
        return str(owner)

    def _tagged(self, reader: Reader, conversation: str, change: Callable[[Connection], object]) -> None:
        at = self._now()

        def work(connection: Connection) -> None:
            _held(connection, reader, conversation)
            change(connection)
            enter(connection, reader.agency, reader.code, Act.TAGGED, at, conversation)

        self._database.write(work)


def _held(connection: Connection, reader: Reader, conversation: str) -> Row:
    """The review and its conversation, which no turn changes until the transaction ends: the conversation is locked
    first, as a turn does, so that neither waits for the other in a ring."""
    talk = select(conversations.c.id).where(conversations.c.id == conversation).with_for_update()
    connection.execute(talk)
    mine = select(reviews).where(reviews.c.conversation == conversation, reviews.c.agency == reader.agency)
    row = connection.execute(mine).mappings().first()
    if row is None:
        raise UnknownConversationError
    return row
