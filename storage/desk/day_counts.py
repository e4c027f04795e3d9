"""What insight shows, counted by the day on which a conversation began; questions back by the day they were asked.

Whatever changes a conversation, a trigger notes it in `recounts`. Behind the turns, and before anything is shown, what
those conversations counted for before (`counted`) is taken out of the sums, and what they count for now put in. So
nothing that is shown is old, no turn waits for a sum, and a year takes no longer than its days."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Connection, Date, bindparam, delete, insert, select, text

from coaching.desk.path import OPEN
from coaching.desk.records import STALLED_AFTER, Status
from storage.desk.fitting import silent_since
from storage.desk.tables import asks, counted, day_counts, recounts, reviews
from storage.engine import Database
from storage.rows import in_utc

#: Conversations that are counted in one transaction.
_TOGETHER = 250
#: Held while it counts, where others could: a number that no other program takes.
_TURNSTILE = text("SELECT pg_advisory_xact_lock(7204002)")


class Figure(StrEnum):
    """What is counted: steps of the interview and those at which an owner left (coaching/desk/path.py), what the first
    plan took, what was chosen, and what was asked back while which question stood open."""

    STEP = "step"
    LEFT = "left"
    TURNS = "turns"
    MINUTES = "minutes"
    CHANNEL = "channel"
    MODEL = "model"
    ASKED = "asked"


class _Sum(NamedTuple):
    """One of the sums."""

    agency: str
    figure: str
    key: str
    day: date


_of_some: BindParameter[int] = bindparam("numbers", expanding=True)
_DUE = (
    select(recounts.c.id, recounts.c.review)
    .where(recounts.c.due <= bindparam("now"))
    .order_by(recounts.c.due, recounts.c.id)
    .limit(_TOGETHER)
)
_WORKED = delete(recounts).where(recounts.c.id == bindparam("worked"))
#: What was noted for later; nobody but this program writes such.
_LATER = delete(recounts).where(recounts.c.due > bindparam("now"), recounts.c.review.in_(_of_some))
_BEFORE = select(counted).where(counted.c.review.in_(_of_some))
_FORGET = delete(counted).where(counted.c.review.in_(_of_some))
_COUNTED = ("number", "agency", "path", "status", "started", "last", "turns", "minutes", "channels", "model")
_NOW = select(*(reviews.c[name] for name in _COUNTED)).where(reviews.c.number.in_(_of_some))
_ASKED = (
    select(reviews.c.number, asks.c.at, asks.c.intent, asks.c.question)
    .join_from(reviews, asks, asks.c.conversation == reviews.c.conversation)
    .where(reviews.c.number.in_(_of_some))
)
_ADD = text(
    "INSERT INTO day_counts (agency, figure, key, day, count) VALUES (:agency, :figure, :key, :day, :more) "
    "ON CONFLICT (agency, figure, key, day) DO UPDATE SET count = day_counts.count + excluded.count"
).bindparams(bindparam("day", type_=Date()))
_EMPTY = delete(day_counts).where(
    *(day_counts.c[name] == bindparam(f"of_{name}") for name in _Sum._fields), day_counts.c.count == 0
)


def count_anew(database: Database, now: datetime) -> None:
    """Counts what changed, and what is due by the clock."""
    while _is_behind(database, now):
        database.write(lambda connection: _step(connection, now))


def _is_behind(database: Database, now: datetime) -> bool:
    with database.reading() as connection:
        return connection.execute(_DUE.limit(1), {"now": now}).first() is not None


def _step(connection: Connection, now: datetime) -> None:
    """Only notes that were seen first are taken away: what they tell of is visible to all that is read after them."""
    if connection.dialect.name == "postgresql":
        connection.execute(_TURNSTILE)
    if not (noted := connection.execute(_DUE, {"now": now}).all()):
        return
    numbers = {"numbers": list({note.review for note in noted})}
    before = connection.execute(_BEFORE, numbers).all()
    talks = connection.execute(_NOW, numbers).all()
    after = _standing(talks, connection.execute(_ASKED, numbers).all(), now)
    _change_sums(connection, _sums((row.agency, row.figures) for row in before), _sums(after.values()))
    connection.execute(_FORGET, numbers)
    connection.execute(_LATER, {**numbers, "now": now})
    _keep(connection, after, talks, now)
    connection.execute(_WORKED, [{"worked": note.id} for note in noted])


def _keep(connection: Connection, after: Mapping[int, tuple[str, str]], talks: Sequence[Any], now: datetime) -> None:
    """An interview in which nothing more is said is stalled one day, without anything that changes."""
    rows = [{"review": number, "agency": agency, "figures": figures} for number, (agency, figures) in after.items()]
    wait = timedelta(days=STALLED_AFTER, microseconds=1)
    later = [{"review": talk.number, "due": in_utc(talk.last) + wait} for talk in talks if _is_open(talk, now)]
    for table, added in ((counted, rows), (recounts, later)):
        if added:
            connection.execute(insert(table), added)


def _change_sums(connection: Connection, before: Counter[_Sum], after: Counter[_Sum]) -> None:
    after.subtract(before)
    changed = {sum_: more for sum_, more in after.items() if more}
    if changed:
        connection.execute(_ADD, [{**sum_._asdict(), "more": more} for sum_, more in changed.items()])
    if fewer := [sum_ for sum_, more in changed.items() if more < 0]:
        connection.execute(_EMPTY, [{f"of_{name}": value for name, value in sum_._asdict().items()} for sum_ in fewer])


def _sums(talks: Iterable[tuple[str, str]]) -> Counter[_Sum]:
    """What conversations count for, from what is kept of each: a line for every time, of day, figure and key."""
    found: Counter[_Sum] = Counter()
    for agency, figures in talks:
        for line in figures.splitlines():
            day, figure, key = line.split(" ", 2)
            found[_Sum(agency, figure, key, date.fromisoformat(day))] += 1
    return found


def _standing(talks: Sequence[Any], asked: Sequence[Any], now: datetime) -> dict[int, tuple[str, str]]:
    """Agency and lines of each conversation that is still there."""
    lines = {
        talk.number: [f"{in_utc(talk.started).date()} {each}" for each in _figures_of(talk, now)] for talk in talks
    }
    for ask in asked:
        lines[ask.number].append(f"{in_utc(ask.at).date()} {Figure.ASKED} {ask.intent} {ask.question}")
    return {talk.number: (talk.agency, "\n".join(lines[talk.number])) for talk in talks}


def _figures_of(talk: Any, now: datetime) -> Iterator[str]:
    for step in talk.path.split():
        yield f"{Figure.STEP} {step}"
        if step.endswith(OPEN) and _is_gone(talk, now):
            yield f"{Figure.LEFT} {step}"
    if talk.turns is not None:
        yield f"{Figure.TURNS} {talk.turns}"
        yield f"{Figure.MINUTES} {talk.minutes}"
    for channel in talk.channels.split():
        yield f"{Figure.CHANNEL} {channel}"
    if talk.model:
        yield f"{Figure.MODEL} {talk.model}"


def _is_gone(talk: Any, now: datetime) -> bool:
    """Whoever has no plan and has been silent for too long, or began anew."""
    silent = talk.status == Status.INTERVIEWING and not _is_open(talk, now)
    return talk.turns is None and (silent or talk.status == Status.CLOSED)


def _is_open(talk: Any, now: datetime) -> bool:
    return talk.status == Status.INTERVIEWING and in_utc(talk.last) >= silent_since(now)
