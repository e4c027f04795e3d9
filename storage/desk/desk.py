"""The `Desk` port over a database."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from coaching.desk.finding import snippet, wanted
from coaching.desk.ports import ON_A_PAGE
from coaching.desk.records import Choices, ConversationFilter, Hit, Line, Listed, Opened, Page, Piece, Status
from coaching.desk.staff import Reader
from journey.profile import Profile
from journey.state import State
from storage.clock import now_in_utc
from storage.desk import listing, opening
from storage.desk import words as index
from storage.desk.tables import reads, reviews
from storage.engine import Database
from storage.inserting import insert_new
from storage.rows import Row, in_utc
from storage.tables import conversations, messages

#: Conversations that a search waits for until they are indexed; the rest is indexed behind it.
_WAITED_FOR = 300

_FOUND = (
    select(messages, reviews.c.business, reviews.c.number.label("review"))
    .join(reviews, reviews.c.conversation == messages.c.conversation)
    .where(reviews.c.number == bindparam("of"), messages.c.number == bindparam("as"))
)
_READ_ON = update(reads).where(
    reads.c.conversation == bindparam("of"), reads.c.coach == bindparam("by"), reads.c.message < bindparam("up_to")
)


class DatabaseDesk:
    """Conversations as coaches read them, in SQLite or PostgreSQL. Safe to share between threads."""

    def __init__(self, database: Database, now: Callable[[], datetime] = now_in_utc) -> None:
        self._database = database
        self._now = now

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

    def search(self, reader: Reader, words: str, after: str = "", limit: int = ON_A_PAGE) -> Page[Hit]:
        """See Desk. What was said a moment ago is found: the index catches up first."""
        looked_for = wanted(words)
        if not looked_for:
            return Page()
        index.catch_up(self._database, _WAITED_FOR)
        before = int(after) if after.isdecimal() else index.LAST
        with self._database.reading() as connection:
            found = index.find(connection, reader.agency, looked_for, before, limit + 1)
            rows = [connection.execute(_FOUND, {"of": of, "as": as_}).mappings().one() for of, as_ in found[:limit]]
        hits = tuple(_hit(row, snippet(row["text"], looked_for)) for row in rows)
        following = str(index.document(*found[limit - 1])) if len(found) > limit else ""
        return Page(items=hits, following=following)

    def opened(self, reader: Reader, conversation: str) -> Opened | None:
        """See Desk."""
        with self._database.reading() as connection:
            row = _review(connection, reader, conversation)
            return self._whole(connection, row) if row else None

    def lines(self, reader: Reader, conversation: str, after: int) -> tuple[Line, ...]:
        """See Desk."""
        with self._database.reading() as connection:
            known = _review(connection, reader, conversation)
            return opening.lines_of(connection, conversation, after) if known else ()

    def revision(self, reader: Reader, conversation: str) -> int | None:
        """See Desk."""
        query = select(reviews.c.revision).where(
            reviews.c.conversation == conversation, reviews.c.agency == reader.agency
        )
        with self._database.reading() as connection:
            revision: int | None = connection.execute(query).scalar()
            return revision

    def read(self, reader: Reader, conversation: str, message: int) -> None:
        """See Desk."""

        def work(connection: Connection) -> None:
            if _review(connection, reader, conversation):
                row = {"conversation": conversation, "coach": reader.code, "message": message}
                insert_new(connection, reads, [row])
                on = {"of": conversation, "by": reader.code, "up_to": message}
                connection.execute(_READ_ON.values(message=message), on)

        self._database.write(work)

    def _whole(self, connection: Connection, row: Row) -> Opened:
        of = row["conversation"]
        talk = connection.execute(select(conversations).where(conversations.c.id == of)).mappings().one()
        labels = listing.tags_of(connection, [of])[of]
        return Opened(
            head=listing.listed(row, labels, self._now()),
            revision=row["revision"],
            state=State.model_validate(talk["state"]),
            profile=Profile.model_validate(talk["profile"]),
            lines=opening.lines_of(connection, of),
            facts=opening.facts_of(connection, of),
            plans=opening.plans_of(connection, of),
            notes=opening.notes_of(connection, of),
            tags=opening.tags_in(connection, of),
        )


def _review(connection: Connection, reader: Reader, conversation: str) -> Row | None:
    query = listing.listed_by(reader).where(reviews.c.conversation == conversation)
    return connection.execute(query).mappings().first()


def _hit(row: Row, around: tuple[Piece, ...]) -> Hit:
    return Hit(
        conversation=row["conversation"],
        number=row["review"],
        business=row["business"],
        message=row["number"],
        at=in_utc(row["at"]),
        sender=row["sender"],
        by=row["by"],
        snippet=around,
    )
