"""Opening the database: SQLite in a data folder, or PostgreSQL by URL; the schema brought up to date."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url

from storage.committing import SharedCommits, SingleCommits, Work
from storage.errors import StorageError, telling
from storage.locking import unlock
from storage.schema import HEAD, upgrade

T = TypeVar("T")

#: The file of SQLite in the data folder.
DATABASE = "coach.db"

#: Seconds a writer waits for another program that writes.
PATIENCE = 10.0
#: Connections to a server at most; a turn and a message that is sent use one each.
CONNECTIONS = 40


class Database:
    """An open database, safe to share between threads. Errors of it are a StorageError that says the cause."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.alone = engine.dialect.name == "sqlite"  # nobody works in it but this program
        self.place = engine.url.render_as_string(hide_password=True)
        writing = engine.execution_options(writes=True)
        self._commits = SharedCommits(writing) if self.alone else SingleCommits(writing)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for queries."""
        with telling(self.place), self.engine.connect() as connection:
            yield connection

    def write(self, work: Work[T]) -> T:
        """What `work` returns, once all that it wrote is on disk; nothing is kept where it fails. It may be run twice
        (only the last counts), so it must do nothing but write."""
        with telling(self.place):
            return self._commits.run(work)


def open_database(data: Path, url: str = "", patience: float = PATIENCE, keys: Sequence[str] = ()) -> Database:
    """The database at `url`, or `coach.db` in the folder `data`, encrypted with `keys`, the newest first, where there
    are any. StorageError with its cause where it can't be used: an unwritable folder, a locked or corrupt file, a
    schema newer than this program, a key that is missing or wrong."""
    database = upgraded(connected(data, url, patience))
    with telling(database.place):
        unlock(database.engine, keys, database.place)
    return database


def upgraded(database: Database) -> Database:
    """The same with a schema that is current. Errors as in `open_database`, but for those of the key."""
    with telling(database.place):
        _bring_up_to_date(database.engine, database.place)
    return database


def connected(data: Path, url: str = "", patience: float = PATIENCE) -> Database:
    """The same as it stands: its schema is neither made nor changed."""
    where = url or f"sqlite:///{_file(data)}"
    place = make_url(where).render_as_string(hide_password=True)
    engine = _engine(where, place, patience)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", _on_begin)
    else:
        event.listen(engine, "connect", _on_connect_to_server)
    return Database(engine)


def version_of(database: Database) -> str | None:
    """The revision of its schema; None where it has none."""
    with telling(database.place):
        return _version(database.engine)


def _engine(where: str, place: str, patience: float) -> Engine:
    options: dict[str, Any] = {"pool_size": CONNECTIONS, "max_overflow": 0, "hide_parameters": True}
    if where.startswith("sqlite"):
        options["connect_args"] = {"timeout": patience}
    elif "connect_timeout" not in make_url(where).query:
        options["connect_args"] = {"connect_timeout": max(2, round(patience))}
    try:
        return create_engine(where, **options)
    except ImportError as error:
        raise StorageError("storage.no_driver", place=place, problem=str(error.name)) from error


def _file(data: Path) -> Path:
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError("storage.unwritable", place=str(data), problem=error.strerror or str(error)) from error
    return data / DATABASE


def _on_connect(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None
    # What is deleted is overwritten, also where SQLite was not built to do so.
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _on_connect_to_server(connection: Any, _: Any) -> None:
    """Compiling a query takes PostgreSQL longer than any query of ours."""
    connection.execute("SET jit = off")
    connection.commit()


def _on_begin(connection: Connection) -> None:
    """A transaction that writes takes the write lock at once, so that none fails half-way."""
    immediate = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _bring_up_to_date(engine: Engine, place: str) -> None:
    version = _version(engine)
    if version == HEAD:
        return
    if version is not None and version > HEAD:
        raise StorageError("storage.newer_schema", place=place, problem=version)
    upgrade(engine)


def _version(engine: Engine) -> str | None:
    if not inspect(engine).has_table("alembic_version"):
        return None
    with engine.connect() as connection:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
