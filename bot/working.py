"""The work of one chat: its arrivals in order, each a turn, then its replies."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from uuid import uuid4

from telegram import Bot, Update

from bot.activity import settle, typing
from bot.delivering import Courier, GoneError, HeldError, MovedError, RefusedError
from bot.formatting import Parcel
from bot.groups import Groups
from bot.patience import LONGEST_AT_HOME, delays, patient
from bot.ports import Stores, TakesTurns, Unwatched, Watches
from bot.sending import Sender
from bot.updates import chat_of, message_of, update_of
from coaching.message import Message, Reply
from coaching.ports import ArrivalDoneError, StaleConversationError
from coaching.records import Arrival
from journey.errors import CoachError
from journey.keys import Language
from prompts.words import Words

_log = logging.getLogger(__name__)

#: Attempts at a turn, while the trouble is the operator's to mend, after which the owner hears of it.
QUIET_ATTEMPTS = 3


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

    async def work(self, owner: str, goes_on: Callable[[], bool]) -> None:
        """Sends what waits for this owner, then works all that came in, for as long as `goes_on` says so and nothing
        that must wait is in the way."""
        if not await self._sender.send_waiting(owner):
            return
        while arrivals := await patient(self._stores.inbox.unworked, owner):
            for arrival in arrivals:
                if not (goes_on() and self._may() and await self._watched(arrival)):
                    return

    async def _watched(self, arrival: Arrival) -> bool:
        with self._watches.turn(arrival):
            return await self._take(arrival)

    async def _take(self, arrival: Arrival) -> bool:
        """Works an arrival and sends what it gave; False where something is left to be sent."""
        update = update_of(arrival, self._bot)
        if update is None:
            _log.error("update %d can't be read: passed over", arrival.id)
            await patient(self._stores.inbox.done, arrival.id)
            return True
        async with asyncio.TaskGroup() as tasks:
            if update.callback_query:
                tasks.create_task(settle(self._bot, update.callback_query))
            await self._answer(arrival, update)
            return await self._sender.send_waiting(arrival.owner)

    async def _answer(self, arrival: Arrival, update: Update) -> None:
        message = message_of(update)
        if message is None:
            await self._groups.answer(arrival, update)
            return
        async with typing(self._bot, chat_of(arrival.owner)):
            await self._turn(arrival, message)

    async def _turn(self, arrival: Arrival, message: Message) -> None:
        """One turn of the coach. What the operator can mend (a full disk, a locked database) is tried until it works; a
        fault of ours is told to the owner, and then the arrival is done."""
        for attempt, delay in enumerate(delays(longest=LONGEST_AT_HOME), 1):
            try:
                await self._in_thread(arrival, message)
            except ArrivalDoneError:
                return
            except (CoachError, StaleConversationError):
                reference = _logged(arrival)
                if attempt == QUIET_ATTEMPTS:
                    await self._say_sorry(arrival.owner, reference)
                await asyncio.sleep(delay)
            except Exception:
                sorry = await self._sorry(arrival.owner, _logged(arrival))
                await patient(self._stores.outbox.put, arrival.owner, sorry, arrival.id)
                return
            else:
                return

    async def _in_thread(self, arrival: Arrival, message: Message) -> None:
        loop = asyncio.get_running_loop()
        turn = partial(copy_context().run, self._coach.take, arrival.owner, message, arrival.id)
        await loop.run_in_executor(self._threads, turn)

    async def _say_sorry(self, owner: str, reference: str) -> None:
        """At once and not by way of the outbox: the database may be what is wrong."""
        with suppress(GoneError, RefusedError, HeldError, MovedError):
            await self._courier.deliver(chat_of(owner), Parcel((await self._sorry(owner, reference)).text))

    async def _sorry(self, owner: str, reference: str) -> Reply:
        words = Words(await self._language_of(owner))
        return Reply(text=words.say("error.unexpected", reference=reference))

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
