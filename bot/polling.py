"""Long polling: updates are stored first, and acknowledged only then, by the offset of the next call."""

import asyncio
import json
import logging
from collections.abc import Sequence
from typing import Any, NoReturn
from urllib.parse import urlencode

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.delivering import pause
from bot.errors import refused
from bot.patience import delays, until_done
from bot.receiving import Reception
from bot.requesting import AiohttpRequest
from bot.updates import WANTED

_log = logging.getLogger(__name__)

#: Seconds Telegram holds a call open while nothing comes in.
LONG = 30


class Poller:
    """Fetches updates. They are taken as they come, not as objects: those are made when an update is worked."""

    def __init__(self, bot: Bot, reception: Reception, long: int = LONG) -> None:
        self._bot = bot
        self._request = AiohttpRequest(1)
        self._reception = reception
        self._long = long

    async def run(self) -> NoReturn:
        """Polls without end. CoachError "bot.refused" where Telegram refuses the token.

        Without an offset Telegram gives all that is not acknowledged; what was stored before a crash comes again and
        the inbox knows it. So none is needed at the start, nor after an empty answer (by then all is acknowledged), and
        that is safer: after a quiet week Telegram begins its numbers anew, perhaps below the highest we have seen.
        """
        offset: int | None = None
        async with self._request:
            while True:
                updates = await self._fetched(offset)
                await until_done(lambda: self._reception.receive(updates), "storing updates")  # noqa: B023
                offset = updates[-1]["update_id"] + 1 if updates else None

    async def _fetched(self, offset: int | None) -> Sequence[dict[str, Any]]:
        for delay in delays():
            try:
                return await self._fetch(offset)
            except InvalidToken:
                raise refused() from None
            except TelegramError as error:
                wait = pause(error, delay)
                _log.warning("no updates from Telegram (%s); again in %.1f s", self._told(error), wait)
                await asyncio.sleep(wait)
        raise AssertionError("unreachable")

    async def _fetch(self, offset: int | None) -> Sequence[dict[str, Any]]:
        wanted = {"timeout": self._long, "allowed_updates": json.dumps(WANTED)}
        query = urlencode(wanted if offset is None else {**wanted, "offset": offset})
        found = await self._request.post(f"{self._bot.base_url}/getUpdates?{query}", read_timeout=self._long + 10)
        return found if isinstance(found, list) else []

    def _told(self, error: TelegramError) -> str:
        return f"{type(error).__name__}: {error.message.replace(self._bot.token, '…')}"
