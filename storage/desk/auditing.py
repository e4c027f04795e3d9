"""The `Audit` port over a database: entries are added, never changed."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select

from coaching.desk.ports import ON_A_PAGE
from coaching.desk.records import Act, AuditEntry, Page
from coaching.desk.staff import COMMAND_LINE, Reader
from storage.clock import now_in_utc
from storage.desk.tables import audit, reviews
from storage.engine import Database
from storage.rows import Row, in_utc

#: For so long, looking again at the same conversation adds nothing.
_SAME_LOOK = timedelta(hours=1)


def enter(
    connection: Connection, agency: str, coach: str, act: Act, at: datetime, conversation: str = "", detail: str = ""
) -> None:
    """Adds an entry in the transaction of what it tells; `coach` is empty for owners and for the program itself."""
    row = {"at": at, "agency": agency, "coach": coach, "act": str(act), "conversation": conversation}
    connection.execute(insert(audit).values({**row, "detail": detail[:200]}))


def enter_about(
    connection: Connection, conversation: str, coach: str, act: Act, at: datetime, detail: str = ""
) -> None:
    """Adds an entry to the log of the agency whose conversation this is; none where it isn't reviewed by any."""
    agency = connection.execute(select(reviews.c.agency).where(reviews.c.conversation == conversation)).scalar()
    if agency is not None:
        enter(connection, agency, coach, act, at, conversation, detail)


class DatabaseAudit:
    """The audit log in SQLite or PostgreSQL."""

    def __init__(self, database: Database, now: Callable[[], datetime] = now_in_utc) -> None:
        self._database = database
        self._now = now

    def add(self, reader: Reader, act: Act, conversation: str = "", detail: str = "") -> None:
        """See Audit."""
        at = self._now()
        if act in (Act.SAW, Act.SEARCHED) and self._did_lately(reader, act, conversation, at):
            return
        self._database.write(
            lambda connection: enter(connection, reader.agency, reader.code, act, at, conversation, detail)
        )

    def by_operator(self, act: Act, conversation: str, detail: str = "") -> None:
        """See Audit."""
        at = self._now()
        self._database.write(lambda connection: enter_about(connection, conversation, COMMAND_LINE, act, at, detail))

    def entries(
        self,
        reader: Reader,
        coach: str = "",
        act: Act | None = None,
        conversation: str = "",
        after: str = "",
        limit: int = ON_A_PAGE,
    ) -> Page[AuditEntry]:
        """See Audit."""
        still_there = (reviews.c.conversation == audit.c.conversation) & (reviews.c.agency == reader.agency)
        query = select(audit, reviews.c.number, reviews.c.business).outerjoin_from(audit, reviews, still_there)
        query = query.where(audit.c.agency == reader.agency)
        asked_for = ((audit.c.coach, coach), (audit.c.act, act and str(act)), (audit.c.conversation, conversation))
        query = query.where(*(column == value for column, value in asked_for if value))
        if after.isdecimal():
            query = query.where(audit.c.id < int(after))
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(audit.c.id.desc()).limit(limit + 1)).mappings().all()
        return _page(rows, limit)

    def _did_lately(self, reader: Reader, act: Act, conversation: str, at: datetime) -> bool:
        query = select(audit.c.at).where(
            audit.c.conversation == conversation,
            audit.c.coach == reader.code,
            audit.c.agency == reader.agency,
            audit.c.act == str(act),
        )
        with self._database.reading() as connection:
            last = connection.execute(query.order_by(audit.c.id.desc()).limit(1)).scalar()
        return last is not None and in_utc(last) > at - _SAME_LOOK


def _page(rows: Sequence[Row], limit: int) -> Page[AuditEntry]:
    shown = ({**row, "at": in_utc(row["at"]), "business": row["business"] or ""} for row in rows[:limit])
    entries = tuple(AuditEntry.model_validate(row) for row in shown)
    return Page(items=entries, following=str(entries[-1].id) if len(rows) > limit else "")
