"""One task a chat: its own order kept, no chat waiting for another."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial

from bot.patience import delays

_log = logging.getLogger(__name__)

Work = Callable[[str, Callable[[], bool]], Awaitable[None]]


class Chats:
    """Runs `work` for each owner who has something waiting, at most once at a time per owner."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()
        self._open = True

    def wake(self, owner: str) -> None:
        """Something waits for this owner."""
        if owner in self._tasks:
            self._again.add(owner)
        elif self._open:
            task = asyncio.create_task(self._run(owner), name=owner)
            self._tasks[owner] = task
            task.add_done_callback(partial(self._ended, owner))

    def busy(self, owner: str) -> bool:
        """Whether this owner is being worked."""
        return owner in self._tasks

    def drop(self) -> None:
        """Stops all work at once: another worker does it now."""
        self._again.clear()
        for task in self._tasks.values():
            task.cancel()

    async def close(self, grace: float) -> None:
        """Takes nothing new, lets the turns under way end within `grace` seconds and stops the others; what they leave
        is kept and worked at the next start."""
        self._open = False
        tasks = set(self._tasks.values())
        if not tasks:
            return
        _, late = await asyncio.wait(tasks, timeout=grace)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def _run(self, owner: str) -> None:
        for delay in delays():
            self._again.discard(owner)
            try:
                await self._work(owner, lambda: self._open)
            except Exception:
                _log.exception("the work of %s stopped; again in %.1f s", owner, delay)
                await asyncio.sleep(delay)
            else:
                return

    def _ended(self, owner: str, _: asyncio.Task[None]) -> None:
        del self._tasks[owner]
        if owner in self._again:
            self.wake(owner)
