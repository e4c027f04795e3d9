"""A real bot that is watched: its logs say what happened and never what was said; its pages say how it is."""

import json
import os
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from bot.webhook import secret_from
from tests.telegram.fake_api import TOKEN, FakeTelegram
from tests.telegram.fake_records import Fault
from tests.telegram.harness import free_port

NOOR, SAM, AN = 7, 8, 9
#: What the owners say; of all of it nothing may be logged.
SECRETS = ("Zilvervos", "zilvervos", "1.734", "kwartelstraat", "Kwartelstraat", "blauwe narcis", "Wolfraam")


class WatchedBot:
    """`journey-coach bot` as a process, with everything it prints in a file."""

    def __init__(self, folder: Path, api: FakeTelegram) -> None:
        self.api, self.folder, self.port = api, folder, free_port()
        settings = {
            "DATA_DIR": str(folder),
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": api.url,
            "HEALTH_PORT": str(self.port),
            "LOG_LEVEL": "DEBUG",
            "CONSENT": "notice",
            "PYTHONASYNCIODEBUG": "0",
            "LANGSMITH_TRACING": "true",
        }
        command = [sys.executable, "-m", "app", "bot"]
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                command, env=os.environ | settings, stdout=output, stderr=subprocess.STDOUT, cwd=folder
            )

    @property
    def output(self) -> Path:
        return self.folder / "output"

    def page(self, path: str) -> tuple[int, str]:
        try:
            with urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as response:
                return response.status, response.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            return 0, ""

    def figure(self, name: str, otherwise: float = 0.0) -> float:
        """The sum of a figure over all its labels; `otherwise` where there is none."""
        rows = re.findall(rf"^journey_coach_{name}(?:{{.*}})? (\S+)$", self.page("/metrics")[1], re.MULTILINE)
        return sum(map(float, rows)) if rows else otherwise

    def lines(self) -> list[dict[str, Any]]:
        """What was logged; the line that tells a person that the bot listens is no log line."""
        return [json.loads(line) for line in self.output.read_text().splitlines() if not line.startswith("@")]

    def logged(self, event: str) -> list[dict[str, Any]]:
        return [line for line in self.lines() if event in line["event"]]

    def stop(self) -> int:
        self.process.terminate()
        return self.process.wait(20)


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WatchedBot]:
    """A bot that had a good talk, one that Telegram and the network troubled, and one that met a fault of ours."""
    with FakeTelegram() as api:
        bot = WatchedBot(tmp_path_factory.mktemp("watched"), api)
        try:
            until(lambda: bot.page("/readyz")[0] == 200 or bot.process.poll() is not None)
            _good_talk(bot)
            _troubled_talk(bot)
            _broken_talk(bot)
            yield bot
        finally:
            bot.process.kill()
            bot.process.wait(10)


def _good_talk(bot: WatchedBot) -> None:
    said = (
        "hoi, ik ben Wolfraam en ik heb een bakkerij, De Zilvervos, in de Kwartelstraat in Gent",
        "we verkopen brood vanaf 1.734 euro en een blauwe narcis bij elke taart",
        "wat is een persona bij de Zilvervos?",
    )
    for number, text in enumerate(said, 1):
        bot.api.say(NOOR, text)
        settled(bot, number)
    bot.api.show(NOOR, "photo", "dit is de blauwe narcis van de Zilvervos")
    settled(bot, len(said) + 1)


def _troubled_talk(bot: WatchedBot) -> None:
    bot.api.fail(Fault(500, chat=SAM))
    bot.api.fail(Fault(0, chat=SAM))
    bot.api.fail(Fault(400, chat=SAM, description="Bad Request: can't parse entities"))
    bot.api.say(SAM, "ik heb een bakkerij en die heet De Zilvervos")
    bot.api.wait_for(SAM, 1, 60)
    settled(bot, 5)


def _broken_talk(bot: WatchedBot) -> None:
    """Somebody's talk is damaged: the error that comes of it quotes what was in it."""
    bot.api.say(AN, "goedendag, ik ben Wolfraam")
    settled(bot, 6)
    damaged = json.dumps({"facts": {"goal": "De Zilvervos"}, "Kwartelstraat": 3})
    change(bot, "UPDATE conversations SET profile = ? WHERE owner = ?", damaged, f"telegram:{AN}")
    bot.api.say(AN, "de blauwe narcis is op")
    settled(bot, 7)


