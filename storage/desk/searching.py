"""Searching the index of words: the newest messages that hold every word, in conversations that fit a filter.

Where few conversations fit, each of them is looked into, the newest first. Otherwise the index is gone through from its
newest end, in spans that double while they are quick. When time is over, what was found is shown, and the next page
goes on."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    TextClause,
    bindparam,
    column,
    func,
    select,
    table,
    text,
)

from coaching.desk.finding import Wanted
from coaching.desk.records import EVERY, ConversationFilter
from coaching.desk.staff import Reader
from storage.desk.fitting import fitting
from storage.desk.tables import reviews
from storage.desk.words import ROOM, as_indexed, query_for

_INDEX = table("message_words", column("rowid", BigInteger), column("id", BigInteger), column("review", BigInteger))
_SQLITE, _POSTGRESQL = "sqlite", "postgresql"
_DOCUMENT: dict[str, ColumnElement[int]] = {_SQLITE: _INDEX.c.rowid, _POSTGRESQL: _INDEX.c.id}
_REVIEW: dict[str, ColumnElement[int]] = {_SQLITE: _INDEX.c.rowid.op(">>")(20), _POSTGRESQL: _INDEX.c.review}
_HOLDS = {
    _SQLITE: text("message_words MATCH :wanted"),
    _POSTGRESQL: text("message_words.words @@ CAST(:wanted AS tsquery)"),
}
_IN_EACH = {
    # The order of the two is fixed by CROSS JOIN. What SQLite keeps of each message is read: to ask its index anew for
    # each conversation takes ten times as long, however few messages that has.
    _SQLITE: "SELECT w.rowid FROM reviews r CROSS JOIN message_words w WHERE r.number IN :numbers AND {holds} "
    "AND w.rowid > r.number << 20 AND w.rowid < min(:before, (r.number + 1) << 20) ORDER BY w.rowid DESC LIMIT :most",
    _POSTGRESQL: "SELECT id FROM message_words WHERE review IN :numbers AND words @@ CAST(:wanted AS tsquery) "
    "AND id < :before ORDER BY id DESC LIMIT :most",
}


class Found(NamedTuple):
    """Documents that were found, the newest first; `reached` is how far back was looked where there may be more."""

    documents: list[int]
    reached: int | None = None


class Bounds(NamedTuple):
    """What a search may take: up to `few` conversations are looked into, `together` of them at a time; of all, `span`
    make the first stretch that is gone through. No stretch is begun that is likely to end after `seconds`."""

    few: int = 300
    together: int = 100
    span: int = 2_000
    seconds: float = 0.05


class Search:
    """One search in one connection: `looked_for` in the conversations of `reader`'s agency that fit `which`."""

    def __init__(
        self,
        connection: Connection,
        reader: Reader,
        looked_for: Sequence[Wanted],
        which: ConversationFilter,
        now: datetime,
        bounds: Bounds = Bounds(),  # noqa: B008
    ) -> None:
        self._connection = connection
        self._bounds = bounds
        if connection.dialect.name == _POSTGRESQL:  # how often a word occurs decides how it is looked for
            connection.execute(text("SET LOCAL plan_cache_mode = force_custom_plan"))
        self._kind = connection.dialect.name
        self._wanted = query_for(connection.dialect, reader.agency, looked_for)
        self._words = as_indexed(connection.dialect, looked_for)
        self._fits = fitting(connection, reader, which, now)
        self._narrowed = which != EVERY

    def before(self, document: int | None, most: int, clock: Callable[[], float]) -> Found:
        """At most so many documents before this one, or from the newest on."""
        newest = self._connection.execute(select(func.max(reviews.c.number))).scalar() or 0
        end = min(document or (newest + 1) * ROOM, (newest + 1) * ROOM)
        if self._narrowed and (numbers := self._few()) is not None:
            return self._in_each(sorted(numbers, reverse=True), end, most, clock)
        return self._in_spans(end, most, clock)

    def _few(self) -> list[int] | None:
        """The reviews that fit, where they are few."""
        query = select(reviews.c.number).where(*self._fits).limit(self._bounds.few + 1)
        numbers = list(self._connection.execute(query).scalars())
        return numbers if len(numbers) <= self._bounds.few else None

    def _in_each(self, numbers: Sequence[int], before: int, most: int, clock: Callable[[], float]) -> Found:
        found: list[int] = []
        query, values, began = *self._holding(), clock()
        rest = [number for number in numbers if number * ROOM < before]
        while rest and len(found) < most:
            some, rest, at = rest[: self._bounds.together], rest[self._bounds.together :], clock()
            found += self._connection.execute(
                query, {**values, "numbers": some, "before": before, "most": most - len(found)}
            ).scalars()
            if self._is_over(began, at, clock()):
                return Found(found, some[-1] * ROOM if rest and len(found) < most else None)
        return Found(found)

    def _holding(self) -> tuple[TextClause, dict[str, str]]:
        """The query for what some conversations hold, with the words it looks for."""
        numbers: BindParameter[int] = bindparam("numbers", expanding=True)
        if self._kind == _POSTGRESQL:
            return text(_IN_EACH[_POSTGRESQL]).bindparams(numbers), {"wanted": self._wanted}
        words = {f"word{n}": f" {each.word}{'' if each.begins else ' '}" for n, each in enumerate(self._words)}
        holds = " AND ".join(f"instr(' ' || w.words || ' ', :{name})" for name in words)
        return text(_IN_EACH[_SQLITE].format(holds=holds)).bindparams(numbers), words

    def _is_over(self, began: float, at: float, now: float) -> bool:
        """Whether another stretch like the one that began `at` would take too long."""
        return 2 * now - at - began > self._bounds.seconds

    def _in_spans(self, before: int, most: int, clock: Callable[[], float]) -> Found:
        found: list[int] = []
        query, span, began = self._query(), self._bounds.span, clock()
        while len(found) < most and before > 0:
            after, at = max(0, before // ROOM - span) * ROOM, clock()
            values = {"wanted": self._wanted, "after": after, "before": before, "most": most - len(found)}
            found += self._connection.execute(query, values).scalars()
            before, now = after, clock()
            span = span if now - at > self._bounds.seconds / 4 else 2 * span
            if self._is_over(began, at, now):
                break
        return Found(found, before if before > 0 and len(found) < most else None)

    def _query(self) -> Select[Any]:
        document, review = _DOCUMENT[self._kind], _REVIEW[self._kind]
        # One look at its review for each document: as EXISTS, PostgreSQL would gather all that fit first, each time.
        fits = select(reviews.c.number).where(reviews.c.number == review, *self._fits).limit(1).scalar_subquery()
        between = (document > bindparam("after"), document < bindparam("before"))
        query = select(document).where(_HOLDS[self._kind], *between, fits.is_not(None))
        return query.order_by(document.desc()).limit(bindparam("most"))
