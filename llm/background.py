"""Questions run on an event loop in a thread of their own: whoever asks waits no longer than a deadline, and what is
still under way then is cancelled with its connection, so that nothing piles up."""

import asyncio
from collections.abc import Callable, Coroutine
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from time import monotonic
from typing import Any, TypeVar

T = TypeVar("T")

#: Seconds beyond the deadline after which whoever asks goes on even where the loop itself hangs.
_SLACK = 0.1

Ask = Callable[[Callable[[str], None]], Coroutine[Any, Any, T]]


class Background:
    """The thread and its loop; both begin with the first question."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._lock = Lock()

    def run(self, ask: Ask[T], until: float, heard: Callable[[str], None] | None = None) -> T:
        """What `ask` gives, or raises. TimeoutError at `until`, by the monotonic clock. What `ask` says meanwhile is
        passed to `heard` in the thread of whoever called this."""
        said: SimpleQueue[str | None] = SimpleQueue()
        future = asyncio.run_coroutine_threadsafe(_until(ask(said.put), until), self._running())
        future.add_done_callback(lambda _: said.put(None))
        try:
            _listen(said, until + _SLACK, heard)
            return future.result(0)
        finally:
            future.cancel()

    def close(self) -> None:
        """Cancels what is under way and ends the thread."""
        with self._lock:
            loop, self._loop = self._loop, None
        if loop:
            asyncio.run_coroutine_threadsafe(_cancelled(), loop).add_done_callback(
                lambda _: loop.call_soon_threadsafe(loop.stop)
            )

    def _running(self) -> asyncio.AbstractEventLoop:
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                Thread(target=self._loop.run_forever, name="language-model", daemon=True).start()
            return self._loop


async def _until(asking: Coroutine[Any, Any, T], until: float) -> T:
    async with asyncio.timeout(until - monotonic()):
        return await asking


def _listen(said: "SimpleQueue[str | None]", until: float, heard: Callable[[str], None] | None) -> None:
    try:
        while (text := said.get(timeout=max(0.0, until - monotonic()))) is not None:
            if heard:
                heard(text)
    except Empty:
        raise TimeoutError from None


async def _cancelled() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
