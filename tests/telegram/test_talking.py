"""What an owner on Telegram meets."""

import threading
import time
from collections.abc import Sequence
from typing import Any

import pytest

from bot.ports import Stores
from coaching.message import Button, Message, MessageKind, Reply
from tests.telegram.conftest import Start
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.harness import Owner

NOOR, SAM, GROUP = 7, 8, -100123


def test_a_conversation_with_words_a_command_and_a_tap(api: FakeTelegram, start: Start) -> None:
    with start() as bot:
        noor = Owner(api, bot, NOOR)
        assert [sent.text for sent in noor.sends({"command": "/start"})] == ["1: command /start"]
        assert [sent.text for sent in noor.sends({"text": "ik heb een bakkerij"})] == ["2: text ik heb een bakkerij"]
        assert [sent.text for sent in noor.sends({"button": "Ja"})] == ["3: button answer:x:yes"]


def test_a_used_keyboard_goes_and_its_tap_is_answered(api: FakeTelegram, start: Start) -> None:
    with start() as bot:
        noor = Owner(api, bot, NOOR)
        noor.sends({"text": "hallo"})
        noor.sends({"button": "Ja"})
        api.wait(lambda: api.called("answerCallbackQuery") and not api.replies(NOOR)[0].buttons)
        assert api.replies(NOOR)[1].labels == ["Ja"]


def test_messages_of_one_chat_are_answered_in_order(api: FakeTelegram, start: Start) -> None:
    for number in range(1, 31):
        api.say(NOOR, f"bericht {number}")
    with start():
        api.wait_for(NOOR, 30)
    assert api.texts(NOOR) == [f"{number}: text bericht {number}" for number in range(1, 31)]


def test_a_slow_chat_does_not_delay_another(api: FakeTelegram, start: Start) -> None:
    free = threading.Event()

    def says(owner: str, message: Message, number: int) -> Sequence[Reply]:
        if message.text == "denk na":
            assert free.wait(20)
        return (Reply(text=message.text),)

    with start(says):
        api.say(NOOR, "denk na")
        api.wait(lambda: api.called("sendChatAction"))
        api.say(SAM, "vlug")
        api.wait_for(SAM, 1)
        assert api.texts(NOOR) == []
        free.set()
        api.wait_for(NOOR, 1)


def test_typing_is_not_shown_for_a_turn_that_takes_no_time(api: FakeTelegram, start: Start) -> None:
    with start() as bot:
        Owner(api, bot, NOOR).sends({"text": "hallo"})
    assert api.called("sendChatAction") == []


@pytest.mark.parametrize(
    ("shown", "taken"),
    [
        ("voice", "voice"),
        ("audio", "voice"),
        ("video_note", "voice"),
        ("photo", "photo"),
        ("video", "photo"),
        ("sticker", "sticker"),
        ("document", "document"),
        ("location", "location"),
        ("contact", "contact"),
        ("dice", "sticker"),
    ],
)
def test_media_reach_the_coach_by_their_kind(api: FakeTelegram, start: Start, shown: str, taken: str) -> None:
    with start() as bot:
        (sent,) = Owner(api, bot, NOOR).sends({"media": shown})
    assert sent.text == f"1: media {taken}"


def test_a_caption_is_what_the_owner_said(api: FakeTelegram, start: Start) -> None:
    with start() as bot:
        (sent,) = Owner(api, bot, NOOR).sends({"media": "photo", "caption": "mijn etalage"})
    assert sent.text == "1: media photo mijn etalage"


@pytest.mark.parametrize(
    "text", ["<b>vet</b> & co", "a < b > c", "&lt;", "<script>", "*_`[x](y)", "\u202ertl", "z\u0351\u036b", "{{ 7*7 }}"]
)
def test_what_an_owner_writes_is_shown_as_it_was_written(api: FakeTelegram, start: Start, text: str) -> None:
    with start() as bot:
        (sent,) = Owner(api, bot, NOOR).sends({"text": text})
    assert sent.text == f"1: text {text}"
    assert sent.given["link_preview_options"] == {"is_disabled": True}


