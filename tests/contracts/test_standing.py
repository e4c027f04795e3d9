"""How a database stands, looked at without touching it, on SQLite and on PostgreSQL."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from coaching.message import Reply
from coaching.records import Arrival
from storage.engine import connected, open_database
from storage.inbox import DatabaseInbox
from storage.outbox import DatabaseOutbox
from storage.schema import HEAD
from storage.standing import DatabaseStanding, Depths
from tests.contracts.databases import DATABASES, opened

NOOR, ANN, SAM = "telegram:7", "telegram:8", "telegram:9"
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAG = Reply(text="dag")


@pytest.fixture(params=DATABASES)
def database(request, tmp_path):
    return opened(request, tmp_path)


def looked_at(database) -> DatabaseStanding:
    return DatabaseStanding(database, "telegram:", lambda: NOON + timedelta(minutes=2))


def test_nothing_waits_in_an_empty_database(database):
    standing = looked_at(database)
    assert (standing.schema(), standing.is_current(), standing.damage()) == (HEAD, True, "")
    assert standing.depths() == Depths(inbox=0, outbox=0, oldest=0.0, unreachable=0, dead=0)


def test_what_waits_is_counted_with_the_age_of_the_oldest(database):
    outbox, inbox = DatabaseOutbox(database, lambda: NOON), DatabaseInbox(database)
    inbox.store([Arrival(id=1, owner=NOOR, body="{}"), Arrival(id=2, owner=NOOR, body="{}")])
    inbox.done(1)
    for owner in (NOOR, NOOR, ANN):
        outbox.put(owner, DAG)
    assert looked_at(database).depths() == Depths(inbox=1, outbox=3, oldest=120.0, unreachable=0, dead=0)


def test_what_can_not_be_sent_is_counted_apart_and_grows_no_older(database):
    outbox = DatabaseOutbox(database, lambda: NOON)
    with database.engine.begin() as connection:
        connection.execute(text(f"INSERT INTO owners (key, created) VALUES ('{SAM}', '2026-03-01 12:00:00')"))
    outbox.put(SAM, DAG)
    outbox.unreachable(SAM, "blocked")
    outbox.put(NOOR, DAG)
    outbox.bury(2, "refused")
    assert looked_at(database).depths() == Depths(inbox=0, outbox=0, oldest=0.0, unreachable=1, dead=1)


def test_talks_of_another_medium_are_left_out(database):
    DatabaseOutbox(database).put("terminal:me", DAG)
    assert looked_at(database).depths().outbox == 0


@pytest.mark.parametrize("kind", DATABASES)
def test_looking_at_a_new_database_makes_nothing_in_it(kind, request, tmp_path):
    url = request.getfixturevalue("postgres").database() if kind == "postgresql" else ""
    assert looked_at(connected(tmp_path, url)).schema() is None
    assert looked_at(connected(tmp_path, url)).schema() is None


def test_a_damaged_file_is_found_out(tmp_path):
    filled(tmp_path)
    file = tmp_path / "coach.db"
    content = bytearray(file.read_bytes())
    content[8192:16384] = b"\xa5" * 8192
    file.write_bytes(content)
    standing = looked_at(connected(tmp_path))
    assert standing.damage()


def filled(folder: Path) -> None:
    database = open_database(folder)
    DatabaseInbox(database).store([Arrival(id=n, owner=NOOR, body="x" * 500) for n in range(200)])
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.engine.dispose()
