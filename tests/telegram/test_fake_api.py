"""The fake keeps Telegram's rules, or the tests against it would prove nothing."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Conflict, EndPointNotFound, Forbidden, InvalidToken, RetryAfter, TelegramError

from tests.telegram.fake_api import FakeTelegram
from tests.telegram.fake_records import Fault

NOOR = 7


def call(api: FakeTelegram, use: Callable[[Bot], Awaitable[Any]], token: str = "") -> Any:
    async def main() -> Any:
        async with Bot(token or api.token, base_url=f"{api.url}/bot") as bot:
            return await use(bot)

    return asyncio.run(main())


def keyboard(label: str, payload: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=payload)]])


def test_an_update_comes_until_it_is_acknowledged(api: FakeTelegram) -> None:
    first, second = api.say(NOOR, "een"), api.say(NOOR, "twee")

    async def use(bot: Bot) -> list[list[int]]:
        polls = [await bot.get_updates(offset=offset, timeout=0) for offset in (None, None, second, None, second + 1)]
        return [[update.update_id for update in poll] for poll in polls]

    assert call(api, use) == [[first, second], [first, second], [second], [second], []]


def test_only_one_may_poll(api: FakeTelegram) -> None:
    async def use(bot: Bot) -> Any:
        async def later() -> Any:
            await asyncio.sleep(0.5)
            async with Bot(api.token, base_url=f"{api.url}/bot") as other:
                return await other.get_updates(timeout=0)

        return await asyncio.gather(bot.get_updates(timeout=5), later(), return_exceptions=True)

    first, second = call(api, use)
    assert isinstance(first, Conflict)
    assert second == ()


@pytest.mark.parametrize(
    ("use", "error"),
    [
        (lambda bot: bot.send_message(NOOR, "x" * 4097), BadRequest),
        (lambda bot: bot.send_message(NOOR, "😀" * 2049), BadRequest),
        (lambda bot: bot.send_message(NOOR, " "), BadRequest),
        (lambda bot: bot.send_message(NOOR, "a < b", parse_mode="HTML"), BadRequest),
        (lambda bot: bot.send_message(NOOR, "<b>a", parse_mode="HTML"), BadRequest),
        (lambda bot: bot.send_message(NOOR, "a", reply_markup=keyboard("a", "é" * 33)), BadRequest),
        (lambda bot: bot.send_message(NOOR, "a", reply_markup=keyboard("", "a")), BadRequest),
        (lambda bot: bot.send_message(99, "a"), BadRequest),
        (lambda bot: bot.send_document(NOOR, b"a", caption="x" * 1025), BadRequest),
        (lambda bot: bot.answer_callback_query("q9"), BadRequest),
        (lambda bot: bot.edit_message_reply_markup(NOOR, 99), BadRequest),
        (lambda bot: bot.do_api_request("sendTelepathy"), EndPointNotFound),
    ],
)
def test_what_telegram_refuses(
    api: FakeTelegram, use: Callable[[Bot], Awaitable[Any]], error: type[TelegramError]
) -> None:
    api.say(NOOR, "hallo")
    with pytest.raises(error):
        call(api, use)
    assert api.replies(NOOR) == []


@pytest.mark.parametrize("token", ["4242:wrong", "nonsense"])
def test_a_wrong_token_is_refused(api: FakeTelegram, token: str) -> None:
    with pytest.raises(InvalidToken):
        call(api, lambda bot: bot.get_me(), token)


def test_faults_come_as_ordered(api: FakeTelegram) -> None:
    api.say(NOOR, "hallo")
    api.fail(Fault(429, retry_after=3))
    with pytest.raises(RetryAfter):
        call(api, lambda bot: bot.send_message(NOOR, "a"))
    api.block(NOOR)
    with pytest.raises(Forbidden):
        call(api, lambda bot: bot.send_message(NOOR, "a"))


def test_a_button_that_is_not_there_cannot_be_pressed(api: FakeTelegram) -> None:
    api.say(NOOR, "hallo")
    call(api, lambda bot: bot.send_message(NOOR, "a", reply_markup=keyboard("Ja", "yes")))
    api.press(NOOR, "yes")
    with pytest.raises(LookupError):
        api.press(NOOR, "Nee")
