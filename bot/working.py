"""The work of one chat: its arrivals in order, each answered, then the replies sent."""

import asyncio
import logging
from collections.abc import Callable, Sequence

from telegram import Bot, CallbackQuery

from bot import taps
from bot.activity import acknowledge
from bot.answering import Answers
from bot.bursts import Burst, Bursts
from bot.patience import patient
from bot.ports import Stores, Watches
from bot.sending import Sender
from coaching.ports import AT_A_TIME
from coaching.records import Arrival, Outgoing

_log = logging.getLogger(__name__)


class Worker:
    """Works the arrivals of a chat. `may` says whether this worker still may send."""

    def __init__(
        self,
        bot: Bot,
        stores: Stores,
        bursts: Bursts,
        answers: Answers,
        sender: Sender,
        may: Callable[[], bool],
        watches: Watches,
    ) -> None:
        self._bot = bot
        self._stores = stores
        self._bursts = bursts
        self._answers = answers
        self._sender = sender
        self._may = may
        self._watches = watches

    async def work(self, owner: str, goes_on: Callable[[], bool]) -> None:
        """Sends what waits for this owner, then works all that came in, for as long as `goes_on` says so and nothing
        that must wait is in the way."""
        unsent, arrivals = await patient(self._waiting, owner)
        if not await self._sender.send(unsent):
            return
        while bursts := self._bursts.of(arrivals):
            for burst in bursts:
                pause = self._bursts.pause(burst) if burst is bursts[-1] else 0.0
                if pause and goes_on():
                    await asyncio.sleep(pause)
                    break  # perhaps there is more of it now
                if not (goes_on() and self._may() and await self._watched(burst)):
                    return
                if self._answers.older(owner):
                    break
            else:
                if len(arrivals) < AT_A_TIME:
                    return  # what came in meanwhile wakes this chat once more
            arrivals = await patient(self._stores.inbox.unworked, owner)

    def _waiting(self, owner: str) -> tuple[Sequence[Outgoing], Sequence[Arrival]]:
        return self._stores.conversations.unsent(owner), self._stores.inbox.unworked(owner)

    async def _watched(self, burst: Burst) -> bool:
        with self._watches.turn(burst[0].arrival):
            return await self._take(burst)

    async def _take(self, burst: Burst) -> bool:
        """Works a burst and sends what it gave; False where something is left to be sent."""
        arrival, update = burst[-1].arrival, burst[-1].update
        if update is None:
            _log.error("update %d can't be read: passed over", arrival.id)
            await patient(self._stores.inbox.done, arrival.id)
            return True
        if query := update.callback_query:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(acknowledge(self._bot, query))
                return await self._tapped(await self._answers.to(burst), query)
        return await self._sender.send(await self._answers.to(burst))

    async def _tapped(self, waiting: Sequence[Outgoing], query: CallbackQuery) -> bool:
        """Sends what a tap gave, and shows at the buttons that were tapped what became of them."""
        how = waiting[0].reply.tapped if waiting else "used"
        if how == "ticked" and await taps.ticked(self._bot, query, waiting[0].reply):
            await self._sender.arrived(waiting[0].id)
            return await self._sender.send(waiting[1:])
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(taps.used(self._bot, query, past=how == "past"))
            return await self._sender.send(waiting)
