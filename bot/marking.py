"""Replies marked as sent, as many as have arrived with one write."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from bot.patience import until_done
from coaching.ports import Conversations


class Marks:
    """Marks replies sent. What is not marked at a crash comes twice, so no other call may be in the way: one write is
    under way at a time, in a thread of its own, and the next takes all that arrived meanwhile."""

    def __init__(self, conversations: Conversations) -> None:
        self._conversations = conversations
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="mark")
        self._arrived: dict[int, asyncio.Future[None]] = {}
        self._writing: asyncio.Task[None] | None = None

    async def sent(self, reply: int) -> None:
        """Returns once this reply, which has arrived, is marked."""
        marked = self._arrived.setdefault(reply, asyncio.get_running_loop().create_future())
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        await asyncio.shield(marked)

    async def _write(self) -> None:
        loop = asyncio.get_running_loop()
        while self._arrived:
            batch, self._arrived = self._arrived, {}
            ids = list(batch)
            await until_done(
                lambda: loop.run_in_executor(self._thread, self._conversations.mark_sent, ids),  # noqa: B023
                "marking replies sent",
            )
            for marked in batch.values():
                marked.set_result(None)
        self._writing = None
