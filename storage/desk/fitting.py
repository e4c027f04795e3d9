"""Which conversations fit a filter, said so that the database never looks at each of them for it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from coaching.desk.records import NOBODY, STALLED_AFTER, ConversationFilter, Status
from coaching.desk.staff import Reader
from storage.desk.tables import reviews, tags, unread

#: Unread conversations up to which each of them is looked at; where there are more, the list is, and some come soon.
_FEW = 20_000
#: Other names than where a list says how far each was read, and of the reviews that are looked for.
_LEFT = unread.alias("unread_here")
_TAGGED = reviews.alias("tagged")


def fitting(
    connection: Connection, reader: Reader, which: ConversationFilter, now: datetime
) -> list[ColumnElement[bool]]:
    """What the reviews that fit have in common; those of another agency never fit."""
    assignees = tuple("" if code == NOBODY else code for code in which.assignees)
    among = (
        (reviews.c.topic, which.topics),
        (reviews.c.sector, which.sectors),
        (reviews.c.language, which.languages),
        (reviews.c.assignee, assignees),
    )
    fits = [reviews.c.agency == reader.agency, *(column.in_(values) for column, values in among if values)]
    if which.statuses:
        fits.append(of_status(which.statuses, now))
    if which.tags:
        fits.append(reviews.c.number.in_(_tagged(which.tags)))
    if which.unread:
        fits.append(_unread(connection, reader))
    return fits


def silent_since(now: datetime) -> datetime:
    """Whoever wrote before this moment is silent."""
    return now - timedelta(days=STALLED_AFTER)


def of_status(statuses: Sequence[Status], now: datetime) -> ColumnElement[bool]:
    """Conversations with one of these statuses, of which there is at least one."""
    stored = [str(status) for status in statuses if status not in (Status.STALLED, Status.INTERVIEWING)]
    parts: list[ColumnElement[bool]] = [reviews.c.status.in_(stored)] if stored else []
    interview = reviews.c.status == str(Status.INTERVIEWING)
    if {Status.STALLED, Status.INTERVIEWING} <= set(statuses):
        parts.append(interview)
    elif Status.STALLED in statuses:
        parts.append(interview & (reviews.c.last < silent_since(now)))
    elif Status.INTERVIEWING in statuses:
        parts.append(interview & (reviews.c.last >= silent_since(now)))
    return or_(*parts)


def _tagged(names: Sequence[str]) -> Select[int]:
    """Numbers rather than ids: every index of reviews holds them, so that none of the rows is looked up."""
    with_one = select(tags.c.conversation).where(tags.c.name.in_(names))
    return select(_TAGGED.c.number).where(_TAGGED.c.conversation.in_(with_one))


def _unread(connection: Connection, reader: Reader) -> ColumnElement[bool]:
    mine = select(_LEFT.c.review).where(_LEFT.c.coach == reader.code)
    counted = select(func.count()).select_from(mine.limit(_FEW + 1).subquery())
    if connection.execute(counted).scalar_one() <= _FEW:
        return reviews.c.number.in_(mine)
    return mine.where(_LEFT.c.review == reviews.c.number).exists()