def test_a_lone_surrogate_and_a_nul_do_no_harm(api: FakeTelegram, start: Start) -> None:
    with start() as bot:
        (sent,) = Owner(api, bot, NOOR).sends({"text": "a\ud800b\0c"})
    assert sent.text == "1: text a\ufffdb\ufffdc"


def test_a_long_reply_comes_in_pieces_with_the_buttons_under_the_last(api: FakeTelegram, start: Start) -> None:
    paragraphs = [f"{number} & {'woord ' * 150}".strip() for number in range(12)]
    button = Button(label="Verder", payload="go")

    def says(owner: str, message: Message, number: int) -> Sequence[Reply]:
        return (Reply(text="\n\n".join(paragraphs), buttons=((button,),)),)

    with start(says) as bot:
        pieces = Owner(api, bot, NOOR).sends({"text": "hallo"})
    assert "\n\n".join(piece.text for piece in pieces) == "\n\n".join(paragraphs)
    assert [piece.labels for piece in pieces] == [[]] * (len(pieces) - 1) + [["Verder"]]
    assert len(pieces) == 3


def test_a_group_hears_once_that_the_coach_works_in_private(api: FakeTelegram, start: Start, stores: Stores) -> None:
    with start() as bot:
        api.join(GROUP)
        api.say(GROUP, "hallo allemaal")
        api.say(GROUP, "en nog iets")
        last = api.say(GROUP, "/start@journey_coach_bot")
        api.wait(lambda: bot.settled(GROUP, last))
    assert len(api.texts(GROUP)) == 2  # when it joins, and to the command
    assert all("https://t.me/journey_coach_bot" in text for text in api.texts(GROUP))
    assert stores.conversations.open(f"telegram:{GROUP}").messages == 0


def test_what_needs_no_turn_is_passed_over(api: FakeTelegram, start: Start) -> None:
    api.edit(NOOR, "toch anders")
    api.push({"poll_answer": {"poll_id": "1", "option_ids": [0], "option_persistent_ids": ["0"]}})
    chat = {"id": NOOR, "type": "private"}
    pinned = {"message_id": 1, "date": 1, "chat": chat, "text": "hallo"}
    services: list[dict[str, Any]] = [
        {"group_chat_created": True},
        {"pinned_message": pinned},
        {"message_auto_delete_timer_changed": {}},
    ]
    for service in services:
        api.push({"message": {"message_id": 900, "date": 1, "chat": chat, **service}})
    reaction = {"type": "emoji", "emoji": "👍"}
    api.push({"message_reaction": {"chat": chat, "message_id": 1, "date": 1, "new_reaction": [reaction]}})
    with start() as bot:
        (sent,) = Owner(api, bot, NOOR).sends({"text": "hallo"})
    assert sent.text == "1: text hallo"


def test_the_menu_of_commands_is_set_in_each_language(api: FakeTelegram, start: Start) -> None:
    with start():
        api.wait(lambda: len(api.called("setMyCommands")) == 3)
    assert set(api.commands) == {"", "nl", "en"}
    assert api.commands[""] == api.commands["nl"] != api.commands["en"]


def test_commands_may_name_the_bot_and_have_an_argument(api: FakeTelegram, start: Start) -> None:
    with start() as bot:
        (sent,) = Owner(api, bot, NOOR).sends({"command": "/ask@journey_coach_bot wat is AIDA?"})
    assert sent.text == f"1: {MessageKind.COMMAND} /ask wat is AIDA?"


def test_a_stopped_bot_ends_the_turn_under_way(api: FakeTelegram, start: Start) -> None:
    def says(owner: str, message: Message, number: int) -> Sequence[Reply]:
        time.sleep(1)
        return (Reply(text="klaar"),)

    with start(says):
        api.say(NOOR, "hallo")
        api.wait(lambda: api.called("sendChatAction"))
    assert api.texts(NOOR) == ["klaar"]
