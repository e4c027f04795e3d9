"""The bot as a whole: started, kept running, stopped with care."""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from telegram import Bot

from bot.answering import Answers
from bot.bursts import Bursts, Quiet
from bot.chats import Chats
from bot.commands import set_commands
from bot.connecting import client, connect
from bot.delivering import Courier
from bot.door import Asking, Door
from bot.groups import Groups
from bot.hearing import Ear
from bot.pace import Limits, Pace
from bot.polling import LONG, Poller
from bot.ports import Stores, TakesTurns, Unwatched, Watches
from bot.receiving import Reception
from bot.sending import Sender
from bot.shift import Shift
from bot.speech import Transcribes
from bot.turning import Turns
from bot.webhook import Hook, listen
from bot.working import Worker
from coaching.documents import Sectors
from journey.keys import Language

#: Turns at a time: more than processors, since a turn may wait for a language model.
TURNS = 32
#: Calls of the database at a time beside those of turns; they are short.
CALLS = 16
#: Seconds that turns under way have to end when the bot is stopped, and after which it is gone whatever hangs.
GRACE = 7.0
LAST = 9.5


@dataclass(frozen=True)
class Edge:
    """What the bot needs to run: by `hook` where there is one, by long polling otherwise. `started` is called with the
    bot's name once Telegram has let it in; `quiet` says what is answered together, None that nothing is; `asking` how
    consent is come by, None that nobody is asked; `sectors` gives the trades in an owner's own data their names."""

    token: str
    api_url: str
    coach: TakesTurns
    stores: Stores
    language: Language = "nl"
    hook: Hook | None = None
    limits: Limits = field(default_factory=Limits)
    long_poll: int = LONG
    grace: float = GRACE
    started: Callable[[str], None] = lambda _name: None
    watches: Watches = field(default_factory=Unwatched)
    quiet: Quiet | None = field(default_factory=Quiet)
    speech: Transcribes | None = None
    asking: Asking | None = None
    sectors: Sectors = dict


def run(edge: Edge) -> None:
    """Runs the bot until SIGINT or SIGTERM. CoachError where there is no token, or Telegram refuses it."""
    with asyncio.Runner(loop_factory=_fast_loop) as runner:
        runner.run(_until_signalled(edge))


async def serve(edge: Edge, stop: asyncio.Event) -> None:
    """Runs the bot until `stop` is set, then ends the turns under way."""
    working = asyncio.create_task(_Bot(edge).run())
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    working.cancel()
    with suppress(asyncio.CancelledError):
        await working


def _fast_loop() -> asyncio.AbstractEventLoop:
    """uvloop, which has no build for Windows."""
    if sys.platform == "win32":
        return asyncio.new_event_loop()
    import uvloop

    return uvloop.new_event_loop()


async def _until_signalled(edge: Edge) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def asked() -> None:
        stop.set()
        _leave_at_last()

    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows: there Ctrl-C cancels everything
            loop.add_signal_handler(number, asked)
    await serve(edge, stop)


def _leave_at_last() -> None:
    """A thread can't be stopped: one that waits for a language model would keep the program. What it leaves undone is
    kept, and worked at the next start."""
    watch = threading.Timer(LAST, os._exit, (0,))
    watch.daemon = True
    watch.start()


class _Bot:
    """The parts of a running bot."""

    def __init__(self, edge: Edge) -> None:
        self._edge = edge
        self._bot: Bot = client(edge.token, edge.api_url)
        self._turns = ThreadPoolExecutor(TURNS, thread_name_prefix="turn")
        pace = Pace(edge.limits)
        courier = Courier(self._bot, pace)
        self._chats = Chats(lambda owner, goes_on: worker.work(owner, goes_on))
        self._shift = Shift(edge.stores, self._chats, pace, watches=edge.watches)
        self._reception = Reception(edge.stores.inbox, self._shift)
        may = self._shift.holds
        sender = Sender(courier, edge.stores, may, edge.watches, edge.sectors)
        bursts = Bursts(self._bot, edge.quiet)
        worker = Worker(self._bot, edge.stores, bursts, self._answers(courier), sender, may, edge.watches)

    def _answers(self, courier: Courier) -> Answers:
        edge, stores = self._edge, self._edge.stores
        return Answers(
            self._bot,
            stores,
            Door(stores, edge.language, edge.asking),
            Ear(self._bot, stores.inbox, edge.speech),
            Turns(edge.coach, stores, courier, self._turns, edge.language),
            Groups(self._bot, stores, edge.language),
        )

    async def run(self) -> None:
        """Runs until it is cancelled; then turns under way are ended, their replies sent, and leases given back."""
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(CALLS, thread_name_prefix="call"))
        shift = asyncio.create_task(self._shift.run())
        try:
            await connect(self._bot, self._edge.hook)
            self._edge.started(self._bot.username)
            await _together(shift, self._entrance(), set_commands(self._bot, self._edge.language))
        finally:
            await self._chats.close(self._edge.grace)
            await _ended(shift)
            await self._shift.end()
            self._turns.shutdown(wait=False, cancel_futures=True)
            await self._bot.shutdown()

    def _entrance(self) -> Coroutine[Any, Any, None]:
        if self._edge.hook:
            return listen(self._edge.hook, self._reception)
        return Poller(self._bot, self._reception, self._edge.long_poll).run()


async def _together(shift: "asyncio.Task[Any]", *others: Coroutine[Any, Any, None]) -> None:
    """Runs all until one fails or this is cancelled; the shift goes on then, for the turns under way need it."""
    tasks = [asyncio.create_task(other) for other in others]
    try:
        await asyncio.gather(asyncio.shield(shift), *tasks)
    finally:
        for task in tasks:
            await _ended(task)


async def _ended(task: "asyncio.Task[Any]") -> None:
    """Cancels a task, once: a second time would break into what it does to end well."""
    if not task.cancelling():
        task.cancel()
    with suppress(asyncio.CancelledError):
        await asyncio.wait([task])
