"""Processor time of a page: of this program, and of the database's server where that runs on this machine."""

import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import text

from storage.engine import Database

_PROC = Path("/proc")


def processor_of(database: Database) -> Callable[[], float]:
    """A clock of the seconds that were worked so far."""
    if database.alone:
        return time.process_time
    with database.reading() as connection:
        one_of_it = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    server = int((_PROC / str(one_of_it) / "stat").read_text().rpartition(")")[2].split()[1])
    return lambda: time.process_time() + sum(map(_worked, _children(server)))


def _children(process: int) -> list[str]:
    return (_PROC / str(process) / "task" / str(process) / "children").read_text().split()


def _worked(process: str) -> float:
    """0 where it ended in the meantime."""
    try:
        return int((_PROC / process / "schedstat").read_text().split()[0]) / 1e9
    except OSError:
        return 0.0
