"""Buttons: a used keyboard goes and the choice stays; ticks are made in place; an old button says that it is past."""

from collections.abc import Sequence

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.ports import Stores
from bot.taps import chosen
from coaching.coach import Coach
from coaching.message import Button, Message, Reply
from coaching.planning.composer import Composer
from coaching.ports import Library, Understands
from tests.telegram.conftest import Start
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.fake_records import Fault
from tests.telegram.harness import Owner, running

NOOR = 7


@pytest.fixture
def coach(stores: Stores, library: Library, understanding: Understands) -> Coach:
    return Coach(stores.conversations, library, understanding, Composer(library))


def to_the_channels(noor: Owner) -> None:
    noor.sends({"text": "ik heb een bakkerij in Gent en verkoop taarten"})
    noor.sends({"button": "Vaker terugkomen"})


def test_the_choice_stays_readable_below_the_question(api: FakeTelegram, start: Start) -> None:
    with start() as bot:
        noor = Owner(api, bot, NOOR)
        noor.sends({"text": "a < b & c"})
        noor.sends({"button": "Ja"})
        api.wait(lambda: not api.replies(NOOR)[0].buttons)
    assert api.texts(NOOR)[0] == "1: text a < b & c\n\n✓ Ja"


def test_every_tap_is_answered(api: FakeTelegram, start: Start) -> None:
    with start() as bot:
        noor = Owner(api, bot, NOOR)
        for _ in range(3):
            noor.sends({"text": "hallo"})
            noor.sends({"button": "Ja"})
        api.wait(lambda: len(api.called("answerCallbackQuery")) == 3)


def test_ticks_are_made_in_place_without_a_message_each(api: FakeTelegram, stores: Stores, coach: Coach) -> None:
    with running(api, coach, stores) as bot:
        noor = Owner(api, bot, NOOR)
        to_the_channels(noor)
        asked = api.replies(NOOR)[-1]
        assert [noor.sends({"button": label}) for label in ("website", "Instagram", "✓ website")] == [[], [], []]
        assert [label for label in asked.labels if "✓" in label] == ["✓ Instagram"]
        following = noor.sends({"button": "Klaar"})
        api.wait(lambda: not asked.buttons)
    assert asked.text.endswith("\n\n✓ Instagram")
    assert len(following) == 1
    assert stores.conversations.unsent() == ()


def test_ticks_that_can_not_be_made_in_place_come_as_a_message(api: FakeTelegram, stores: Stores, coach: Coach) -> None:
    with running(api, coach, stores) as bot:
        noor = Owner(api, bot, NOOR)
        to_the_channels(noor)
        api.fail(Fault(400, method="editMessageReplyMarkup", description="Bad Request: message can't be edited"))
        (sent,) = noor.sends({"button": "website"})
    assert "✓ website" in sent.labels


def test_an_old_button_says_that_it_is_past_and_shows_no_choice(
    api: FakeTelegram, stores: Stores, coach: Coach
) -> None:
    with running(api, coach, stores) as bot:
        noor = Owner(api, bot, NOOR)
        noor.sends({"text": "ik heb een bakkerij in Gent en verkoop taarten"})
        asked = api.replies(NOOR)[-1]
        before = asked.text
        noor.sends({"text": "klanten die vaker terugkomen"})
        (sent,) = noor.sends({"button": "Nieuwe klanten"})
        api.wait(lambda: not asked.buttons)
    assert sent.text.startswith("Die knop is van eerder")
    assert asked.text == before


def test_trouble_with_the_old_message_keeps_back_no_answer(api: FakeTelegram, start: Start) -> None:
    for method in ("editMessageText", "editMessageReplyMarkup", "answerCallbackQuery"):
        api.fail(Fault(500, method=method, times=9))
    with start() as bot:
        noor = Owner(api, bot, NOOR)
        noor.sends({"text": "hallo"})
        assert [sent.text for sent in noor.sends({"button": "Ja"})] == ["2: button answer:x:yes"]


def test_a_message_without_room_for_the_choice_only_loses_its_keyboard(api: FakeTelegram, start: Start) -> None:
    full = "x" * 4096

    def says(owner: str, message: Message, number: int) -> Sequence[Reply]:
        return (Reply(text=full if number == 1 else "goed", buttons=((Button(label="Ja", payload="y"),),)),)

    with start(says) as bot:
        noor = Owner(api, bot, NOOR)
        noor.sends({"text": "hallo"})
        noor.sends({"button": "Ja"})
        api.wait(lambda: not api.replies(NOOR)[0].buttons)
    assert api.texts(NOOR)[0] == full


def test_what_was_ticked_is_what_was_chosen_when_the_list_is_done() -> None:
    rows = [
        [("✓ website", "answer:channels:website"), ("blog", "answer:channels:blog")],
        [("Klaar", "answer:channels:done")],
    ]
    markup = InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in rows]
    )
    assert chosen(markup, "answer:channels:done") == ("✓ website",)
    assert chosen(markup, "answer:channels:blog") == ("✓ blog",)
    assert chosen(markup, "answer:goal:repeat") == ()
