"""The `Desk` port over a database."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from coaching.desk.finding import Wanted, snippet, wanted
from coaching.desk.ports import ON_A_PAGE
from coaching.desk.records import Choices, ConversationFilter, Hit, Line, Listed, Opened, Page, Status
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
            hits = _hits(connection, found[:limit], looked_for)
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


def _hits(connection: Connection, found: Sequence[tuple[int, int]], looked_for: Sequence[Wanted]) -> tuple[Hit, ...]:
    """The messages found, by review and number, in the order in which they were found."""
    known = select(reviews.c.conversation, reviews.c.number, reviews.c.business).where(
        reviews.c.number.in_({review for review, _ in found})
    )
    heads = {row["conversation"]: row for row in connection.execute(known).mappings()}
    ids = {row["number"]: id_ for id_, row in heads.items()}
    places = [(ids[review], message) for review, message in found]
    said = select(messages).where(  # more than was found, at most; SQLite looks through the whole table for pairs
        messages.c.conversation.in_(heads), messages.c.number.in_({message for _, message in found})
    )
    rows = {(row["conversation"], row["number"]): row for row in connection.execute(said).mappings()}
    return tuple(_hit(rows[place], heads[place[0]], looked_for) for place in places)


def _hit(row: Row, head: Row, looked_for: Sequence[Wanted]) -> Hit:
    return Hit(
        conversation=row["conversation"],
        number=head["number"],
        business=head["business"],
        message=row["number"],
        at=in_utc(row["at"]),
        sender=row["sender"],
        by=row["by"],
        snippet=snippet(row["text"], looked_for),
    )
