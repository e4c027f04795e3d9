"""`chat --json`: what a line may be, what comes back, and that a malformed line changes nothing."""

import json
from types import SimpleNamespace

import pytest

from app.protocol import MalformedLineError, parsed, talk
from coaching.coach import Coach
from coaching.message import Message, MessageKind
from coaching.planning.composer import Composer
from tests.fakes.conversations import FakeConversations

FORMS = {
    '{"text": "hallo"}': Message(kind=MessageKind.TEXT, text="hallo"),
    '{"text": ""}': Message(kind=MessageKind.TEXT, text=""),
    '{"button": "skip:business"}': Message(kind=MessageKind.BUTTON, text="skip:business"),
    '{"command": "/start"}': Message(kind=MessageKind.COMMAND, text="/start"),
    '{"media": "voice"}': Message(kind=MessageKind.MEDIA, media="voice"),
    '{"media": "photo", "caption": "mijn winkel"}': Message(kind=MessageKind.MEDIA, media="photo", text="mijn winkel"),
    '{"text": "a\\u0000b \\ud83d"}': Message(kind=MessageKind.TEXT, text="a\ufffdb \ufffd"),
    '  {"text": "hallo"}  \n': Message(kind=MessageKind.TEXT, text="hallo"),
}
MALFORMED = (
    "hallo",
    "{",
    "[]",
    '"text"',
    "null",
    "{}",
    '{"words": "hallo"}',
    '{"text": 3}',
    '{"text": null}',
    '{"text": "hallo", "more": 1}',
    '{"text": "a", "button": "b"}',
    '{"media": "film"}',
    '{"media": "voice", "caption": 4}',
    '{"button": ["x"]}',
    "[" * 100_000,
    '{"text": "half',
)


@pytest.fixture
def store():
    return FakeConversations()


@pytest.fixture
def says(store, library, understanding, tmp_path):
    coach = Coach(store, library, understanding, Composer(library))

    def lines(*told):
        given = [line if isinstance(line, str) else json.dumps(line) for line in told]
        return [json.loads(line) for line in talk(given, "noor", coach, store, SimpleNamespace(data_dir=tmp_path))]

    return lines


@pytest.mark.parametrize("line", FORMS)
def test_each_form_of_a_line_is_a_message(line):
    assert parsed(line) == FORMS[line]


@pytest.mark.parametrize("line", MALFORMED)
def test_anything_else_is_malformed(line):
    with pytest.raises(MalformedLineError) as error:
        parsed(line)
    assert str(error.value)


@pytest.mark.parametrize("line", MALFORMED)
def test_a_malformed_line_gets_one_error_and_changes_nothing(says, store, line):
    (answer,) = says(line)
    assert list(answer) == ["error"]
    assert store.turns == []


def test_a_talk_goes_on_after_a_malformed_line(says, store):
    first, second = says("{", {"text": "hallo"})
    assert "error" in first
    assert second["messages"]


def test_a_blank_line_is_passed_over(says, store):
    assert says("", "  \n") == []


def test_a_turn_comes_back_as_one_object(says):
    (answer,) = says({"text": "Ik heb een bakkerij in Gent"})
    assert set(answer) == {"messages", "asking", "profile", "plan"}
    assert answer["profile"]["sector"] == {"value": "bakery", "status": "told", "evidence": 1}
    assert answer["asking"] == "offer"
    assert answer["plan"] is None
    assert all({"text", "buttons"} <= set(message) for message in answer["messages"])
    (button, *_) = answer["messages"][-1]["buttons"][0]
    assert set(button) == {"label", "payload"}


def test_while_the_talk_rests_nothing_is_asked(says):
    *_, answer = says({"text": "hallo"}, {"command": "/stop"})
    assert answer["asking"] is None


def test_replies_are_marked_sent_once_they_are_out(says, store):
    says({"text": "hallo"})
    assert store.unsent() == ()


def test_a_plan_comes_as_a_file_on_disk(says, tmp_path):
    *_, answer = says(
        {"text": "Ik heb een bakkerij in Gent en ik verkoop taarten"},
        {"command": "/plan"},
        {"button": "answer:confirm:yes"},
        {"button": "answer:model:aida"},
    )
    assert answer["plan"] == {"version": 1, "model": "aida"}
    (document,) = [message["document"] for message in answer["messages"] if "document" in message]
    written = next(tmp_path.rglob("*.md"))
    assert document["path"] == str(written)
    assert document["name"] == written.name
    assert written.read_text().startswith("# ")
