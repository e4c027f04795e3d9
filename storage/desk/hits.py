"""What a search found, as it is shown."""

from collections.abc import Sequence

from sqlalchemy import Connection, and_, false, or_, select

from coaching.desk.finding import Wanted, snippet
from coaching.desk.records import Hit
from storage.desk.tables import reviews
from storage.desk.words import ROOM
from storage.rows import Row, in_utc
from storage.tables import messages


def hits_of(connection: Connection, documents: Sequence[int], looked_for: Sequence[Wanted]) -> tuple[Hit, ...]:
    """The messages with these numbers in the index, in the same order."""
    found = [divmod(document, ROOM) for document in documents]
    known = select(reviews.c.conversation, reviews.c.number, reviews.c.business).where(
        reviews.c.number.in_({review for review, _ in found})
    )
    heads = {row["conversation"]: row for row in connection.execute(known).mappings()}
    ids = {row["number"]: id_ for id_, row in heads.items()}
    places = [(ids[review], message) for review, message in found if review in ids]
    rows = {(row["conversation"], row["number"]): row for row in _said(connection, places)}
    return tuple(_hit(rows[place], heads[place[0]], looked_for) for place in places if place in rows)


def _said(connection: Connection, places: Sequence[tuple[str, int]]) -> Sequence[Row]:
    """Said one by one: SQLite looks through the whole table for a list of pairs."""
    each = (and_(messages.c.conversation == of, messages.c.number == number) for of, number in places)
    query = select(*(messages.c[name] for name in ("conversation", "number", "at", "sender", "by", "text")))
    return connection.execute(query.where(or_(false(), *each))).mappings().all()


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
