"""Opening the database: SQLite in a data folder, or PostgreSQL by URL; the schema brought up to date."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url

from storage.errors import StorageError, telling
from storage.schema import HEAD, upgrade

#: What `open_database` gives, for those who only pass it on.
Database = Engine
#: Seconds a writer waits for another one.
PATIENCE = 10.0


def open_database(data: Path, url: str = "", patience: float = PATIENCE) -> Engine:
    """The engine over `url`, or over `coach.db` in the folder `data`. StorageError with its cause where it can't be
    used: an unwritable folder, a locked or corrupt file, a schema newer than this program."""
    where = url or f"sqlite:///{_file(data)}"
    place = make_url(where).render_as_string(hide_password=True)
    engine = _engine(where, place, patience)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", _on_begin)
    with telling(place):
        _bring_up_to_date(engine, place)
    return engine


def _engine(where: str, place: str, patience: float) -> Engine:
    try:
        return create_engine(where, connect_args={"timeout": patience} if where.startswith("sqlite") else {})
    except ImportError as error:
        raise StorageError("storage.no_driver", place=place, problem=str(error.name)) from error


def writing(engine: Engine) -> Engine:
    """The same database for transactions that write: on SQLite they take the write lock at once, so that none fails
    half-way."""
    return engine.execution_options(writes=True)


def _file(data: Path) -> Path:
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError("storage.unwritable", place=str(data), problem=error.strerror or str(error)) from error
    return data / "coach.db"


def _on_connect(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(connection: Connection) -> None:
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
