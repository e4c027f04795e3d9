"""The bot as a whole: started, kept running, stopped with care."""

import asyncio
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass

from telegram import Bot

from bot.chats import Chats
from bot.commands import set_commands
from bot.connecting import client, connect
from bot.patience import patient
from bot.polling import LONG, Poller
from bot.updates import OWNERS
from bot.working import TakesTurns, Worker
from coaching.ports import Conversations, Inbox
from journey.keys import Language

#: Turns at a time: more than processors, since a turn may wait for a language model.
TURNS = 16
#: Seconds that turns under way have to end when the bot is stopped.
GRACE = 8.0


@dataclass(frozen=True)
class Edge:
    """What the bot needs to run; `started` is called with the bot's name once Telegram has let it in."""

    token: str
    api_url: str
    coach: TakesTurns
    conversations: Conversations
    inbox: Inbox
    language: Language = "nl"
    long_poll: int = LONG
    grace: float = GRACE
    started: Callable[[str], None] = lambda _name: None


def run(edge: Edge) -> None:
    """Runs the bot until SIGINT or SIGTERM. CoachError where there is no token, or Telegram refuses it."""
    asyncio.run(_until_signalled(edge))


async def serve(edge: Edge, stop: asyncio.Event) -> None:
    """Runs the bot until `stop` is set, then ends the turns under way."""
    working = asyncio.create_task(_serve(edge))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    working.cancel()
    with suppress(asyncio.CancelledError):
        await working


async def _until_signalled(edge: Edge) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows: there Ctrl-C cancels everything
            loop.add_signal_handler(number, stop.set)
    await serve(edge, stop)


async def _serve(edge: Edge) -> None:
    bot = client(edge.token, edge.api_url)
    threads = ThreadPoolExecutor(TURNS, thread_name_prefix="turn")
    worker = Worker(bot, edge.coach, edge.conversations, edge.inbox, threads, edge.language)
    chats = Chats(worker.work)
    try:
        await connect(bot)
        edge.started(bot.username)
        await _take_up(edge, chats.wake)
        await set_commands(bot, edge.language)
        await Poller(bot, edge.inbox, chats.wake, edge.long_poll).run()
    finally:
        await _close(bot, chats, threads, edge.grace)


async def _take_up(edge: Edge, wake: Callable[[str], None]) -> None:
    """Wakes every owner for whom an earlier run left something: to send, or to work."""
    unsent = await patient(edge.conversations.unsent)
    waiting = await patient(edge.inbox.waiting)
    for owner in dict.fromkeys((*(outgoing.owner for outgoing in unsent), *waiting)):
        if owner.startswith(OWNERS):
            wake(owner)


async def _close(bot: Bot, chats: Chats, threads: ThreadPoolExecutor, grace: float) -> None:
    await chats.close(grace)
    threads.shutdown(wait=False, cancel_futures=True)
    await bot.shutdown()
