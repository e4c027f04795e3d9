"""Quite different owners talk with the whole program, as a person or a program would, and hold a plan."""

from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from app.settings import Settings
from app.wiring import Parts
from bot.ports import Stores
from bot.updates import OWNERS, owner_key
from journey.faults import faults_in
from journey.profile import ProfileField, as_json
from storage.conversations import DatabaseConversations
from storage.engine import open_database
from tests.conversations.player import SCRIPTS, Played, play, script
from tests.e2e.program import Program
from tests.sqlite import new_database
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.harness import Owner, running


def chat_of(data: Path, owner: str) -> Program:
    return Program("chat", "--json", "--as", owner, "--data", str(data))


@pytest.fixture(params=SCRIPTS, ids=lambda path: path.stem)
def owner(request: pytest.FixtureRequest) -> dict[str, Any]:
    return script(request.param)


def test_an_owner_gets_a_plan_without_faults_through_the_line_protocol(owner: dict[str, Any], tmp_path: Path) -> None:
    chat = chat_of(new_database(tmp_path), owner["owner"])
    played = play(owner, chat.sends)
    chat.ends()

    assert played.last["plan"], "the talk ended without a plan"
    _says_what_was_told(played, owner["expects"])
    _changes_what_was_asked(played, owner)
    _asks_one_thing_at_a_time(played)
    _holds_a_plan_without_faults(tmp_path, owner)
    MarkdownIt("commonmark").parse(played.document.read_text(encoding="utf-8"))


def test_an_owner_gets_the_same_plan_through_telegram(owner: dict[str, Any], tmp_path: Path) -> None:
    parts = Parts(Settings(data_dir=new_database(tmp_path)))
    chat = 40 + SCRIPTS.index(next(path for path in SCRIPTS if script(path)["owner"] == owner["owner"]))
    stores = Stores(parts.conversations, parts.inbox, parts.outbox, parts.leases(OWNERS))
    with FakeTelegram() as api, running(api, parts.coach, stores) as bot:
        person = Owner(api, bot, chat)

        def send(message: dict[str, Any]) -> dict[str, Any]:
            messages = person.answers(message)
            now = parts.conversations.open(owner_key(chat))
            plan = {"version": now.plan.version, "model": now.plan.plan.model} if now.plan else None
            return {"messages": messages, "asking": now.state.asking, "profile": as_json(now.profile), "plan": plan}

        played = play(owner, send)

    assert played.last["plan"], "the talk ended without a plan"
    _says_what_was_told(played, owner["expects"])
    _changes_what_was_asked(played, owner)
    documents = [m["document"]["content"].decode() for m in played.last["messages"] if "document" in m]
    assert documents
    assert "```mermaid" in documents[-1]


def test_a_talk_goes_on_where_it_was_when_the_program_is_started_again(tmp_path: Path) -> None:
    owner = script(next(path for path in SCRIPTS if path.stem == "plumber_terse"))
    first = chat_of(new_database(tmp_path), owner["owner"])
    first.sends({"command": "/start"})
    asking = first.sends({"text": owner["messages"][0]})["asking"]
    first.ends()

    second = chat_of(tmp_path, owner["owner"])
    answer = second.sends({"text": "hallo"})
    second.ends()

    assert answer["asking"] == asking
    assert answer["profile"]["location"]["value"] == "Breda"


def test_a_malformed_line_gets_an_error_and_changes_nothing(tmp_path: Path) -> None:
    chat = chat_of(new_database(tmp_path), "someone")
    before = chat.sends({"text": "ik heb een fietsenwinkel in Gent"})
    wrong = chat.sends({"words": "?"})
    after = chat.sends({"command": "/status"})
    chat.ends()

    assert "error" in wrong
    assert after["profile"] == before["profile"]


def _says_what_was_told(played: Played, expects: dict[str, Any]) -> None:
    profile = played.last["profile"]
    assert profile["language"]["value"] == expects["language"]
    for field, value in expects["profile"].items():
        told = profile[field]["value"]
        if isinstance(value, dict):
            assert {key: told[key] for key in value} == value, field
        else:
            assert told == value, field
    assert set(expects["channels"]) <= set(profile["channels_current"]["value"])


def _changes_what_was_asked(played: Played, owner: dict[str, Any]) -> None:
    for change, turn in zip(owner.get("changes", ()), played.changing, strict=True):
        said = "\n".join(message["text"] for message in turn["messages"])
        assert turn["plan"]["version"] == change["version"], (change["say"], said)
        assert change.get("shows", "") in said, (change["say"], said)


def _asks_one_thing_at_a_time(played: Played) -> None:
    for turn in played.turns[: len(played.turns) - len(played.changing)]:  # a text of the plan may ask what it likes
        for message in turn["messages"]:
            if not message.get("document") and len(message["text"]) < 600:
                assert message["text"].count("?") <= 1, message["text"]


def _holds_a_plan_without_faults(data: Path, owner: dict[str, Any]) -> None:
    conversation = DatabaseConversations(open_database(data)).open(f"terminal:{owner['owner']}")
    assert conversation.plan
    plan, profile = conversation.plan.plan, conversation.profile
    assert faults_in(plan, profile) == ()
    assert {s.channel for s in plan.suggestions}.isdisjoint(profile.many(ProfileField.CHANNELS_EXCLUDED))
    least = 1 if owner.get("changes") else 3  # what is refused leaves a gap where nothing else fits
    assert all(len(stage.suggestions) >= least for stage in plan.stages)
    assert plan.language == owner["expects"]["language"]
