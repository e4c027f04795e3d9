"""One message to a chat: an attempt, and what to make of it when it fails."""

import logging
from datetime import timedelta

from telegram import Bot, InputFile
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.drafts import Draft
from bot.formatting import NO_PREVIEW, Parcel, escaped, keyboard
from bot.pace import Pace

_log = logging.getLogger(__name__)
_GONE = ("chat not found", "user is deactivated", "chat_write_forbidden", "peer_id_invalid", "group chat was deleted")


class GoneError(Exception):
    """Nothing can reach this chat any more: the owner blocked the bot, or the chat is no more."""


class RefusedError(Exception):
    """Telegram will not take this message, however often it is sent."""


class MovedError(Exception):
    """The group became a supergroup, whose chat is `to`."""

    def __init__(self, to: int) -> None:
        super().__init__(str(to))
        self.to = to


class HeldError(Exception):
    """Not now. `seconds` is how long Telegram asks to wait; None where it says nothing, or nothing was heard."""

    def __init__(self, problem: str, seconds: float | None) -> None:
        super().__init__(problem)
        self.seconds = seconds


class Courier:
    """Delivers parcels, no faster than allowed."""

    def __init__(self, bot: Bot, pace: Pace) -> None:
        self._bot = bot
        self._pace = pace

    def draft(self, chat: int, number: int) -> Draft:
        """What is being written for this chat, shown while it comes and there is room for it."""
        return Draft(self._bot, self._pace, chat, number)

    async def deliver(self, chat: int, parcel: Parcel) -> None:
        """Sends one parcel, or raises what became of it: GoneError, MovedError, HeldError. A parcel that Telegram
        refuses is sent bare (no markup, no buttons), and RefusedError raised where that is refused too."""
        await self._pace.wait(chat)
        try:
            await self._send(chat, parcel)
        except RetryAfter as error:
            self._pace.refused(chat)
            raise HeldError("429", pause(error, 1.0)) from error
        except (Forbidden, ChatMigrated) as error:
            raise (
                MovedError(error.new_chat_id) if isinstance(error, ChatMigrated) else GoneError(error.message)
            ) from None
        except BadRequest as error:
            await self._refused(chat, parcel, error)
        except TelegramError as error:
            raise HeldError(type(error).__name__, None) from error

    async def _refused(self, chat: int, parcel: Parcel, error: BadRequest) -> None:
        if any(sign in error.message.lower() for sign in _GONE):
            raise GoneError(error.message) from error
        if parcel.bare:
            raise RefusedError(error.message) from error
        _log.error("Telegram refused a message: %s; sending it bare", error.message)
        await self.deliver(chat, parcel.stripped())

    async def _send(self, chat: int, parcel: Parcel) -> None:
        text, mode = (parcel.text, None) if parcel.bare else (escaped(parcel.text), ParseMode.HTML)
        markup = keyboard(parcel.buttons)
        if parcel.document is None:
            await self._bot.send_message(
                chat, text, parse_mode=mode, reply_markup=markup, link_preview_options=NO_PREVIEW
            )
            return
        name, content = parcel.document
        file = InputFile(content, filename=name)
        await self._bot.send_document(chat, file, caption=text or None, parse_mode=mode, reply_markup=markup)


def pause(error: TelegramError, otherwise: float) -> float:
    """Seconds to wait after `error`: what Telegram asks for, or `otherwise`."""
    if not isinstance(error, RetryAfter):
        return otherwise
    asked = error.retry_after
    return asked.total_seconds() if isinstance(asked, timedelta) else float(asked)
