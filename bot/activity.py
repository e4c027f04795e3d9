"""Small signs of life in a chat. All are best effort: trouble with them never holds up an answer."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from telegram import Bot, CallbackQuery
from telegram.constants import ChatAction
from telegram.error import TelegramError

#: Seconds of work after which "typing…" is shown; Telegram shows it for five seconds.
UNSEEN = 0.4
SHOWN = 4.5


@asynccontextmanager
async def typing(bot: Bot, chat: int) -> AsyncIterator[None]:
    """Shows that the bot is typing for as long as the work in this block takes, if it takes any time."""
    shown: list[asyncio.Task[None]] = []
    later = asyncio.get_running_loop().call_later(
        UNSEEN, lambda: shown.append(asyncio.create_task(_show_typing(bot, chat)))
    )
    try:
        yield
    finally:
        later.cancel()
        for task in shown:
            task.cancel()


async def acknowledge(bot: Bot, query: CallbackQuery) -> None:
    """Ends the waiting sign on a pressed button."""
    with suppress(TelegramError):
        await bot.answer_callback_query(query.id)


async def _show_typing(bot: Bot, chat: int) -> None:
    while True:
        with suppress(TelegramError):
            await bot.send_chat_action(chat, ChatAction.TYPING)
        await asyncio.sleep(SHOWN)
