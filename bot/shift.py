"""A worker's shift: it says that it lives, looks for owners it may work, and wakes their chats."""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from typing import NoReturn

from bot.chats import Chats
from bot.pace import Pace
from bot.ports import Stores, Unwatched, Watches

_log = logging.getLogger(__name__)

#: Seconds between two signs of life, and after which a worker that could give none stops of itself: before the others
#: give it up (storage/leases.py).
BEAT = 0.5
UNHEARD = 2.5
#: Seconds between two looks for what waits: for another worker's owner, a reply whose time has come.
LOOK = 0.2
#: Seconds after which an owner who is silent may be worked by another.
IDLE = 4.0
#: Seconds between two rounds of tidying up.
SWEEP = 60.0


class Shift:
    """Keeps the leases of this worker."""

    def __init__(
        self,
        stores: Stores,
        chats: Chats,
        pace: Pace,
        clock: Callable[[], float] = time.monotonic,
        watches: Watches | None = None,
    ) -> None:
        self._stores = stores
        self._leases = stores.leases
        self._chats = chats
        self._pace = pace
        self._clock = clock
        self._watches = watches or Unwatched()
        self._heard = -UNHEARD
        self._mine: dict[str, float] = {}
        self._order = asyncio.Lock()

    def holds(self) -> bool:
        """Whether the others still count on this worker: if not, it must not send any more."""
        return self._clock() - self._heard < UNHEARD

    async def came(self, owners: Sequence[str]) -> None:
        """Something came in for these owners."""
        async with self._order:
            self._wake(await asyncio.to_thread(self._leases.claim, owners))

    async def run(self) -> NoReturn:
        """Works without end."""
        await self._beat()
        await asyncio.gather(_for_ever(BEAT, self._beat), _for_ever(LOOK, self._look), _for_ever(SWEEP, self._sweep))
        raise AssertionError("unreachable")

    async def end(self) -> None:
        """Leaves its owners to the others."""
        try:
            await asyncio.wait_for(asyncio.to_thread(self._leases.leave), 1)
        except Exception as error:  # they find out by themselves
            _log.warning("this worker could not say that it stops: %s", type(error).__name__)

    async def _beat(self) -> None:
        at = self._clock()
        if not await asyncio.to_thread(self._leases.beat, self._pace.demand()):
            self._chats.drop()
            self._mine.clear()
        self._heard = at
        self._watches.beat()
        self._pace.share(self._leases.share)

    async def _look(self) -> None:
        async with self._order:
            due = await asyncio.to_thread(self._leases.due)
            self._wake([owner for owner in due if not self._chats.busy(owner)])
            since = self._clock() - IDLE
            idle = [owner for owner, at in self._mine.items() if at < since and not self._chats.busy(owner)]
            if idle:
                await asyncio.to_thread(self._leases.release, idle)
                self._mine = {owner: at for owner, at in self._mine.items() if owner not in idle}

    async def _sweep(self) -> None:
        await asyncio.to_thread(self._stores.outbox.sweep)
        await asyncio.to_thread(self._stores.inbox.sweep)
        if self._stores.keeping:
            await asyncio.to_thread(self._stores.keeping.tidy)

    def _wake(self, owners: Sequence[str]) -> None:
        now = self._clock()
        for owner in owners:
            self._mine[owner] = now
            self._chats.wake(owner)


async def _for_ever(seconds: float, act: Callable[[], object]) -> NoReturn:
    """Does something every so often; trouble with the database only costs this time."""
    while True:
        try:
            await act()  # type: ignore[misc]
        except Exception as error:
            _log.error("%s: %s: %s", act.__qualname__, type(error).__name__, error)
        await asyncio.sleep(seconds)
