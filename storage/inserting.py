"""Inserting rows of which some may be there already."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Table
from sqlalchemy.dialects import sqlite


def insert_new(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Inserts the rows whose primary key is new and leaves the others as they are."""
    if rows:
        connection.execute(_statement(table, connection.dialect.name), list(rows))


@cache
def _statement(table: Table, dialect: str) -> Insert:
    if dialect == "sqlite":
        return sqlite.insert(table).on_conflict_do_nothing()
    from sqlalchemy.dialects import postgresql  # slow to import, and only needed where it is used

    return postgresql.insert(table).on_conflict_do_nothing()
