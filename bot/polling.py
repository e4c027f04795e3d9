"""Long polling: updates are stored first, and acknowledged only then, by the offset of the next call."""

import asyncio
import logging
import warnings
from collections.abc import Callable
from typing import Any, NoReturn

from telegram import Bot, Update
from telegram.error import InvalidToken, TelegramError

from bot.delivering import pause
from bot.errors import refused
from bot.patience import delays, patient
from bot.updates import WANTED, arrival_of, owner_key
from coaching.ports import Inbox
from coaching.records import Arrival

_log = logging.getLogger(__name__)

#: Seconds Telegram holds a call open while nothing comes in.
LONG = 30


class Poller:
    """Fetches updates into the inbox and wakes the chats they belong to."""

    def __init__(self, bot: Bot, inbox: Inbox, wake: Callable[[str], None], long: int = LONG) -> None:
        self._bot = bot
        self._inbox = inbox
        self._wake = wake
        self._long = long

    async def run(self) -> NoReturn:
        """Polls without end. CoachError "bot.refused" where Telegram refuses the token.

        Without an offset Telegram gives all that is not acknowledged; what was stored before a crash comes again and
        the inbox knows it. So none is needed at the start, nor after an empty answer (by then all is acknowledged), and
        that is safer: after a quiet week Telegram begins its numbers anew, perhaps below the highest we have seen.
        """
        offset: int | None = None
        while True:
            arrivals = await self._fetched(offset)
            await patient(self._inbox.store, arrivals)
            for owner in dict.fromkeys(arrival.owner for arrival in arrivals):
                self._wake(owner)
            offset = arrivals[-1].id + 1 if arrivals else None

    async def _fetched(self, offset: int | None) -> list[Arrival]:
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

    async def _fetch(self, offset: int | None) -> list[Arrival]:
        try:
            updates = await self._bot.get_updates(offset=offset, timeout=self._long, allowed_updates=WANTED)
        except TelegramError:
            raise
        except Exception:
            _log.exception("an update can't be read")
            return await self._fetch_raw(offset)
        return [arrival_of(update) for update in updates]

    async def _fetch_raw(self, offset: int | None) -> list[Arrival]:
        """The same updates raw: one that can't be read must not hold up all others."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            raw: list[dict[str, Any]] = await self._bot.do_api_request("getUpdates", {"offset": offset})
        return [self._arrival(update) for update in raw]

    def _told(self, error: TelegramError) -> str:
        return f"{type(error).__name__}: {error.message.replace(self._bot.token, '…')}"

    def _arrival(self, raw: dict[str, Any]) -> Arrival:
        try:
            return arrival_of(Update.de_json(raw, self._bot))
        except Exception:
            return Arrival(id=raw["update_id"], owner=owner_key(0), body="")
