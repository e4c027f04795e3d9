"""The `Insight` port over a database: counted anew each time, from narrow tables."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Column, ColumnElement, func, select

from coaching.desk.effort import effort
from coaching.desk.insights import AskedBack, Bar, Chosen, Effort, FunnelStep, PoorAnswer
from coaching.desk.path import funnel
from coaching.desk.ports import ON_A_PAGE
from coaching.desk.records import Status
from coaching.desk.staff import Reader
from storage.clock import now_in_utc
from storage.desk.fitting import stalled
from storage.desk.tables import asks, reviews
from storage.engine import Database
from storage.rows import Row, in_utc
from storage.tables import messages


class DatabaseInsight:
    """Insight from SQLite or PostgreSQL."""

    def __init__(self, database: Database, now: Callable[[], datetime] = now_in_utc) -> None:
        self._database = database
        self._now = now

    def funnel(self, reader: Reader, since: date | None = None) -> tuple[FunnelStep, ...]:
        """See Insight."""
        gone = (reviews.c.status == str(Status.CLOSED)) | stalled(self._now())
        left = func.count().filter(reviews.c.turns.is_(None) & gone)
        query = (
            select(reviews.c.path, func.count(), left)
            .where(*_since(reviews.c.started, reader, since))
            .group_by(reviews.c.path)
        )
        return funnel(self._rows(query))

    def effort(self, reader: Reader, since: date | None = None) -> Effort:
        """See Insight."""
        planned = (*_since(reviews.c.started, reader, since), reviews.c.turns.is_not(None))
        query = select(reviews.c.turns, reviews.c.minutes, func.count()).where(*planned)
        turns: Counter[int] = Counter()
        minutes: Counter[int] = Counter()
        for taken, waited, count in self._rows(query.group_by(reviews.c.turns, reviews.c.minutes)):
            turns[taken] += count
            minutes[waited] += count
        return effort(turns, minutes)

    def asked_back(self, reader: Reader, since: date | None = None) -> tuple[AskedBack, ...]:
        """See Insight."""
        query = select(asks.c.intent, asks.c.question, func.count()).where(*_since(asks.c.at, reader, since))
        rows = self._rows(query.group_by(asks.c.intent, asks.c.question))
        found = (AskedBack(intent=intent, question=question, count=count) for intent, question, count in rows)
        return tuple(sorted(found, key=lambda asked: (-asked.count, asked.intent, asked.question)))

    def poor_answers(self, reader: Reader, since: date | None = None, limit: int = ON_A_PAGE) -> tuple[PoorAnswer, ...]:
        """See Insight."""
        same = (messages.c.conversation == asks.c.conversation) & (messages.c.number == asks.c.message)
        query = select(asks, messages.c.text).join(messages, same).where(*_since(asks.c.at, reader, since), asks.c.poor)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(asks.c.at.desc()).limit(limit)).mappings().all()
        return tuple(_poor(row) for row in rows)

    def chosen(self, reader: Reader, since: date | None = None) -> Chosen:
        """See Insight."""
        models = ((model, count) for model, count in self._counted(reviews.c.model, reader, since) if model)
        channels: Counter[str] = Counter()
        for together, count in self._counted(reviews.c.channels, reader, since):
            for channel in together.split():
                channels[channel] += count
        return Chosen(channels=_bars(channels.items()), models=_bars(models))

    def _counted(self, column: Column[Any], reader: Reader, since: date | None) -> list[tuple[str, int]]:
        rows = self._rows(
            select(column, func.count()).where(*_since(reviews.c.started, reader, since)).group_by(column)
        )
        return [(value, count) for value, count in rows]

    def _rows(self, query: Any) -> Sequence[Any]:
        with self._database.reading() as connection:
            return connection.execute(query).all()


def _since(at: Column[datetime], reader: Reader, day: date | None) -> tuple[ColumnElement[bool], ...]:
    """Rows of the reader's agency, from that day on."""
    mine = at.table.c.agency == reader.agency
    return (mine, at >= datetime.combine(day, time(), UTC)) if day else (mine,)


def _bars(counted: Iterable[tuple[str, int]]) -> tuple[Bar, ...]:
    return tuple(Bar(key=key, count=count) for key, count in sorted(counted, key=lambda pair: (-pair[1], pair[0])))


def _poor(row: Row) -> PoorAnswer:
    return PoorAnswer(
        **{name: row[name] for name in ("conversation", "message", "text", "label", "nearness", "unhelpful")},
        at=in_utc(row["at"]),
    )
