"""The list of conversations: what fits a filter, a page at a time by the place where the last page ended."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, func, literal, select, tuple_

from coaching.desk.records import Choices, ConversationFilter, Listed, Page, Status
from coaching.desk.staff import Reader
from journey.keys import LANGUAGES
from journey.topics import QUESTIONS
from storage.desk.fitting import fitting, of_status, silent_since
from storage.desk.tables import reviews, tags, unread
from storage.rows import Row, in_utc
from storage.tables import coaches

_ASSIGNEE = coaches.alias("assignee")


def page(
    connection: Connection, reader: Reader, which: ConversationFilter, after: str, limit: int, now: datetime
) -> Page[Listed]:
    """A page of the conversations that fit."""
    query = listed_by(reader).where(*fitting(connection, reader, which, now))
    if place := _place(after):
        query = query.where(tuple_(reviews.c.last, reviews.c.number) < tuple_(*map(literal, place)))
    query = query.order_by(reviews.c.last.desc(), reviews.c.number.desc()).limit(limit + 1)
    rows = connection.execute(query).mappings().all()
    shown = rows[:limit]
    labels = _tags_of(connection, [row["conversation"] for row in shown])
    following = f"{in_utc(shown[-1]['last']).isoformat()}/{shown[-1]['number']}" if len(rows) > limit else ""
    return Page(items=tuple(listed(row, labels[row["conversation"]], now) for row in shown), following=following)


def listed_by(reader: Reader) -> Select[*tuple[object, ...]]:
    """The reviews of the reader's agency, with how far they read where that isn't all, and the name of who sees to
    it."""
    mine = and_(unread.c.review == reviews.c.number, unread.c.coach == reader.code)
    source = reviews.outerjoin(unread, mine).outerjoin(_ASSIGNEE, _ASSIGNEE.c.code == reviews.c.assignee)
    columns = (reviews, unread.c.seen, func.coalesce(_ASSIGNEE.c.name, "").label("assignee_name"))
    return select(*columns).select_from(source).where(reviews.c.agency == reader.agency)


def listed(row: Row, labels: Sequence[str], now: datetime) -> Listed:
    """A row of `listed_by`."""
    return Listed(
        **{name: row[name] for name in ("number", "business", "sector", "language", "topic", "messages")},
        **{name: row[name] for name in ("assignee", "assignee_name", "taken_by")},
        id=row["conversation"],
        status=_status(row, now),
        started=in_utc(row["started"]),
        last=in_utc(row["last"]),
        unread=0 if row["seen"] is None else row["messages"] - row["seen"],
        tags=tuple(labels),
    )


def counts(connection: Connection, reader: Reader, now: datetime) -> dict[Status, int]:
    """How many conversations have each status: each is counted along an index, which takes half as long as grouping
    them, and of interviews those that go on rather than the many that are stalled."""
    stored = [status for status in Status if status is not Status.STALLED]
    which = (*(reviews.c.status == str(status) for status in stored), of_status((Status.INTERVIEWING,), now))
    mine = select(func.count()).select_from(reviews).where(reviews.c.agency == reader.agency)
    *counted, ongoing = connection.execute(select(*(mine.where(fits).scalar_subquery() for fits in which))).one()
    found = dict(zip(stored, counted, strict=True))
    return {**found, Status.INTERVIEWING: ongoing, Status.STALLED: found[Status.INTERVIEWING] - ongoing}


def choices(connection: Connection, reader: Reader) -> Choices:
    """What can be filtered by."""
    sectors = _each(reviews.c.sector, reviews.c.agency == reader.agency)
    return Choices(
        topics=tuple(dict.fromkeys(str(question.topic) for question in QUESTIONS.values())),
        sectors=tuple(sorted(connection.execute(sectors).scalars())),
        languages=LANGUAGES,
        tags=tuple(sorted(connection.execute(_tags_used(reader)).scalars())),
        coaches=staff(connection, reader),
    )


def staff(connection: Connection, reader: Reader) -> tuple[tuple[str, str], ...]:
    """Code and name of the coaches who work for the reader's agency."""
    mine = select(coaches.c.code, coaches.c.name).where(coaches.c.agency == reader.agency, coaches.c.active)
    return tuple((code, name) for code, name in connection.execute(mine.order_by(coaches.c.name)))


def _each(column: Column[str], *mine: ColumnElement[bool]) -> Select[str]:
    """Each value of an indexed column once, but for "", found by steps from one to the next: not by looking at all of
    them."""
    found = select(func.min(column).label("value")).where(column > "", *mine).cte(recursive=True)
    following = select(func.min(column)).where(column > found.c.value, *mine).scalar_subquery()
    found = found.union_all(select(following).where(found.c.value.is_not(None)))
    return select(found.c.value).where(found.c.value.is_not(None))


def _tags_used(reader: Reader) -> Select[str]:
    """Each tag is looked up once, however often it is used."""
    known, used = _each(tags.c.name).subquery(), tags.alias("used")
    mine = reviews.join(used, used.c.conversation == reviews.c.conversation)
    there = select(literal(1)).select_from(mine).where(used.c.name == known.c.value, reviews.c.agency == reader.agency)
    # As EXISTS, PostgreSQL would gather all that are used first.
    return select(known.c.value).where(there.limit(1).scalar_subquery().is_not(None))


def _tags_of(connection: Connection, conversations: Sequence[str]) -> dict[str, list[str]]:
    """The tags in each conversation, every one once."""
    query = select(tags.c.conversation, tags.c.name).where(tags.c.conversation.in_(conversations)).distinct()
    found: dict[str, list[str]] = defaultdict(list)
    for conversation, name in connection.execute(query.order_by(tags.c.name)):
        found[conversation].append(name)
    return found


def _status(row: Row, now: datetime) -> Status:
    silent = row["status"] == Status.INTERVIEWING and in_utc(row["last"]) < silent_since(now)
    return Status.STALLED if silent else Status(row["status"])


def _place(after: str) -> tuple[datetime, int] | None:
    last, _, number = after.partition("/")
    try:
        return in_utc(datetime.fromisoformat(last)), int(number)
    except ValueError:
        return None
