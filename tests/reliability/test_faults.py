"""What goes wrong around the bot: the expected behaviour of each is in docs/reliability.md."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.pace import Limits
from tests.reliability.crowd import ROOT, Bots, bots
from tests.telegram.conftest import Start
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.fake_limits import Rates
from tests.telegram.fake_records import Fault
from tests.telegram.harness import Owner, ScriptedCoach, running, stores_in

NOOR, SAM, GROUP = 7, 8, -5


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 6 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)], check=False)
    if mounted.returncode:
        pytest.skip("only root may mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(disk: Path) -> Path:
    """Leaves no room on a disk; the file that takes it."""
    filler = disk / "filler"
    with filler.open("wb") as file:
        while os.statvfs(disk).f_bavail:
            file.write(b"x" * 4096)
            file.flush()
    return filler


def test_on_a_full_disk_everything_waits_and_nothing_is_lost(
    api: FakeTelegram, small_disk: Path, caplog: pytest.LogCaptureFixture
) -> None:
    stores = stores_in(small_disk)
    with running(api, ScriptedCoach(stores.conversations), stores) as bot:
        Owner(api, bot, NOOR).sends({"text": "een"})
        filler = fill(small_disk)
        for number in range(60):
            api.say(NOOR, f"{number} " + "x" * 2000)
        api.wait(lambda: "storage.full" in caplog.text)
        assert api.pending()
        filler.unlink()
        api.wait(lambda: len(api.texts(NOOR)) >= 61, 60)
    answers = [text for text in api.texts(NOOR)[1:] if "x" * 2000 in text]
    assert [text.split(" ")[:3] for text in answers] == [[f"{n + 2}:", "text", str(n)] for n in range(60)]


def test_a_database_that_is_locked_for_ten_seconds_only_delays(api: FakeTelegram, tmp_path: Path) -> None:
    stores = stores_in(tmp_path)
    with running(api, ScriptedCoach(stores.conversations), stores) as bot:
        Owner(api, bot, NOOR).sends({"text": "een"})
        other = sqlite3.connect(tmp_path / "coach.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        for text in ("twee", "drie"):
            api.say(NOOR, text)
        time.sleep(10)
        assert api.texts(NOOR) == ["1: text een"]
        other.execute("ROLLBACK")
        api.wait_for(NOOR, 3, timeout=30)
    assert api.texts(NOOR) == ["1: text een", "2: text twee", "3: text drie"]


def test_a_line_that_is_down_for_a_while_only_delays(api: FakeTelegram, start: Start) -> None:
    with start() as bot:
        Owner(api, bot, NOOR).sends({"text": "een"})
        for method in ("sendMessage", "getUpdates"):
            api.fail(Fault(0, method=method, times=10_000))
        for chat in (NOOR, SAM):
            api.say(chat, "twee")
        time.sleep(3)
        api.mend()
        api.wait(lambda: len(api.texts(NOOR)) == 2 and len(api.texts(SAM)) == 1, 40)
    assert (api.texts(NOOR)[1], api.texts(SAM)) == ("2: text twee", ["1: text twee"])


def test_a_storm_of_429_slows_everybody_and_loses_nothing(api: FakeTelegram, start: Start) -> None:
    chats = range(1, 21)
    for chat in chats:
        api.fail(Fault(429, retry_after=1, times=2, chat=chat))
    with start():
        for chat in chats:
            for number in range(1, 3):
                api.say(chat, f"{number}")
        api.wait(lambda: all(len(api.texts(chat)) == 2 for chat in chats), 60)
    assert all(api.texts(chat) == ["1: text 1", "2: text 2"] for chat in chats)


def test_telegram_has_no_reason_for_429_when_many_write_at_once(tmp_path: Path) -> None:
    stores = stores_in(tmp_path)
    chats = range(1, 61)
    with FakeTelegram(rates=Rates(forgives=0.4)) as api:
        for number in range(1, 3):
            for chat in chats:
                api.say(chat, f"{number}")
        with running(api, ScriptedCoach(stores.conversations), stores, limits=Limits()):
            api.wait(lambda: all(len(api.texts(chat)) == 2 for chat in chats), 60)
        assert api.rates
        assert api.rates.refused == 0


def test_a_reply_of_several_messages_goes_on_where_it_was_held_up(api: FakeTelegram, start: Start) -> None:
    from coaching.message import Message, Reply

    def says(owner: str, message: Message, number: int) -> tuple[Reply]:
        return (Reply(text="\n\n".join(f"{part} " + "x" * 3000 for part in range(3))),)

    with start(says):
        api.say(NOOR, "begin")
        api.wait_for(NOOR, 1)
        api.fail(Fault(429, retry_after=1, chat=NOOR))
        api.wait_for(NOOR, 3)
    assert [text[0] for text in api.texts(NOOR)] == ["0", "1", "2"]


def test_a_group_that_becomes_a_supergroup_gets_its_line_there(api: FakeTelegram, start: Start) -> None:
    with start():
        api.say(SAM, "hallo")
        api.wait_for(SAM, 1)
        api.upgrade(GROUP, -100_5)
        api.join(GROUP)
        api.wait_for(-100_5, 1)
    assert api.texts(GROUP) == []


def test_a_worker_that_hangs_is_replaced_and_does_no_harm_when_it_wakes(
    api: FakeTelegram, tmp_path: Path, postgres
) -> None:
    with bots(api, tmp_path, postgres.database(), hooks=2, paced=False) as workers:
        api.say(NOOR, "1")
        api.wait_for(NOOR, 1, timeout=60)
        _hang_whoever_works(api, workers)
        once = list(dict.fromkeys(api.texts(NOOR)))  # what was on its way may come twice, never out of order
        assert once == ["1: text 1", "2: text 2", "3: text 3"]


def _hang_whoever_works(api: FakeTelegram, workers: Bots) -> None:
    """Stops each worker in turn, so that it is the one with the lease once, and lets it go on after."""
    for number, process in enumerate(workers.processes, 2):
        process.send_signal(19)
        api.say(NOOR, str(number))
        api.wait_for(NOOR, number, timeout=30)
        process.send_signal(18)
        time.sleep(1)


@pytest.mark.soak
def test_a_missing_index_is_built_before_the_first_answer(api: FakeTelegram, tmp_path: Path) -> None:
    given = {
        "TELEGRAM_BOT_TOKEN": api.token,
        "TELEGRAM_API_URL": api.url,
        "DATA_DIR": str(tmp_path / "data"),
        "INDEX_DIR": str(tmp_path / "index"),
        "CONSENT": "notice",
    }
    api.say(NOOR, "hallo")
    command = [sys.executable, "-m", "app", "bot"]
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, **given}, stderr=subprocess.DEVNULL) as bot:
        try:
            api.wait_for(NOOR, 1, timeout=120)
        finally:
            bot.terminate()
        assert bot.wait(15) == 0
    assert any((tmp_path / "index").iterdir())
