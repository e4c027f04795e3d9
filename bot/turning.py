"""One turn of the coach for a burst, and what its owner is told where that goes wrong."""

import asyncio
import logging
from concurrent.futures import Executor
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from math import inf
from time import monotonic
from uuid import uuid4

from bot.bursts import Burst
from bot.delivering import Courier, GoneError, HeldError, MovedError, RefusedError
from bot.formatting import Parcel
from bot.patience import LONGEST_AT_HOME, delays, patient
from bot.ports import Stores, Taken, TakesTurns
from bot.updates import chat_of
from coaching.message import Message, Reply
from coaching.ports import ArrivalDoneError, StaleConversationError
from coaching.records import Arrival
from journey.errors import CoachError
from journey.keys import Language
from prompts.words import Words

_log = logging.getLogger(__name__)

#: Seconds that a turn is tried without a word while the trouble is the operator's to mend: a database restarts in less.
QUIET = 12.0


class Turns:
    """Takes turns of the coach in threads, so that the loop stays free for the other chats."""

    def __init__(
        self, coach: TakesTurns, stores: Stores, courier: Courier, threads: Executor, language: Language
    ) -> None:
        self._coach = coach
        self._stores = stores
        self._courier = courier
        self._threads = threads
        self._language: Language = language

    async def take(self, burst: Burst, message: Message) -> Taken | None:
        """One turn for all of `burst`, which says `message`. What the operator can mend (a full disk, a locked
        database) is tried until it works; for a fault of ours the owner gets an apology, and None comes back.
        ArrivalDoneError where some of it was worked before."""
        arrival = burst[-1].arrival
        tell_at = monotonic() + QUIET
        for delay in delays(longest=LONGEST_AT_HOME):
            try:
                return await self._in_thread(burst, message)
            except ArrivalDoneError:
                raise
            except (CoachError, StaleConversationError):
                reference = _logged(arrival)
                if monotonic() > tell_at:
                    tell_at = inf
                    await self._say_it_waits(arrival.owner, reference)
                await asyncio.sleep(delay)
            except Exception:
                await self._give_up(burst, _logged(arrival))
                return None
        raise AssertionError("unreachable")

    async def _in_thread(self, burst: Burst, message: Message) -> Taken:
        loop, owner = asyncio.get_running_loop(), burst[-1].arrival.owner
        ids = [came.arrival.id for came in burst]
        draft = self._courier.draft(chat_of(owner), ids[-1])
        turn = partial(self._coach.take, owner, message, *ids, drafts=draft.heard)
        try:
            return await loop.run_in_executor(self._threads, copy_context().run, turn)
        finally:
            await draft.end()

    async def _give_up(self, burst: Burst, reference: str) -> None:
        arrival = burst[-1].arrival
        sorry = await self._sorry(arrival.owner, "error.unexpected", reference)
        await patient(self._stores.outbox.put, arrival.owner, sorry, arrival.id)
        for came in burst[:-1]:
            await patient(self._stores.inbox.done, came.arrival.id)

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
