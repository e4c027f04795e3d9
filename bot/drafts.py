"""What is being written, shown while it comes. Best effort: trouble with it never holds up an answer."""

import asyncio
import logging
from contextlib import suppress

from telegram import Bot
from telegram.error import RetryAfter, TelegramError

from bot.formatting import split
from bot.pace import Pace

_log = logging.getLogger(__name__)

#: Seconds between two drafts, and for which one that is under way is waited for: after the real reply it would show up
#: as a second one.
EVERY = 1.0
LAST = 1.0


class Draft:
    """The draft of one turn in a private chat; `number` tells it from others there. Made and ended in the bot's loop,
    it hears in any thread."""

    def __init__(self, bot: Bot, pace: Pace, chat: int, number: int) -> None:
        self._bot = bot
        self._pace = pace
        self._chat = chat
        self._number = number or 1  # Telegram wants none that is 0
        self._text = ""
        self._over = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._showing: asyncio.Task[None] | None = None

    def heard(self, text: str) -> None:
        """So much is written now. Returns at once."""
        with suppress(RuntimeError):  # the bot has stopped meanwhile
            self._loop.call_soon_threadsafe(self._newest, text)

    async def end(self) -> None:
        """Nothing is shown any more: the reply itself comes."""
        self._over.set()
        if self._showing:
            await asyncio.wait([self._showing], timeout=LAST)
            self._showing.cancel()

    def _newest(self, text: str) -> None:
        self._text = text
        if self._showing is None and self._chat > 0 and not self._over.is_set():
            self._showing = asyncio.create_task(self._show())

    async def _show(self) -> None:
        """Shows what is new, no more often than allowed, until it is over or Telegram won't have it."""
        shown = ""
        try:
            while not self._over.is_set():
                if self._text != shown and self._pace.spare(self._chat):
                    shown = self._text
                    await self._bot.send_message_draft(self._chat, self._number, split(shown)[0])
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._over.wait(), EVERY)
        except RetryAfter:
            self._pace.refused(self._chat)
        except TelegramError as error:
            _log.info("no draft: %s", type(error).__name__)