def settled(bot: WatchedBot, turns: int) -> None:
    """So many turns are over, and nothing waits to be sent."""
    until(lambda: bot.figure("answer_seconds_count") >= turns and bot.figure("outbox_depth", -1) == 0)


def until(condition: Callable[[], object], seconds: float = 120) -> None:
    """Waits for something that only the bot's pages tell; the fake answers calls meanwhile."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def change(bot: WatchedBot, statement: str, *values: str) -> None:
    """Changes the bot's database behind its back."""
    with closing(sqlite3.connect(bot.folder / "coach.db", timeout=20)) as database, database:
        database.execute(statement, values)


def test_nothing_that_was_said_is_logged_and_no_token(bot: WatchedBot) -> None:
    printed = bot.output.read_text()
    for secret in (*SECRETS, TOKEN, TOKEN.partition(":")[2], secret_from(TOKEN)):
        assert secret not in printed


def test_each_event_is_one_line_with_the_turn_it_belongs_to(bot: WatchedBot) -> None:
    turns = bot.logged("turn")
    assert len(turns) >= 6
    assert all(line["logger"] and line["level"] and line["timestamp"] for line in bot.lines())
    done = [line for line in turns if line.get("outcome") == "done"]
    assert len({line["turn"] for line in done}) == len(done)
    assert {line["owner"] for line in done} == {f"telegram:{chat}" for chat in (NOOR, SAM, AN)}
    assert all(line["seconds"] > 0 and line["language"] == "nl" for line in done)


def test_what_goes_wrong_while_sending_belongs_to_the_turn_too(bot: WatchedBot) -> None:
    waits = bot.logged(f"of telegram:{SAM} waits")[0]
    assert waits["turn"] in {line["turn"] for line in bot.logged("turn") if line.get("outcome") == "done"}


def test_a_fault_of_ours_is_traced_under_the_reference_that_the_owner_got(bot: WatchedBot) -> None:
    reference = re.search(r"referentie (\w+)", bot.api.texts(AN)[-1])
    assert reference
    (line,) = bot.logged(reference[1])
    assert line["level"] == "error"
    assert line["turn"]
    assert line["trace"][0]["error"] == "ValidationError"
    assert any("storage/rows.py" in place for place in line["trace"][0]["at"])


def test_the_figures_count_what_happened(bot: WatchedBot) -> None:
    figures = bot.page("/metrics")[1]
    assert 'journey_coach_turns_total{language="nl",outcome="done"} 6.0' in figures
    assert 'journey_coach_turns_total{language="unknown",outcome="failed"} 1.0' in figures
    assert 'journey_coach_retries_total{what="reply"} 2.0' in figures
    assert 'journey_coach_errors_total{logger="bot.turning"} 1.0' in figures
    assert bot.figure("turn_seconds_count") == 7
    assert bot.figure("answer_seconds_count") == 7
    for depth in ("inbox_depth", "outbox_depth", "outbox_oldest_seconds", "outbox_unreachable", "dead_letters"):
        assert f"journey_coach_{depth} 0.0" in figures


def test_it_is_alive_and_ready_part_by_part(bot: WatchedBot) -> None:
    assert bot.page("/healthz") == (200, "ok")
    status, body = bot.page("/readyz")
    assert status == 200
    assert json.loads(body) == {"ready": True, "database": "ok", "schema": "ok", "index": "ok", "worker": "ok"}


def test_a_database_of_another_program_makes_it_unready_but_not_dead(bot: WatchedBot) -> None:
    change(bot, "ALTER TABLE alembic_version RENAME TO away")
    try:
        status, body = bot.page("/readyz")
        assert (status, json.loads(body)["schema"]) == (503, "not this program's")
        assert bot.page("/healthz")[0] == 200
    finally:
        change(bot, "ALTER TABLE away RENAME TO alembic_version")
    assert bot.page("/readyz")[0] == 200


def test_stopping_ends_it_cleanly(bot: WatchedBot) -> None:
    assert bot.stop() == 0
