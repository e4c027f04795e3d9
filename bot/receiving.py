"""The one way in, for updates from either transport: stored, then woken for. Only then may they be acknowledged."""

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

from bot.shift import Shift
from bot.updates import arrival_of
from coaching.ports import Inbox
from coaching.records import Arrival

_log = logging.getLogger(__name__)


class Reception:
    """Takes updates as Telegram sends them."""

    def __init__(self, inbox: Inbox, shift: Shift) -> None:
        self._inbox = inbox
        self._shift = shift

    async def receive(self, updates: Sequence[Any]) -> list[Arrival]:
        """Stores updates and wakes the chats they belong to; whatever the inbox raises means that nothing is stored."""
        arrivals = [arrival for update in updates if (arrival := _arrival(update))]
        await asyncio.to_thread(self._inbox.store, arrivals)
        await self._shift.came([arrival.owner for arrival in arrivals])
        return arrivals


def _arrival(update: Any) -> Arrival | None:
    try:
        return arrival_of(update)
    except (KeyError, TypeError, ValueError):
        _log.error("something that is no update was passed over")
        return None
