"""How fast messages may go out: what Telegram allows, in all and in one chat."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Messages a second: `bot` in all, `chat` in one chat, where a burst of `burst` may go first. Telegram allows short
    bursts, and a turn has seldom more than three messages; see docs/decisions on pacing."""

    bot: float = 30
    chat: float = 1
    burst: int = 3


#: Seconds without a 429 after which a pace that was cut rises again, each time by a tenth of the limit.
_RECOVERY = 2.0
#: 429s from so many chats within `_RECOVERY` seconds mean that the bot as a whole is too fast.
_STORM = 3


class Pace:
    """Lets messages of one process go out no faster than the limits, shared by all workers."""

    def __init__(self, limits: Limits | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._limits = limits or Limits()
        self._clock = clock
        self._workers = 1
        self._cut = 1.0
        self._cut_at = clock()
        self._sent: deque[float] = deque()
        self._chats: dict[int, float] = {}
        self._refused: dict[int, float] = {}

    def share(self, workers: int) -> None:
        """So many workers send for the same bot."""
        self._workers = max(1, workers)

    async def wait(self, chat: int) -> None:
        """Waits until a message may go to this chat, and counts it as sent."""
        while (delay := self.take(chat)) > 0:
            await asyncio.sleep(delay)

    def take(self, chat: int) -> float:
        """Zero where a message may go to this chat now, which counts as sent; or the seconds to wait first."""
        now = self._clock()
        delay = max(self._until_chat(chat, now), self._until_bot(now))
        if delay <= 0:
            self._count(chat, now)
        return max(0.0, delay)

    def refused(self, chat: int) -> None:
        """Telegram said 429 to this chat. Where it says so to several, everything slows down."""
        now = self._clock()
        self._refused = {c: at for c, at in self._refused.items() if now - at < _RECOVERY} | {chat: now}
        if len(self._refused) >= _STORM:
            self._cut = max(self._cut / 2, 1 / max(1.0, self._limits.bot))
            self._cut_at = now
            self._refused.clear()

    @property
    def rate(self) -> float:
        """Messages a second that this process may send now."""
        now = self._clock()
        while self._cut < 1 and now - self._cut_at > _RECOVERY:
            self._cut, self._cut_at = min(1.0, self._cut + 0.1), self._cut_at + _RECOVERY
        return self._limits.bot * self._cut / self._workers

    def _until_bot(self, now: float) -> float:
        """No second has more messages than the rate: the one that many messages ago must be a second old."""
        most = max(1, int(self.rate))
        while self._sent and now - self._sent[0] >= max(1.0, 1 / self.rate):
            self._sent.popleft()
        return self._sent[-most] + max(1.0, 1 / self.rate) - now if len(self._sent) >= most else 0.0

    def _until_chat(self, chat: int, now: float) -> float:
        """A chat's messages count up a time at which it would be free; a burst may run ahead of it."""
        free = self._chats.get(chat, 0.0)
        return free - (self._limits.burst - 1) / self._limits.chat - now

    def _count(self, chat: int, now: float) -> None:
        self._sent.append(now)
        if len(self._chats) > 10_000:
            self._chats = {known: free for known, free in self._chats.items() if free > now}
        self._chats[chat] = max(self._chats.get(chat, 0.0), now) + 1 / self._limits.chat
