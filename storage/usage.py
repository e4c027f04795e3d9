"""The `Usage` port over a database, and its sums for the operator."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, select, update

from coaching.thinking import Errand
from coaching.usage import Spent
from storage.clock import now_in_utc
from storage.engine import Database
from storage.inserting import insert_new
from storage.tables import model_usage

_NOTED = ("calls", "tokens_in", "tokens_out", "cost")
_SUMS = tuple(func.coalesce(func.sum(model_usage.c[name]), 0) for name in _NOTED)
_NOTE = (
    update(model_usage)
    .where(*(model_usage.c[key] == bindparam(f"of_{key}") for key in ("day", "owner", "errand")))
    .values({name: model_usage.c[name] + bindparam(f"more_{name}") for name in _NOTED})
)


@dataclass(frozen=True)
class DayUsage:
    """What one errand took on one day, for all owners together."""

    day: date
    errand: str
    spent: Spent


class DatabaseUsage:
    """What the language model was used for, in SQLite or PostgreSQL. Safe to share between threads."""

    def __init__(self, database: Database, now: Callable[[], datetime] = now_in_utc) -> None:
        self._database = database
        self._now = now

    def note(self, owner: str, errand: Errand, spent: Spent) -> None:
        """This was spent today, for a turn of `owner`."""
        key = {"day": self._now().date(), "owner": owner, "errand": str(errand)}
        self._database.write(lambda connection: _add(connection, key, spent))

    def today(self, owner: str) -> Spent:
        """What was spent today for `owner`."""
        return self._sum((model_usage.c.day == self._now().date()) & (model_usage.c.owner == owner))

    def this_month(self) -> Spent:
        """What was spent this month for all owners together."""
        return self._sum(_in_month(self._now().date()))

    def days(self, month: date) -> tuple[DayUsage, ...]:
        """What each errand took on each day of the month that `month` lies in, the first day first."""
        day, errand = model_usage.c.day, model_usage.c.errand
        query = select(day, errand, *_SUMS).where(_in_month(month)).group_by(day, errand).order_by(day, errand)
        with self._database.reading() as connection:
            return tuple(DayUsage(on, what, Spent(*sums)) for on, what, *sums in connection.execute(query))

    def _sum(self, which: ColumnElement[bool]) -> Spent:
        with self._database.reading() as connection:
            return Spent(*connection.execute(select(*_SUMS).where(which)).one())


def forget_owner(connection: Connection, owner: str) -> None:
    """What an owner took stays in the sums, without its owner."""
    mine = select(model_usage).where(model_usage.c.owner == owner)
    for row in connection.execute(mine).mappings().all():
        key = {"day": row["day"], "owner": "", "errand": row["errand"]}
        _add(connection, key, Spent(*(row[name] for name in _NOTED)))
    connection.execute(delete(model_usage).where(model_usage.c.owner == owner))


def _add(connection: Connection, key: dict[str, Any], spent: Spent) -> None:
    insert_new(connection, model_usage, [key])
    more = {f"more_{name}": getattr(spent, name) for name in _NOTED}
    connection.execute(_NOTE, {**{f"of_{name}": value for name, value in key.items()}, **more})


def _in_month(day: date) -> ColumnElement[bool]:
    first = day.replace(day=1)
    following = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
    return (model_usage.c.day >= first) & (model_usage.c.day < following)
