"""The `Desk` port over a database."""

import time
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, select, update

from coaching.desk.finding import wanted
from coaching.desk.ports import ON_A_PAGE
from coaching.desk.records import (
    EVERY,
    Act,
    Choices,
    ConversationFilter,
    DeskLine,
    Hit,
    Listed,
    Opened,
    Page,
    Status,
)
from coaching.desk.staff import Reader
from journey.profile import Profile
from journey.state import State
from storage.clock import now_in_utc
from storage.desk import listing, opening
from storage.desk.hits import hits_of
from storage.desk.searching import Search
from storage.desk.tables import audit, reviews, unread
from storage.desk.words import catch_up
from storage.engine import Database
from storage.rows import Row
from storage.tables import conversations

#: Conversations that a search waits for until they are indexed; the rest is indexed behind it.
_WAITED_FOR = 300

_KNOWN = select(reviews.c.number, reviews.c.messages).where(
    reviews.c.conversation == bindparam("of"), reviews.c.agency == bindparam("agency")
)
#: Held until the transaction ends, as a turn holds it: what comes in meanwhile isn't taken for read.
_HELD = _KNOWN.with_for_update()
#: When somebody last noted or tagged something in a conversation.
_BESIDE = (
    select(func.max(audit.c.id))
    .where(audit.c.conversation == reviews.c.conversation, audit.c.act.in_((Act.NOTED, Act.TAGGED)))
    .scalar_subquery()
)


class DatabaseDesk:
    """Conversations as coaches read them, in SQLite or PostgreSQL. Safe to share between threads."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime] = now_in_utc,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database = database
        self._now = now
        self._clock = clock

    def listed(
        self, reader: Reader, which: ConversationFilter, after: str = "", limit: int = ON_A_PAGE
    ) -> Page[Listed]:
        """See Desk."""
        with self._database.reading() as connection:
            return listing.page(connection, reader, which, after, limit, self._now())

    def counts(self, reader: Reader) -> dict[Status, int]:
        """See Desk."""
        with self._database.reading() as connection:
            return listing.counts(connection, reader, self._now())

    def choices(self, reader: Reader) -> Choices:
        """See Desk."""
        with self._database.reading() as connection:
            return listing.choices(connection, reader)

    def coaches(self, reader: Reader) -> tuple[tuple[str, str], ...]:
        """See Desk."""
        with self._database.reading() as connection:
            return listing.staff(connection, reader)

    def search(
        self,
        reader: Reader,
        words: str,
        which: ConversationFilter = EVERY,
        after: str = "",
        limit: int = ON_A_PAGE,
    ) -> Page[Hit]:
        """See Desk. What was said a moment ago is found: the index catches up first."""
        looked_for = wanted(words)
        if not looked_for:
            return Page()
        catch_up(self._database, _WAITED_FOR)
        before = int(after) if after.isdecimal() else None
        with self._database.reading() as connection:
            found = Search(connection, reader, looked_for, which, self._now()).before(before, limit + 1, self._clock)
            hits = hits_of(connection, found.documents[:limit], looked_for)
        goes_on = found.documents[limit - 1] if len(found.documents) > limit else found.reached
        return Page(items=hits, following=str(goes_on or ""))

    def opened(self, reader: Reader, conversation: str) -> Opened | None:
        """See Desk."""
        with self._database.reading() as connection:
            row = _review(connection, reader, conversation)
            return self._whole(connection, row) if row else None

    def lines(self, reader: Reader, conversation: str, after: int) -> tuple[DeskLine, ...]:
        """See Desk."""
        with self._database.reading() as connection:
            known = connection.execute(_KNOWN, {"of": conversation, "agency": reader.agency}).first()
            return opening.lines_of(connection, conversation, after) if known else ()

    def mark(self, reader: Reader, conversation: str) -> str | None:
        """See Desk. Notes and tags don't raise the revision, as they write over nothing; the audit log knows them."""
        query = select(reviews.c.revision, _BESIDE).where(
            reviews.c.conversation == conversation, reviews.c.agency == reader.agency
        )
        with self._database.reading() as connection:
            row = connection.execute(query).first()
            return f"{row[0]}.{row[1] or 0}" if row else None

    def read(self, reader: Reader, conversation: str, message: int) -> None:
        """See Desk."""

        def work(connection: Connection) -> None:
            of = {"of": conversation, "agency": reader.agency}
            row = connection.execute(_HELD, of).first()
            if row is None:
                return
            mine = (unread.c.coach == reader.code, unread.c.review == row.number)
            if message >= row.messages:
                connection.execute(delete(unread).where(*mine))
            else:
                connection.execute(update(unread).where(*mine, unread.c.seen < message).values(seen=message))

        self._database.write(work)

    def _whole(self, connection: Connection, row: Row) -> Opened:
        of = row["conversation"]
        talk = connection.execute(select(conversations).where(conversations.c.id == of)).mappings().one()
        labels = opening.tags_in(connection, of)
        return Opened(
            head=listing.listed(row, sorted({tag.name for tag in labels}), self._now()),
            revision=row["revision"],
            state=State.model_validate(talk["state"]),
            profile=Profile.model_validate(talk["profile"]),
            lines=opening.lines_of(connection, of),
            facts=opening.facts_of(connection, of),
            plans=opening.plans_of(connection, of),
            notes=opening.notes_of(connection, of),
            tags=labels,
        )


def _review(connection: Connection, reader: Reader, conversation: str) -> Row | None:
    query = listing.listed_by(reader).where(reviews.c.conversation == conversation)
    return connection.execute(query).mappings().first()
