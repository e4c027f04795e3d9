"""A bot that dies, and the one that starts after it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.ports import Stores
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.fake_records import Fault
from tests.telegram.harness import ScriptedCoach, running, stores_in

NOOR, SAM = 7, 8
ROOT = Path(__file__).parents[2]


@contextmanager
def process(api: FakeTelegram, data: Path, seconds: float = 0.0) -> Iterator[subprocess.Popen[bytes]]:
    command = [
        sys.executable,
        "-m",
        "tests.telegram.bot_process",
        str(data),
        api.token,
        api.url,
        "--seconds",
        str(seconds),
    ]
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, "OMP_NUM_THREADS": "1"}) as bot:
        try:
            yield bot
        finally:
            bot.kill()


def test_what_was_stored_when_the_bot_was_killed_is_worked_by_the_next(api: FakeTelegram, tmp_path: Path) -> None:
    for number in range(1, 6):
        api.say(NOOR, f"bericht {number}")
    with process(api, tmp_path, seconds=30) as bot:
        api.wait(lambda: api.called("sendChatAction") and not api.pending(), timeout=60)
        bot.send_signal(signal.SIGKILL)
    assert api.texts(NOOR) == []
    with process(api, tmp_path):
        api.wait_for(NOOR, 5, timeout=60)
    assert api.texts(NOOR) == [f"{number}: text bericht {number}" for number in range(1, 6)]


def test_kills_at_odd_moments_lose_nothing_and_mix_nothing_up(api: FakeTelegram, tmp_path: Path) -> None:
    for number in range(1, 21):
        api.say(NOOR, f"{number}")
        api.say(SAM, f"{number}")
    for replies in (3, 9):
        with process(api, tmp_path, seconds=0.05) as bot:
            api.wait_for(NOOR, replies, timeout=60)
            time.sleep(0.013 * replies)
            bot.send_signal(signal.SIGKILL)
    with process(api, tmp_path):
        stores = stores_in(tmp_path)
        api.wait(lambda: not api.pending() and not stores.inbox.waiting() and not stores.conversations.unsent(), 60)
    for chat in (NOOR, SAM):
        texts = api.texts(chat)
        assert list(dict.fromkeys(texts)) == [f"{number}: text {number}" for number in range(1, 21)]
        assert len(texts) <= 20 + 2  # a kill can double at most the one reply under way
        assert texts == sorted(texts, key=lambda text: int(text.partition(":")[0]))


def test_sigterm_ends_the_turn_under_way(api: FakeTelegram, tmp_path: Path) -> None:
    with process(api, tmp_path, seconds=1.5) as bot:
        api.say(NOOR, "hallo")
        api.wait(lambda: api.called("sendChatAction"), timeout=60)
        bot.send_signal(signal.SIGTERM)
        assert bot.wait(15) == 0
    assert api.texts(NOOR) == ["1: text hallo"]


def test_replies_that_were_not_sent_go_out_at_the_next_start(api: FakeTelegram, stores: Stores) -> None:
    coach = ScriptedCoach(stores.conversations)
    api.fail(Fault(500, times=1000, chat=NOOR))
    with running(api, coach, stores, grace=0.2):
        api.say(NOOR, "hallo")
        api.wait(lambda: len(api.called("sendMessage")) >= 2)
    assert api.texts(NOOR) == []
    api.mend()
    with running(api, coach, stores):
        api.wait_for(NOOR, 1)
    assert api.texts(NOOR) == ["1: text hallo"]
    assert len(coach.taken) == 1


def test_what_waits_for_the_terminal_is_left_to_the_terminal(api: FakeTelegram, stores: Stores) -> None:
    from coaching.message import Message, MessageKind

    coach = ScriptedCoach(stores.conversations)
    coach.take("terminal:noor", Message(kind=MessageKind.TEXT, text="hallo"))
    with running(api, coach, stores):
        api.say(SAM, "dag")
        api.wait_for(SAM, 1)
    assert len(stores.conversations.unsent("terminal:noor")) == 1


@pytest.mark.parametrize("code", [500, 0])
def test_a_bot_that_starts_while_telegram_is_down_waits_for_it(api: FakeTelegram, stores: Stores, code: int) -> None:
    api.fail(Fault(code, method="getMe", times=2))
    with running(api, ScriptedCoach(stores.conversations), stores):
        api.say(NOOR, "hallo")
        api.wait_for(NOOR, 1)
