"""Waiting and trying again: nothing that came in or waits to go out is given up for a passing trouble."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from random import uniform
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_log = logging.getLogger(__name__)

FIRST_DELAY = 0.5
LONGEST_DELAY = 30.0
#: The same for what is on our own side: it is cheap to look whether it is mended.
LONGEST_AT_HOME = 4.0


def delays(first: float = FIRST_DELAY, longest: float = LONGEST_DELAY) -> Iterator[float]:
    """Seconds to wait between attempts: twice as long each time, never quite the same, without end."""
    delay = first
    while True:
        yield delay * uniform(0.8, 1.2)
        delay = min(delay * 2, longest)


async def patient(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What `call`, run in a thread, returns; tried until it works. For what is kept in the database: an error there is
    the operator's to mend, and nothing may be lost meanwhile."""
    name = getattr(call, "__qualname__", repr(call))
    return await until_done(lambda: asyncio.to_thread(call, *args, **kwargs), name)


async def until_done(act: Callable[[], Awaitable[T]], name: str) -> T:
    """What `act` gives, tried until it works; `name` is for the log."""
    for delay in delays(longest=LONGEST_AT_HOME):
        try:
            return await act()
        except Exception as error:
            _log.error("%s: %s: %s; again in %.1f s", name, type(error).__name__, error, delay)
            await asyncio.sleep(delay)
    raise AssertionError("unreachable")
