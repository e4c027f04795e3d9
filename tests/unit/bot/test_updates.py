from typing import Any

import pytest
from telegram import Bot, Update

from bot.updates import Edit, arrival_of, chat_of, edit_of, group_of, message_of, owner_key, update_of
from coaching.message import Message, MessageKind
from coaching.records import Arrival

BOT = Bot("1:a")
NOOR = {"id": 7, "is_bot": False, "first_name": "Noor"}
PRIVATE, GROUP, CHANNEL = ({"id": 7, "type": kind} for kind in ("private", "supergroup", "channel"))


def update(kind: str = "message", chat: dict[str, Any] = PRIVATE, **content: Any) -> Update:
    message = {"message_id": 3, "date": 5, "chat": chat, "from": NOOR, **content}
    return Update.de_json({"update_id": 11, kind: message}, BOT)


def pressed(message: dict[str, Any] | None, **content: Any) -> Update:
    query = {"id": "q", "from": NOOR, "chat_instance": "i", **content}
    if message:
        query["message"] = message
    return Update.de_json({"update_id": 12, "callback_query": query}, BOT)


def test_an_update_survives_the_inbox() -> None:
    came = update(text="dag \ud800 \0 <b>")
    arrival = arrival_of(came.to_dict())
    assert (arrival.id, arrival.owner) == (11, "telegram:7")
    assert update_of(arrival, BOT) == came
    arrival.body.encode()


@pytest.mark.parametrize("body", ["", "{}", "[]", "null", '{"update_id": 1, "message": {}}'])
def test_a_body_that_is_no_update_is_not_read(body: str) -> None:
    assert update_of(Arrival(id=1, owner="telegram:0", body=body), BOT) is None


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("hallo", MessageKind.TEXT, "hallo"),
        (" /plan", MessageKind.TEXT, " /plan"),
        ("/ plan", MessageKind.TEXT, "/ plan"),
        ("en/of", MessageKind.TEXT, "en/of"),
        ("/plan", MessageKind.COMMAND, "/plan"),
        ("/plan@a_bot", MessageKind.COMMAND, "/plan"),
        ("/start coach-7", MessageKind.COMMAND, "/start coach-7"),
        ("/ask@a_bot  wat is\nAIDA?", MessageKind.COMMAND, "/ask wat is\nAIDA?"),
    ],
)
def test_words_and_commands_are_told_apart(text: str, kind: MessageKind, said: str) -> None:
    assert message_of(update(text=text)) == Message(kind=kind, text=said)


def test_an_animation_is_something_to_see_though_telegram_calls_it_a_document_too() -> None:
    gif = {"file_id": "g", "file_unique_id": "g", "width": 1, "height": 1, "duration": 1}
    message = message_of(update(animation=gif, document={"file_id": "g", "file_unique_id": "g"}, caption="kijk"))
    assert message == Message(kind=MessageKind.MEDIA, media="photo", text="kijk")


def test_a_tap_is_its_payload_even_on_a_message_too_old_to_read() -> None:
    tap = Message(kind=MessageKind.BUTTON, text="answer:x")
    assert message_of(pressed({"message_id": 3, "date": 5, "chat": PRIVATE}, data="answer:x")) == tap
    old = pressed({"message_id": 3, "date": 0, "chat": PRIVATE}, data="answer:x")
    assert message_of(update_of(arrival_of(old.to_dict()), BOT)) == tap


def test_a_tap_without_a_chat_belongs_to_who_tapped_and_needs_no_turn() -> None:
    tap = pressed(None, inline_message_id="x", data="answer:x")
    assert arrival_of(tap.to_dict()).owner == "telegram:7"
    assert message_of(tap) is None


@pytest.mark.parametrize(
    "needless",
    [
        update("edited_message", text="hallo", edit_date=6),
        update(chat=GROUP, text="hallo"),
        update("channel_post", chat=CHANNEL, text="hallo"),
        update(pinned_message={"message_id": 1, "date": 1, "chat": PRIVATE}),
        Update.de_json({"update_id": 1}, BOT),
    ],
)
def test_what_needs_no_turn(needless: Update) -> None:
    assert message_of(needless) is None


def test_an_update_is_kept_with_what_telegram_calls_its_message() -> None:
    assert arrival_of(update(text="hallo").to_dict()).reference == "3"
    assert arrival_of(update("edited_message", text="hallo", edit_date=6).to_dict()).reference == ""
    assert arrival_of(pressed({"message_id": 3, "date": 5, "chat": PRIVATE}, data="x").to_dict()).reference == ""
    assert arrival_of({"update_id": 1, "message": {"message_id": "x" * 99}}).reference == "x" * 40


def test_an_edit_names_the_message_and_its_new_words() -> None:
    assert edit_of(update("edited_message", text="hallo", edit_date=6)) == Edit(7, "3", "hallo")
    photo = [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]
    assert edit_of(update("edited_message", photo=photo, caption="kijk", edit_date=6)) == Edit(7, "3", "kijk")


@pytest.mark.parametrize(
    "nothing",
    [
        update(text="hallo"),
        update("edited_message", chat=GROUP, text="hallo", edit_date=6),
        update("edited_message", location={"latitude": 1, "longitude": 2}, edit_date=6),
    ],
)
def test_what_is_no_edit_of_words(nothing: Update) -> None:
    assert edit_of(nothing) is None


def test_only_what_somebody_says_in_a_group_is_from_a_group() -> None:
    assert group_of(update(chat=GROUP, text="hallo")) == 7
    assert group_of(update(chat=GROUP, new_chat_title="x")) is None
    assert group_of(update("channel_post", chat=CHANNEL, text="hallo")) is None
    assert group_of(update(text="hallo")) is None


def test_an_owner_is_a_chat() -> None:
    assert chat_of(owner_key(-100123)) == -100123
