"""Calls that send something to a chat, tried until Telegram takes or refuses them."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from telegram import Bot, InputFile, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.formatting import Parcel, escaped, keyboard
from bot.patience import delays

_log = logging.getLogger(__name__)
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_GONE = ("chat not found", "user is deactivated", "chat_write_forbidden", "peer_id_invalid")


class GoneError(Exception):
    """Nothing can reach this chat any more: the owner blocked the bot, or the chat is no more."""


class RefusedError(Exception):
    """Telegram will not take this message, however often it is sent."""


class Courier:
    """Delivers parcels: waits out 429 and trouble on the line, and then sends the same again."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def deliver(self, chat: int, parcel: Parcel) -> None:
        """Sends one parcel. GoneError where the chat can't be reached any more; a parcel that Telegram refuses is sent
        bare (no markup, no buttons), and RefusedError raised where that is refused too."""
        try:
            await _until_taken(lambda: self._send(chat, parcel))
        except RefusedError as error:
            _log.error("Telegram refused a message: %s; sending it bare", error)
            await _until_taken(lambda: self._send_bare(chat, parcel))

    async def _send(self, chat: int, parcel: Parcel) -> None:
        text, markup = escaped(parcel.text), keyboard(parcel.buttons)
        if parcel.document is None:
            await self._bot.send_message(
                chat, text, parse_mode=ParseMode.HTML, reply_markup=markup, link_preview_options=_NO_PREVIEW
            )
            return
        await self._bot.send_document(
            chat, _file(parcel.document), caption=text or None, parse_mode=ParseMode.HTML, reply_markup=markup
        )

    async def _send_bare(self, chat: int, parcel: Parcel) -> None:
        if parcel.document is None:
            await self._bot.send_message(chat, parcel.text, link_preview_options=_NO_PREVIEW)
        else:
            await self._bot.send_document(chat, _file(parcel.document), caption=parcel.text or None)


def _file(document: tuple[str, bytes]) -> InputFile:
    name, content = document
    return InputFile(content, filename=name)


async def _until_taken(call: Callable[[], Awaitable[None]]) -> None:
    for delay in delays():
        try:
            await call()
        except (Forbidden, ChatMigrated) as error:
            raise GoneError(error.message) from error
        except BadRequest as error:
            if any(sign in error.message.lower() for sign in _GONE):
                raise GoneError(error.message) from error
            raise RefusedError(error.message) from error
        except TelegramError as error:
            wait = pause(error, delay)
            _log.warning("a message waits %.1f s: %s", wait, type(error).__name__)
            await asyncio.sleep(wait)
        else:
            return


def pause(error: TelegramError, otherwise: float) -> float:
    """Seconds to wait after `error`: what Telegram asks for, or `otherwise`."""
    if not isinstance(error, RetryAfter):
        return otherwise
    asked = error.retry_after
    return asked.total_seconds() if isinstance(asked, timedelta) else float(asked)
