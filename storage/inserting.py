"""Inserting rows of which some may be there already."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import sqlite


def insert_new(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Inserts the rows whose primary key is new and leaves the others as they are."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(sqlite.insert(table).on_conflict_do_nothing(), list(rows))
        return
    from sqlalchemy.dialects import postgresql  # slow to import, and only needed where it is used

    connection.execute(postgresql.insert(table).on_conflict_do_nothing(), list(rows))
