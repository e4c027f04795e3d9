"""The `Coaches` port over a database, and their list for the operator."""

from sqlalchemy import Connection, delete, insert, select, update

from storage.engine import Database
from storage.tables import coaches, owners


class DatabaseCoaches:
    """Coaches in SQLite or PostgreSQL."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def named(self, code: str) -> str | None:
        """The name of the coach with this code; None where there is none."""
        with self._database.reading() as connection:
            name: str | None = connection.execute(select(coaches.c.name).where(coaches.c.code == code)).scalar()
            return name

    def code_of(self, owner: str) -> str:
        """The code of the coach the owner belongs to; empty where there is none."""
        with self._database.reading() as connection:
            return str(connection.execute(select(owners.c.coach).where(owners.c.key == owner)).scalar() or "")

    def all(self) -> tuple[tuple[str, str], ...]:
        """Code and name of every coach."""
        with self._database.reading() as connection:
            rows = connection.execute(select(coaches.c.code, coaches.c.name).order_by(coaches.c.code))
            return tuple((code, name) for code, name in rows)

    def add(self, code: str, name: str) -> None:
        """A coach; one who has this code already gets the name."""

        def work(connection: Connection) -> None:
            if connection.execute(update(coaches).where(coaches.c.code == code).values(name=name)).rowcount == 0:
                connection.execute(insert(coaches).values(code=code, name=name))

        self._database.write(work)

    def remove(self, code: str) -> bool:
        """No such coach any more, and nobody belongs to them; False where there was none."""

        def work(connection: Connection) -> bool:
            connection.execute(update(owners).where(owners.c.coach == code).values(coach=""))
            return connection.execute(delete(coaches).where(coaches.c.code == code)).rowcount == 1

        return self._database.write(work)
