"""The list of conversations: what fits a filter, a page at a time by the place where the last page ended."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal, or_, select, tuple_

from coaching.desk.records import NOBODY, STALLED_AFTER, Choices, ConversationFilter, Listed, Page, Status
from coaching.desk.staff import Reader
from journey.keys import LANGUAGES
from journey.topics import QUESTIONS
from storage.desk.tables import reads, reviews, tags
from storage.rows import Row, in_utc
from storage.tables import coaches

_ASSIGNEE = coaches.alias("assignee")
_SEEN = func.coalesce(reads.c.message, 0)


def page(
    connection: Connection, reader: Reader, which: ConversationFilter, after: str, limit: int, now: datetime
) -> Page[Listed]:
    """A page of the conversations that fit."""
    query = listed_by(reader).where(*_fitting(which, now))
    if place := _place(after):
        query = query.where(tuple_(reviews.c.last, reviews.c.number) < tuple_(*map(literal, place)))
    query = query.order_by(reviews.c.last.desc(), reviews.c.number.desc()).limit(limit + 1)
    rows = connection.execute(query).mappings().all()
    shown = rows[:limit]
    labels = tags_of(connection, [row["conversation"] for row in shown])
    following = f"{in_utc(shown[-1]['last']).isoformat()}/{shown[-1]['number']}" if len(rows) > limit else ""
    return Page(items=tuple(listed(row, labels[row["conversation"]], now) for row in shown), following=following)


def listed_by(reader: Reader) -> Select[*tuple[object, ...]]:
    """The reviews of the reader's agency, with how far they read and the name of who sees to it."""
    read = and_(reads.c.conversation == reviews.c.conversation, reads.c.coach == reader.code)
    source = reviews.outerjoin(reads, read).outerjoin(_ASSIGNEE, _ASSIGNEE.c.code == reviews.c.assignee)
    columns = (reviews, _SEEN.label("seen"), func.coalesce(_ASSIGNEE.c.name, "").label("assignee_name"))
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
        unread=max(0, row["messages"] - row["seen"]),
        tags=tuple(labels),
    )


def counts(connection: Connection, reader: Reader, now: datetime) -> dict[Status, int]:
    """How many conversations have each status."""
    mine = reviews.c.agency == reader.agency
    query = select(reviews.c.status, func.count()).where(mine).group_by(reviews.c.status)
    found = Counter({Status(status): int(count) for status, count in connection.execute(query)})
    found[Status.STALLED] = int(connection.execute(select(func.count()).where(mine, _stalled(now))).scalar_one())
    found[Status.INTERVIEWING] -= found[Status.STALLED]
    return {status: found[status] for status in Status}


def choices(connection: Connection, reader: Reader) -> Choices:
    """What can be filtered by."""
    mine = reviews.c.agency == reader.agency
    sectors = select(reviews.c.sector).where(mine, reviews.c.sector != "").distinct()
    staff = select(coaches.c.code, coaches.c.name).where(coaches.c.agency == reader.agency, coaches.c.active)
    return Choices(
        topics=tuple(dict.fromkeys(str(question.topic) for question in QUESTIONS.values())),
        sectors=tuple(sorted(connection.execute(sectors).scalars())),
        languages=LANGUAGES,
        tags=tuple(sorted(connection.execute(_tags_used(reader)).scalars())),
        coaches=tuple((code, name) for code, name in connection.execute(staff.order_by(coaches.c.name))),
    )


def _tags_used(reader: Reader) -> Select[str]:
    """Each tag is looked up once, however often it is used."""
    known, used = select(tags.c.name).distinct().subquery(), tags.alias("used")
    mine = reviews.join(used, used.c.conversation == reviews.c.conversation)
    there = select(literal(1)).select_from(mine).where(used.c.name == known.c.name, reviews.c.agency == reader.agency)
    return select(known.c.name).where(there.exists())


def tags_of(connection: Connection, conversations: Sequence[str]) -> dict[str, list[str]]:
    """The tags in each conversation, every one once."""
    query = select(tags.c.conversation, tags.c.name).where(tags.c.conversation.in_(conversations)).distinct()
    found: dict[str, list[str]] = defaultdict(list)
    for conversation, name in connection.execute(query.order_by(tags.c.name)):
        found[conversation].append(name)
    return found


def _fitting(which: ConversationFilter, now: datetime) -> list[ColumnElement[bool]]:
    assignees = tuple("" if code == NOBODY else code for code in which.assignees)
    among = (
        (reviews.c.topic, which.topics),
        (reviews.c.sector, which.sectors),
        (reviews.c.language, which.languages),
        (reviews.c.assignee, assignees),
    )
    fitting: list[ColumnElement[bool]] = [column.in_(values) for column, values in among if values]
    if which.statuses:
        fitting.append(_of_status(which.statuses, now))
    if which.tags:
        fitting.append(reviews.c.conversation.in_(select(tags.c.conversation).where(tags.c.name.in_(which.tags))))
    if which.unread:
        fitting.append(reviews.c.messages > _SEEN)
    return fitting


def _of_status(statuses: Sequence[Status], now: datetime) -> ColumnElement[bool]:
    stored = [str(status) for status in statuses if status not in (Status.STALLED, Status.INTERVIEWING)]
    parts: list[ColumnElement[bool]] = [reviews.c.status.in_(stored)] if stored else []
    interview = reviews.c.status == str(Status.INTERVIEWING)
    if {Status.STALLED, Status.INTERVIEWING} <= set(statuses):
        parts.append(interview)
    elif Status.STALLED in statuses:
        parts.append(_stalled(now))
    elif Status.INTERVIEWING in statuses:
        parts.append(interview & (reviews.c.last >= _silent_since(now)))
    return or_(*parts)


def _stalled(now: datetime) -> ColumnElement[bool]:
    return (reviews.c.status == str(Status.INTERVIEWING)) & (reviews.c.last < _silent_since(now))


def _status(row: Row, now: datetime) -> Status:
    stalled = row["status"] == Status.INTERVIEWING and in_utc(row["last"]) < _silent_since(now)
    return Status.STALLED if stalled else Status(row["status"])


def _silent_since(now: datetime) -> datetime:
    return now - timedelta(days=STALLED_AFTER)


def _place(after: str) -> tuple[datetime, int] | None:
    last, _, number = after.partition("/")
    try:
        return in_utc(datetime.fromisoformat(last)), int(number)
    except ValueError:
        return None
