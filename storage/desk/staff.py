"""The `Staff` and `Agencies` ports over a database: the accounts of coaches."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select, update

from coaching.desk.staff import Account, Reader, Role
from storage.clock import now_in_utc
from storage.engine import Database
from storage.rows import Row, in_utc
from storage.tables import agencies, coaches


class DatabaseStaff:
    """Accounts in SQLite or PostgreSQL."""

    def __init__(self, database: Database, now: Callable[[], datetime] = now_in_utc) -> None:
        self._database = database
        self._now = now

    def account(self, code: str) -> Account | None:
        """See Staff."""
        return self._one(coaches.c.code == code)

    def all(self, reader: Reader) -> tuple[Account, ...]:
        """See Staff."""
        query = select(coaches).where(coaches.c.agency == reader.agency).order_by(coaches.c.name, coaches.c.code)
        with self._database.reading() as connection:
            return tuple(_account(row) for row in connection.execute(query).mappings())

    def invite(self, agency: str, code: str, name: str, role: Role, invitation: str, until: datetime) -> bool:
        """See Staff."""
        given = {"name": name, "role": str(role), "invitation": invitation, "invited": until}

        def work(connection: Connection) -> bool:
            known = connection.execute(select(coaches.c.agency).where(coaches.c.code == code)).scalar()
            if known is None:
                connection.execute(insert(coaches).values(code=code, agency=agency, **given))
            elif known == agency:
                connection.execute(update(coaches).where(coaches.c.code == code).values(given))
            return known in (None, agency)

        return self._database.write(work)

    def invited(self, invitation: str) -> Account | None:
        """See Staff."""
        return self._one(self._open(invitation)) if invitation else None

    def accept(self, invitation: str, password: str) -> Account | None:
        """See Staff."""
        if not invitation:
            return None

        def work(connection: Connection) -> Account | None:
            code = connection.execute(select(coaches.c.code).where(self._open(invitation))).scalar()
            taken = update(coaches).where(coaches.c.code == code, coaches.c.invitation == invitation)
            ends = {"password": password, "invitation": "", "invited": None, "generation": coaches.c.generation + 1}
            if connection.execute(taken.values(ends)).rowcount != 1:
                return None
            return _account(connection.execute(select(coaches).where(coaches.c.code == code)).mappings().one())

        return self._database.write(work)

    def change_password(self, code: str, password: str) -> None:
        """See Staff."""
        self._change(coaches.c.code == code, password=password, generation=coaches.c.generation + 1)

    def set_role(self, reader: Reader, code: str, role: Role) -> bool:
        """See Staff."""
        return self._change(_mine(reader, code), role=str(role), generation=coaches.c.generation + 1)

    def set_active(self, reader: Reader, code: str, active: bool) -> bool:
        """See Staff. Who is let out loses an open invitation too."""
        closed = {} if active else {"invitation": "", "invited": None}
        return self._change(_mine(reader, code), active=active, generation=coaches.c.generation + 1, **closed)

    def set_language(self, code: str, language: str) -> None:
        """See Staff."""
        self._change(coaches.c.code == code, language=language)

    def _open(self, invitation: str) -> ColumnElement[bool]:
        return (coaches.c.invitation == invitation) & coaches.c.active & (coaches.c.invited > self._now())

    def _one(self, which: ColumnElement[bool]) -> Account | None:
        with self._database.reading() as connection:
            row = connection.execute(select(coaches).where(which)).mappings().first()
        return _account(row) if row else None

    def _change(self, which: ColumnElement[bool], **values: Any) -> bool:
        change = update(coaches).where(which).values(values)
        return self._database.write(lambda connection: connection.execute(change).rowcount == 1)


class DatabaseAgencies:
    """Agencies in SQLite or PostgreSQL."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> Sequence[tuple[str, str]]:
        """See Agencies."""
        query = select(agencies.c.key, agencies.c.name).order_by(agencies.c.key)
        with self._database.reading() as connection:
            return [(key, name) for key, name in connection.execute(query)]

    def add(self, key: str, name: str) -> None:
        """See Agencies."""

        def work(connection: Connection) -> None:
            if connection.execute(update(agencies).where(agencies.c.key == key).values(name=name)).rowcount == 0:
                connection.execute(insert(agencies).values(key=key, name=name))

        self._database.write(work)


def _mine(reader: Reader, code: str) -> ColumnElement[bool]:
    return (coaches.c.code == code) & (coaches.c.agency == reader.agency)


def _account(row: Row) -> Account:
    reader = {name: row[name] for name in ("agency", "code", "name", "role", "language")}
    return Account(
        reader=Reader.model_validate(reader),
        active=row["active"],
        password=row["password"],
        generation=row["generation"],
        invited=in_utc(row["invited"]) if row["invited"] else None,
    )
