"""What insight shows, counted by the day on which a conversation began; questions back by the day they were asked.

Whatever changes, a trigger notes its day in `recounts`. Those days are counted anew behind the turns, and before
anything is shown: so nothing that is shown is old, and a year takes no longer than its days."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, text

from coaching.desk.path import OPEN
from coaching.desk.records import STALLED_AFTER, Status
from storage.desk.fitting import silent_since
from storage.desk.tables import asks, day_counts, recounts, reviews
from storage.engine import Database
from storage.rows import in_utc

#: Notes that are worked in one transaction, and days that are counted in it at most.
_NOTES, _DAYS = 1_000, 30
#: Held while days are counted: a number that no other program takes.
_TURNSTILE = text("SELECT pg_advisory_xact_lock(7204002)")


class Figure(StrEnum):
    """What is counted: steps of the interview and those at which an owner left (coaching/desk/path.py), what the first
    plan took, what was chosen, what was asked back while which question stood open."""

    STEP = "step"
    LEFT = "left"
    TURNS = "turns"
    MINUTES = "minutes"
    CHANNEL = "channel"
    MODEL = "model"
    ASKED = "asked"


_of_agency = recounts.c.agency == bindparam("agency")
_DUE = select(recounts.c.id, recounts.c.began).where(_of_agency, recounts.c.due <= bindparam("now"))
_BEHIND = select(recounts.c.agency).where(recounts.c.due <= bindparam("now")).distinct()
_DONE = delete(recounts).where(recounts.c.id == bindparam("done"))
#: What this program itself noted for later. Nobody else writes these.
_LATER = delete(recounts).where(_of_agency, recounts.c.began == bindparam("begin"), recounts.c.due > bindparam("now"))
_COUNTED = ("path", "status", "last", "turns", "minutes", "channels", "model")
_BEGAN = select(*(reviews.c[name] for name in _COUNTED)).where(
    reviews.c.agency == bindparam("agency"),
    reviews.c.started >= bindparam("begin"),
    reviews.c.started < bindparam("end"),
)
_ASKED = (
    select(asks.c.intent, asks.c.question, func.count())
    .where(asks.c.agency == bindparam("agency"), asks.c.at >= bindparam("begin"), asks.c.at < bindparam("end"))
    .group_by(asks.c.intent, asks.c.question)
)
_OLD = delete(day_counts).where(
    day_counts.c.agency == bindparam("agency"),
    day_counts.c.figure.in_(list(Figure)),
    day_counts.c.day == bindparam("of"),
)


def count_all_days(database: Database, now: datetime) -> None:
    """Counts what changed, in every agency."""
    with database.reading() as connection:
        behind = connection.execute(_BEHIND, {"now": now}).scalars().all()
    for agency in behind:
        count_days(database, agency, now)


def count_days(database: Database, agency: str, now: datetime) -> None:
    """Counts the days of an agency anew on which anything changed."""
    while _is_behind(database, agency, now):
        database.write(lambda connection: _step(connection, agency, now))


def _is_behind(database: Database, agency: str, now: datetime) -> bool:
    with database.reading() as connection:
        return connection.execute(_DUE.limit(1), {"agency": agency, "now": now}).first() is not None


def _step(connection: Connection, agency: str, now: datetime) -> None:
    """Only notes that were seen before counting are taken away: what they tell of is visible by then."""
    if connection.dialect.name == "postgresql":
        connection.execute(_TURNSTILE)
    due = _DUE.order_by(recounts.c.due).limit(_NOTES)
    noted = [(id_, in_utc(began).date()) for id_, began in connection.execute(due, {"agency": agency, "now": now})]
    days = set(sorted({day for _, day in noted})[:_DAYS])
    for day in days:
        _count_day(connection, agency, day, now)
    if done := [{"done": id_} for id_, day in noted if day in days]:
        connection.execute(_DONE, done)


def _count_day(connection: Connection, agency: str, day: date, now: datetime) -> None:
    begin = datetime.combine(day, time(), UTC)
    within = {"agency": agency, "begin": begin, "end": begin + timedelta(days=1)}
    began = connection.execute(_BEGAN, within).all()
    counted = Counter(each for row in began for each in _figures_of(row, now))
    for intent, question, many in connection.execute(_ASKED, within):
        counted[Figure.ASKED, f"{intent} {question}"] = many
    connection.execute(_OLD, {"agency": agency, "of": day})
    rows = [{"figure": str(figure), "key": key, "count": many} for (figure, key), many in counted.items()]
    if rows:
        connection.execute(insert(day_counts), [{**row, "agency": agency, "day": day} for row in rows])
    _note_for_later(connection, agency, begin, now, [in_utc(row.last) for row in began if _is_open(row, now)])


def _note_for_later(
    connection: Connection, agency: str, begin: datetime, now: datetime, last: Sequence[datetime]
) -> None:
    """An interview in which nothing more is said is stalled one day, without anything that changes."""
    connection.execute(_LATER, {"agency": agency, "begin": begin, "now": now})
    if last:
        due = min(last) + timedelta(days=STALLED_AFTER, microseconds=1)
        connection.execute(insert(recounts).values(agency=agency, began=begin, due=due))


def _figures_of(row: Any, now: datetime) -> Iterator[tuple[Figure, str]]:
    """What one conversation counts for."""
    for step in row.path.split():
        yield Figure.STEP, step
        if step.endswith(OPEN) and _is_gone(row, now):
            yield Figure.LEFT, step
    if row.turns is not None:
        yield Figure.TURNS, str(row.turns)
        yield Figure.MINUTES, str(row.minutes)
    for channel in row.channels.split():
        yield Figure.CHANNEL, channel
    if row.model:
        yield Figure.MODEL, row.model


def _is_gone(row: Any, now: datetime) -> bool:
    """Whoever has no plan and has been silent for too long, or began anew."""
    if row.turns is not None:
        return False
    silent = row.status == Status.INTERVIEWING and not _is_open(row, now)
    return row.status == Status.CLOSED or silent


def _is_open(row: Any, now: datetime) -> bool:
    return row.status == Status.INTERVIEWING and in_utc(row.last) >= silent_since(now)
