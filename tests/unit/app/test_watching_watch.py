"""What a watch makes of what it is told: figures, and whether the bot is ready."""

import json
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from urllib.error import HTTPError

import pytest

from app.watching.asking import Asked
from app.watching.health import pages
from app.watching.serving import serving
from app.watching.turns import WatchedCoach
from app.watching.watch import SILENT, Watch
from bot.webhook import Hook
from coaching.coach import Answer
from coaching.message import Message, MessageKind
from coaching.ports import ArrivalDoneError, StaleConversationError
from coaching.records import Arrival
from journey.errors import CoachError
from journey.plan import Plan
from journey.profile import Profile
from journey.state import State
from storage.engine import open_database
from storage.errors import StorageError
from storage.standing import DatabaseStanding
from tests.making import plan as a_plan
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.harness import ScriptedCoach, free_port, running, stores_in

HELLO = Message(kind=MessageKind.TEXT, text="hallo")
WELL = {"database": "ok", "schema": "ok", "index": "ok", "worker": "ok"}


@dataclass
class Clock:
    now: float = 100.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Coach:
    """A coach whose next turns end like this."""

    ends: list[Exception | Plan | None] = field(default_factory=list)

    def take(self, owner: str, message: Message, arrival: int | None = None, drafts: object = None) -> Answer:
        end = self.ends.pop(0)
        if isinstance(end, Exception):
            raise end
        return Answer((), State(language="en"), Profile(), None, end)


@pytest.fixture
def standing(tmp_path: Path) -> DatabaseStanding:
    return DatabaseStanding(open_database(tmp_path), "telegram:")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(standing: DatabaseStanding, clock: Clock) -> Watch:
    return Watch(lambda: standing, lambda: True, clock)


def figure(watch: Watch, name: str, **labels: str) -> float | None:
    return watch.metrics.registry.get_sample_value(f"journey_coach_{name}", labels)


# --- ready or not


def test_a_bot_is_ready_once_its_worker_gave_a_sign_of_life(watch: Watch) -> None:
    assert watch.state() == WELL | {"worker": "not started"}
    watch.beat()
    assert watch.state() == WELL


def test_a_worker_that_is_silent_for_too_long_is_not_ready(watch: Watch, clock: Clock) -> None:
    watch.beat()
    clock.now += SILENT
    assert watch.state()["worker"] == "silent"


def test_a_database_that_can_not_be_reached_is_not_ready_and_has_no_figures(clock: Clock) -> None:
    def gone() -> DatabaseStanding:
        raise StorageError("storage.unreachable", place="there", problem="refused")

    watch = Watch(gone, lambda: True, clock)
    assert watch.state()["database"] == "no answer"
    assert watch.state()["schema"] == "unknown"
    assert figure(watch, "inbox_depth") is None


@pytest.mark.parametrize("error", [None, CoachError("knowledge.library_missing", folder="x"), OSError()])
def test_without_an_index_it_is_not_ready(standing: DatabaseStanding, error: Exception | None) -> None:
    def index() -> bool:
        if error:
            raise error
        return False

    assert Watch(lambda: standing, index).state()["index"] == "missing"


# --- figures


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (ArrivalDoneError(), "repeated"),
        (StaleConversationError(), "retried"),
        (StorageError("storage.full"), "retried"),
        (ValueError(), "failed"),
    ],
)
def test_a_turn_that_fails_is_counted_by_what_becomes_of_it(watch: Watch, error: Exception, outcome: str) -> None:
    with pytest.raises(type(error)):
        WatchedCoach(Coach([error]), watch.metrics).take("telegram:7", HELLO)  # type: ignore[arg-type]
    assert figure(watch, "turns_total", outcome=outcome, language="unknown") == 1
    assert figure(watch, "retries_total", what="turn") == (1 if outcome == "retried" else None)


def test_turns_and_plans_are_counted_by_language(watch: Watch) -> None:
    coach = WatchedCoach(Coach([None, a_plan(), None]), watch.metrics)  # type: ignore[arg-type]
    for _ in range(3):
        coach.take("telegram:7", HELLO)
    assert figure(watch, "turns_total", outcome="done", language="en") == 3
    assert figure(watch, "turn_seconds_count", language="en") == 3
    assert figure(watch, "plans_total", language="en", model=a_plan().model) == 1


def test_the_time_to_an_answer_counts_from_when_the_message_was_stored(watch: Watch) -> None:
    long_ago = datetime(2026, 1, 1, tzinfo=UTC)
    with watch.turn(Arrival(id=1, owner="telegram:7", body="", at=long_ago)):
        pass
    assert figure(watch, "answer_seconds_count") == 1
    assert (figure(watch, "answer_seconds_sum") or 0) > 60


def test_a_turn_that_was_broken_off_has_no_time_to_an_answer(watch: Watch) -> None:
    with pytest.raises(KeyError), watch.turn(Arrival(id=1, owner="telegram:7", body="", at=datetime.now(UTC))):
        raise KeyError
    assert figure(watch, "answer_seconds_count") == 0


# --- asking what may not answer


def test_a_question_that_hangs_is_asked_once_and_answered_with_none() -> None:
    free, asked = Event(), []

    def question() -> str:
        asked.append(1)
        free.wait(20)
        return "yes"

    ask = Asked(question, patience=0.01)
    assert [ask(), ask(), ask()] == [None, None, None]
    free.set()
    assert Asked(question, patience=20)() == "yes"
    assert len(asked) == 2


def test_whoever_asks_later_gets_a_new_answer() -> None:
    answers = iter([1, 2])
    ask = Asked(lambda: next(answers))
    assert [ask(), ask(), ask()] == [1, 2, None]


# --- pages


def page(port: int, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as response:
            return response.status, response.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


@contextmanager
def served(watch: Watch) -> Iterator[int]:
    port = free_port()
    with serving(pages(watch), "127.0.0.1", port):
        yield port


def test_the_pages_are_served_from_the_start_also_while_nothing_is_ready(watch: Watch) -> None:
    with served(watch) as port:
        assert page(port, "/healthz") == (200, "ok")
        status, body = page(port, "/readyz")
        assert (status, json.loads(body)) == (503, {"ready": False, **WELL, "worker": "not started"})
        watch.beat()
        assert page(port, "/readyz")[0] == 200
        assert "journey_coach_inbox_depth 0.0" in page(port, "/metrics")[1]


def test_a_bot_by_webhook_has_the_pages_beside_it(watch: Watch, tmp_path: Path) -> None:
    stores, port = stores_in(tmp_path), free_port()
    with FakeTelegram() as api:
        hook = Hook(f"http://127.0.0.1:{port}/telegram", "secret", port=port, beside=pages(watch))
        with running(api, ScriptedCoach(stores.conversations), stores, hook=hook, watches=watch):
            api.say(7, "hallo")
            api.wait_for(7, 1)
            api.wait(lambda: page(port, "/readyz")[0] == 200)
            assert page(port, "/healthz") == (200, "ok")
            assert "journey_coach_answer_seconds_count" in page(port, "/metrics")[1]


def test_a_port_that_is_taken_says_so(watch: Watch) -> None:
    with served(watch) as port, pytest.raises(CoachError) as error, serving((), "127.0.0.1", port):
        pass
    assert error.value.key == "watching.port_taken"
