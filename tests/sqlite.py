"""SQLite databases with the schema of this program: made once, then copied, since making one outlasts most tests."""

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from storage.engine import DATABASE, open_database


def new_database(folder: Path) -> Path:
    """Puts a new, empty database into `folder`, which is made where it isn't there. The folder, ready to be opened."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / DATABASE).write_bytes(_empty())
    return folder


@cache
def _empty() -> bytes:
    with TemporaryDirectory() as folder:
        open_database(Path(folder)).engine.dispose()
        with closing(sqlite3.connect(Path(folder) / DATABASE)) as made:
            return made.serialize()
