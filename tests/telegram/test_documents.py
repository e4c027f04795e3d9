"""Documents as Telegram gets them."""

import asyncio

import pytest

from bot.connecting import client
from bot.delivering import Courier, GoneError, HeldError, RefusedError
from bot.formatting import Parcel
from bot.pace import Pace
from coaching.message import Button
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.fake_records import Fault

NOOR = 7


def deliver(api: FakeTelegram, parcel: Parcel, chat: int = NOOR) -> None:
    async def main() -> None:
        async with client(api.token, api.url) as bot:
            await Courier(bot, Pace()).deliver(chat, parcel)

    asyncio.run(main())


def test_a_document_has_its_name_content_caption_and_buttons(api: FakeTelegram) -> None:
    api.say(NOOR, "hallo")
    button = Button(label="Nog iets", payload="more")
    deliver(api, Parcel("Jouw plan <1> & meer", ((button,),), ("plan.md", "# Één plan".encode())))
    (sent,) = api.replies(NOOR)
    assert sent.document == ("plan.md", "# Één plan".encode())
    assert (sent.text, sent.labels) == ("Jouw plan <1> & meer", ["Nog iets"])


def test_a_document_is_whole_when_it_is_sent_again(api: FakeTelegram) -> None:
    api.say(NOOR, "hallo")
    api.fail(Fault(500, method="sendDocument"))
    with pytest.raises(HeldError):
        deliver(api, Parcel("", document=("plan.md", b"# Plan")))
    deliver(api, Parcel("", document=("plan.md", b"# Plan")))
    assert [sent.document for sent in api.replies(NOOR)] == [("plan.md", b"# Plan")]


def test_a_chat_that_is_no_more_is_gone(api: FakeTelegram) -> None:
    with pytest.raises(GoneError):
        deliver(api, Parcel("hallo"), chat=99)


def test_what_is_refused_bare_too_is_refused(api: FakeTelegram) -> None:
    api.say(NOOR, "hallo")
    with pytest.raises(RefusedError):
        deliver(api, Parcel("x" * 5000))
    assert len(api.called("sendMessage")) == 2
