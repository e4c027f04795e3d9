"""The `Insight` port over a database: sums of what is counted by day."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time

from sqlalchemy import func, select

from coaching.desk.effort import effort
from coaching.desk.insights import AskedBack, Bar, Chosen, Effort, FunnelStep, PoorAnswer
from coaching.desk.path import funnel
from coaching.desk.ports import ON_A_PAGE
from coaching.desk.staff import Reader
from storage.clock import now_in_utc
from storage.desk.day_counts import Figure, count_anew
from storage.desk.tables import asks, day_counts
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
        sums = self._sums(reader, since, Figure.STEP, Figure.LEFT)
        left = sums[Figure.LEFT]
        return funnel((step, count, left[step]) for step, count in sums[Figure.STEP].items())

    def effort(self, reader: Reader, since: date | None = None) -> Effort:
        """See Insight."""
        sums = self._sums(reader, since, Figure.TURNS, Figure.MINUTES)
        turns, minutes = ({int(much): many for much, many in counted.items()} for counted in sums.values())
        return effort(turns, minutes)

    def asked_back(self, reader: Reader, since: date | None = None) -> tuple[AskedBack, ...]:
        """See Insight."""
        counted = self._sums(reader, since, Figure.ASKED)[Figure.ASKED]
        parts = ((*key.partition(" "), count) for key, count in counted.items())
        found = (AskedBack(intent=intent, question=question, count=count) for intent, _, question, count in parts)
        return tuple(sorted(found, key=lambda asked: (-asked.count, asked.intent, asked.question)))

    def poor_answers(self, reader: Reader, since: date | None = None, limit: int = ON_A_PAGE) -> tuple[PoorAnswer, ...]:
        """See Insight."""
        same = (messages.c.conversation == asks.c.conversation) & (messages.c.number == asks.c.message)
        query = select(asks, messages.c.text).join(messages, same).where(asks.c.agency == reader.agency, asks.c.poor)
        if since:
            query = query.where(asks.c.at >= datetime.combine(since, time(), UTC))
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(asks.c.at.desc()).limit(limit)).mappings().all()
        return tuple(_poor(row) for row in rows)

    def chosen(self, reader: Reader, since: date | None = None) -> Chosen:
        """See Insight."""
        sums = self._sums(reader, since, Figure.CHANNEL, Figure.MODEL)
        return Chosen(channels=_bars(sums[Figure.CHANNEL]), models=_bars(sums[Figure.MODEL]))

    def _sums(self, reader: Reader, since: date | None, *figures: Figure) -> dict[Figure, Counter[str]]:
        """How often each key of these figures was counted, the days that changed a moment ago included."""
        count_anew(self._database, self._now())
        mine = (day_counts.c.agency == reader.agency, day_counts.c.figure.in_(figures))
        query = select(day_counts.c.figure, day_counts.c.key, func.sum(day_counts.c.count)).where(*mine)
        if since:
            query = query.where(day_counts.c.day >= since)
        sums: dict[Figure, Counter[str]] = {figure: Counter() for figure in figures}
        with self._database.reading() as connection:
            for figure, key, many in connection.execute(query.group_by(day_counts.c.figure, day_counts.c.key)):
                sums[Figure(figure)][key] = many
        return sums


def _bars(counted: Mapping[str, int]) -> tuple[Bar, ...]:
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Bar(key=key, count=many) for key, many in ordered)


def _poor(row: Row) -> PoorAnswer:
    return PoorAnswer(
        **{name: row[name] for name in ("conversation", "message", "text", "label", "nearness", "unhelpful")},
        at=in_utc(row["at"]),
    )
