"""A database with as many conversations and messages as one asks for, brought in in bulk."""

import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert, text

from bench.console.talks import COACHES, Talk
from journey.keys import LANGUAGES, Language
from storage.desk import words
from storage.desk.day_counts import count_anew
from storage.desk.tables import asks, audit, notes, reviews, tags
from storage.engine import Database
from storage.tables import coaches, conversations, facts, messages, owners, plans

#: The first coach has read seven of ten, the second all but one of two thousand, the others nothing.
_UNREAD = text(
    "INSERT INTO unread (coach, review, seen) SELECT c.code, r.number, 0 FROM reviews r JOIN coaches c "
    f"ON c.agency = r.agency WHERE CASE c.code WHEN '{COACHES[0]}' THEN r.number * 7919 % 10 < 3 "
    f"WHEN '{COACHES[1]}' THEN r.number * 7919 % 2000 = 1 ELSE true END"
)
_TOGETHER = 1_000
_LIBRARY = Path(__file__).parents[2] / "knowledge" / "library" / "articles"


def fill(database: Database, many: int, length: int) -> None:
    """`many` conversations of `length` messages, for two agencies, nine of ten in the first."""
    random.seed(7)
    sentences = {language: _sentences(language) for language in LANGUAGES}
    database.write(_staff)
    for first in range(0, many, _TOGETHER):
        numbers = range(first, min(first + _TOGETHER, many))
        talks = [Talk(number, length, sentences) for number in numbers]
        database.write(lambda connection, talks=talks: _insert(connection, talks))  # type: ignore[misc]
    database.write(lambda connection: connection.execute(_UNREAD))
    with _built_afterwards(database, "ix_message_words_words"):
        words.catch_up(database)
    count_anew(database, datetime.now(UTC))
    if not database.alone:  # as its autovacuum does by itself; SQLite has no statistics, and needs none
        with database.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.execute(text("VACUUM ANALYZE"))


def _insert(connection: Connection, talks: Sequence[Talk]) -> None:
    for table, rows in (
        (owners, [talk.owner() for talk in talks]),
        (conversations, [talk.row() for talk in talks]),
        (reviews, [talk.review() for talk in talks]),
        (messages, [row for talk in talks for row in talk.said()]),
        (facts, [row for talk in talks for row in talk.facts()]),
        (plans, [row for talk in talks for row in talk.plans()]),
        (asks, [row for talk in talks for row in talk.asks()]),
        (tags, [row for talk in talks for row in talk.tags()]),
        (notes, [row for talk in talks for row in talk.notes()]),
        (audit, [row for talk in talks for row in talk.audit()]),
    ):
        bring = _copy if connection.dialect.name == "postgresql" else _add
        bring(connection, table, rows)


def _add(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _copy(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    if not rows:
        return
    names = list(rows[0])
    quoted = ", ".join(f'"{name}"' for name in names)
    binds = [table.c[name].type.dialect_impl(connection.dialect).bind_processor(connection.dialect) for name in names]
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({quoted}) FROM STDIN') as copy:
        for row in rows:
            copy.write_row([bind(row[name]) if bind else row[name] for name, bind in zip(names, binds, strict=True)])


@contextmanager
def _built_afterwards(database: Database, index: str) -> Iterator[None]:
    """PostgreSQL builds an index faster at once than row by row."""
    if database.alone:
        yield
        return
    with database.engine.begin() as connection:
        query = text("SELECT indexdef FROM pg_indexes WHERE indexname = :index")
        made_by = connection.execute(query, {"index": index}).scalar_one()
        connection.execute(text(f"DROP INDEX {index}"))
    yield
    with database.engine.begin() as connection:
        connection.execute(text("SET LOCAL maintenance_work_mem = '512MB'"))
        connection.execute(text(made_by))


def _staff(connection: Connection) -> None:
    rows = [{"code": code, "name": code.title(), "agency": "main", "role": "lead"} for code in COACHES]
    connection.execute(insert(coaches), rows)


def _sentences(language: Language) -> list[str]:
    said = " ".join(path.read_text() for path in sorted((_LIBRARY / language).rglob("*.md")))
    sentences = [" ".join(part.split()) for part in said.replace("---", ".").split(". ")]
    return [sentence for sentence in sentences if 30 < len(sentence) < 160]
