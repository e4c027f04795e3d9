"""What was erased overwritten in the files of SQLite too.

Deleted rows are overwritten as they go (`secure_delete`). Words of an index stay in FTS5 until its parts are merged,
and pages as they were stay in the write-ahead log until it is emptied: both are done here, in steps, behind the turns.
PostgreSQL cleans up by itself."""

import time
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, delete, func, select, text

from storage.desk.tables import erasures
from storage.engine import Database

#: Pages of the index that are merged in one transaction. Negative: all parts of it, not those alone that are many.
_MERGE = text("INSERT INTO message_words (message_words, rank) VALUES ('merge', -500)")
#: Fewer rows than this change where nothing was left to merge.
_CHANGES = 2


def forget_traces(database: Database, seconds: float = 1e9, clock: Callable[[], float] = time.monotonic) -> bool:
    """Overwrites what is left of erasures, for so long at most; whether nothing is left."""
    if not database.alone or (last := _last(database)) is None:
        return True
    end = clock() + seconds
    while database.write(_merge):
        if clock() > end:
            return False
    if not _emptied_log(database):
        return False
    database.write(lambda connection: connection.execute(delete(erasures).where(erasures.c.id <= last)))
    return True


def _last(database: Database) -> int | None:
    with database.reading() as connection:
        last: int | None = connection.execute(select(func.max(erasures.c.id))).scalar()
        return last


def _merge(connection: Connection) -> bool:
    driver: Any = connection.connection.driver_connection
    before = driver.total_changes
    connection.execute(_MERGE)
    return bool(driver.total_changes - before >= _CHANGES)


def _emptied_log(database: Database) -> bool:
    """False where somebody reads what stood there before."""
    with database.engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        busy: int = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        return busy == 0
