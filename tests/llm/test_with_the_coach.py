"""Whatever a language model or its server does, an owner gets what the coach says without one, each reply once."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.protocol import talk
from app.settings import Settings
from coaching.assisting.composing import AssistedComposer
from coaching.assisting.understanding import AssistedUnderstanding
from coaching.coach import Coach
from coaching.planning.composer import Composer
from coaching.ports import Library, Understands
from llm.budget import Limits
from llm.faults import Fault
from llm.gate import Call
from llm.model import AskedModel
from storage.conversations import DatabaseConversations
from storage.engine import open_database
from tests.conversations.player import Played, Send, play, script
from tests.fakes.usage import KeptUsage
from tests.llm import server as steps
from tests.llm.conftest import Opens
from tests.llm.server import ScriptedModel, Step, form, replies, text
from tests.sqlite import new_database

BAKER = script(Path(__file__).parent.parent / "conversations" / "bakery_flemish.yaml")
QUESTION = {"text": "wat is een persona?"}

FAULTS: dict[str, Step] = {
    "a malformed tool call": form('{"facts": [{"field'),
    "an empty tool call": form(""),
    "prose": text("Natuurlijk! Wat leuk dat je een bakkerij hebt in Aalst."),
    "fenced JSON of another shape": text('```json\n{"answer": 42}\n```'),
    "a refusal": steps.refusal(),
    "a length stop": text("Een persona is", ends="length"),
    "a page with 200": steps.page(),
    "empty choices": steps.no_choices(),
    "a time-out": steps.hangs(),
    "a byte now and then": steps.trickles(),
    "429": replies(429, "{}", retry_after="60"),
    "500": replies(500, "{}"),
    "a dropped connection": steps.drops(),
    "a cut stream": steps.cuts("Een persona is een"),
    "a stalled stream": steps.stalls("Een persona is een"),
}


@pytest.fixture(scope="module")
def played(
    tmp_path_factory: pytest.TempPathFactory, library: Library, understanding: Understands
) -> Callable[[AskedModel | None], Played]:
    """A whole talk with the real coach, from the first word to the plan, and a question at the end."""

    def played(model: AskedModel | None) -> Played:
        folder = new_database(tmp_path_factory.mktemp("talk"))
        conversations = DatabaseConversations(open_database(folder))
        hears = AssistedUnderstanding(understanding, model, library) if model else understanding
        composes = AssistedComposer(Composer(library), model, library) if model else Composer(library)
        coach = Coach(conversations, library, hears, composes, model=model)
        sent = play(BAKER, said := said_to(coach, conversations, folder))
        sent.turns.append(said(QUESTION))
        return sent

    return played


@pytest.fixture(scope="module")
def alone(played: Callable[[AskedModel | None], Played]) -> Played:
    """The same without a model."""
    return played(None)


def said_to(coach: Coach, conversations: DatabaseConversations, folder: Path) -> Send:
    settings = Settings(_env_file=None, data_dir=folder)

    def send(message: dict[str, Any]) -> dict[str, Any]:
        (answer,) = talk([json.dumps(message)], "terminal:noor", coach, conversations, settings)
        shown: dict[str, Any] = json.loads(answer.replace(str(folder), ""))
        return shown

    return send


@pytest.mark.parametrize("fault", FAULTS)
def test_the_owner_gets_what_the_coach_says_without_a_model(
    server: ScriptedModel,
    opens: Opens,
    calls: list[Call],
    played: Callable[[AskedModel | None], Played],
    alone: Played,
    fault: str,
) -> None:
    server.does(FAULTS[fault])
    assert played(opens(deadline=1.0)).turns == alone.turns
    assert calls, "the model was never asked"


def test_a_dead_model_is_not_asked_by_every_turn(
    server: ScriptedModel, opens: Opens, calls: list[Call], played: Callable[[AskedModel | None], Played]
) -> None:
    server.does(replies(500, "{}"))
    talked = played(opens())
    assert len(server.asked) == 3 < len(talked.turns)
    assert {call.outcome for call in calls[3:]} == {Fault.PAUSED}


def test_a_budget_that_is_spent_ends_the_asking_and_not_the_talk(
    server: ScriptedModel,
    opens: Opens,
    usage: KeptUsage,
    calls: list[Call],
    played: Callable[[AskedModel | None], Played],
) -> None:
    assert played(opens(limits=Limits(daily_tokens=500))).last["plan"]
    assert 500 <= usage.today("terminal:noor").tokens < 800
    assert calls[-1].outcome == Fault.SPENT_TODAY
