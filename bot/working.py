"""The work of one chat: its arrivals in order, each a turn, then its replies."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from math import inf
from time import monotonic
from uuid import uuid4

from telegram import Bot, CallbackQuery

from bot import taps
from bot.activity import acknowledge, typing
from bot.bursts import Burst, Bursts
from bot.delivering import Courier, GoneError, HeldError, MovedError, RefusedError
from bot.door import Door
from bot.formatting import Parcel
from bot.groups import Groups
from bot.hearing import Ear
from bot.patience import LONGEST_AT_HOME, delays, patient
from bot.ports import Stores, Taken, TakesTurns, Unwatched, Watches
from bot.sending import Sender
from bot.updates import chat_of
from coaching.message import Message, Reply
from coaching.ports import AT_A_TIME, ArrivalDoneError, StaleConversationError
from coaching.records import Arrival, Outgoing
from journey.errors import CoachError
from journey.keys import Language
from prompts.words import Words

_log = logging.getLogger(__name__)

#: Seconds that a turn is tried without a word while the trouble is the operator's to mend: a database restarts in less.
QUIET = 12.0


class Worker:
    """Works the arrivals of a chat. Coach and database run in threads; the loop stays free for the other chats. `may`
    says whether this worker still may send."""

    def __init__(
        self,
        bot: Bot,
        coach: TakesTurns,
        stores: Stores,
        courier: Courier,
        threads: Executor,
        may: Callable[[], bool],
        language: Language = "nl",
        watches: Watches | None = None,
        bursts: Bursts | None = None,
        ear: Ear | None = None,
        door: Door | None = None,
    ) -> None:
        self._bot = bot
        self._coach = coach
        self._stores = stores
        self._courier = courier
        self._threads = threads
        self._may = may
        self._language: Language = language
        self._watches = watches or Unwatched()
        self._sender = Sender(courier, stores, may, self._watches)
        self._groups = Groups(bot, stores, language)
        self._bursts = bursts or Bursts(bot, None)
        self._ear = ear or Ear(bot, stores.inbox)
        self._door = door or Door(stores, language, None)

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
                if self._door.freed(owner):
                    break  # what was kept back is older than the rest
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
                return await self._tapped(await self._answer(burst), query)
        return await self._sender.send(await self._answer(burst))

    async def _tapped(self, waiting: Sequence[Outgoing], query: CallbackQuery) -> bool:
        """Sends what a tap gave, and shows at the buttons that were tapped what became of them."""
        how = waiting[0].reply.tapped if waiting else "used"
        if how == "ticked" and await taps.ticked(self._bot, query, waiting[0].reply):
            await self._sender.arrived(waiting[0].id)
            return await self._sender.send(waiting[1:])
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(taps.used(self._bot, query, past=how == "past"))
            return await self._sender.send(waiting)

    async def _answer(self, burst: Burst) -> Sequence[Outgoing]:
        """Works a burst; the replies that wait for its owner then."""
        arrival, update = burst[-1].arrival, burst[-1].update
        if not await self._door.lets_in(burst):
            return await patient(self._stores.conversations.unsent, arrival.owner)
        async with typing(self._bot, chat_of(arrival.owner)):
            message = await self._ear.hear(burst)
            taken = await self._turn(burst, message) if message else None
            if taken:
                return taken.outgoing
            if update and not message:
                await self._groups.answer(arrival, update)
        return await patient(self._stores.conversations.unsent, arrival.owner)

    async def _turn(self, burst: Burst, message: Message) -> Taken | None:
        """One turn of the coach. What the operator can mend (a full disk, a locked database) is tried until it works; a
        fault of ours is told to the owner, and then the arrivals are done. None where no turn came of it."""
        arrival = burst[-1].arrival
        tell_at = monotonic() + QUIET
        for delay in delays(longest=LONGEST_AT_HOME):
            try:
                return await self._in_thread(burst, message)
            except ArrivalDoneError:
                await self._one_by_one(burst)
                return None
            except (CoachError, StaleConversationError):
                reference = _logged(arrival)
                if monotonic() > tell_at:
                    tell_at = inf
                    await self._say_it_waits(arrival.owner, reference)
                await asyncio.sleep(delay)
            except Exception:
                sorry = await self._sorry(arrival.owner, "error.unexpected", _logged(arrival))
                await patient(self._stores.outbox.put, arrival.owner, sorry, arrival.id)
                for came in burst[:-1]:
                    await patient(self._stores.inbox.done, came.arrival.id)
                return None
        raise AssertionError("unreachable")

    async def _one_by_one(self, burst: Burst) -> None:
        """Some of these were worked before, by another worker who saw less of the burst; the others are still to do."""
        for came in burst if len(burst) > 1 else ():
            await self._answer((came,))

    async def _in_thread(self, burst: Burst, message: Message) -> Taken:
        loop, owner = asyncio.get_running_loop(), burst[-1].arrival.owner
        ids = [came.arrival.id for came in burst]
        draft = self._courier.draft(chat_of(owner), ids[-1])
        turn = partial(self._coach.take, owner, message, *ids, drafts=draft.heard)
        try:
            return await loop.run_in_executor(self._threads, copy_context().run, turn)
        finally:
            await draft.end()

    async def _say_it_waits(self, owner: str, reference: str) -> None:
        """At once and not by way of the outbox: the database may be what is wrong."""
        sorry = await self._sorry(owner, "error.waits", reference)
        with suppress(GoneError, RefusedError, HeldError, MovedError):
            await self._courier.deliver(chat_of(owner), Parcel(sorry.text))

    async def _sorry(self, owner: str, key: str, reference: str) -> Reply:
        return Reply(text=Words(await self._language_of(owner)).say(key, reference=reference))

    async def _language_of(self, owner: str) -> Language:
        try:
            conversation = await asyncio.to_thread(self._stores.conversations.open, owner)
        except Exception:
            return self._language
        return conversation.state.language if conversation.messages else self._language


def _logged(arrival: Arrival) -> str:
    """Logs the error under way; the reference under which the operator finds it."""
    reference = uuid4().hex[:8]
    _log.exception("turn %s (update %d of %s) failed", reference, arrival.id, arrival.owner)
    return reference
