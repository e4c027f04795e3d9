"""How fast messages may go out: what Telegram allows, in all and in one chat."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Messages a second: `bot` in all, of which `rush` at once; `chat` in one chat, where a burst of `burst` may go
    first. Telegram allows short bursts, and a turn has seldom more than three messages; docs/decisions has more."""

    bot: float = 30
    rush: int = 3
    chat: float = 1
    burst: int = 3


#: Seconds without a 429 after which a pace that was cut rises again, each time by a tenth of the limit.
_RECOVERY = 2.0
#: 429s from so many chats within `_RECOVERY` seconds mean that the bot as a whole is too fast.
_STORM = 3
#: Chats that are remembered at least.
_CHATS = 10_000


class Pace:
    """Lets messages of one process go out no faster than the limits, of which it has its share."""

    def __init__(self, limits: Limits | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._limits = limits or Limits()
        self._clock = clock
        self._share = 1.0
        self._cut, self._cut_at = 1.0, clock()
        self._next = 0.0
        self._gate = asyncio.Lock()
        self._chats: dict[int, float] = {}
        self._refused: dict[int, float] = {}
        self._taken = self._waiting = 0

    def share(self, share: float) -> None:
        """This process has so much of the bot's limit; the others have the rest."""
        self._share = share

    def demand(self) -> int:
        """Messages that went since this was last asked, and those that wait."""
        taken, self._taken = self._taken, 0
        return taken + self._waiting

    async def wait(self, chat: int) -> None:
        """Waits until a message may go to this chat."""
        self._waiting += 1
        try:
            await _sleep(self.chat_delay(chat))
            async with self._gate:  # one at a time, as they came: the rate may change while others wait
                await _sleep(self.bot_delay())
        finally:
            self._waiting -= 1
            self._taken += 1

    def chat_delay(self, chat: int) -> float:
        """Seconds until one more message may go to this chat; it counts as sent then."""
        now, limits = self._clock(), self._limits
        delay, self._chats[chat] = _slot(self._chats.get(chat, 0.0), now, limits.chat, limits.burst)
        if len(self._chats) > 2 * _CHATS:
            self._chats = {known: at for known, at in self._chats.items() if at > now}
        return delay

    def bot_delay(self) -> float:
        """Seconds until one more message may go to anybody; it counts as sent then."""
        delay, self._next = _slot(self._next, self._clock(), self.rate, self._limits.rush)
        return delay

    def spare(self, chat: int) -> bool:
        """Whether a message that could as well be left out may go to this chat now, without keeping another waiting; it
        counts as sent then."""
        now = self._clock()
        busy = self._waiting or self._gate.locked() or self._next > now or self._chats.get(chat, 0.0) > now
        if busy or now - self._refused.get(chat, -_RECOVERY) < _RECOVERY:
            return False
        self.chat_delay(chat), self.bot_delay()
        self._taken += 1
        return True

    def refused(self, chat: int) -> None:
        """Telegram said 429 to this chat. Where it says so to several, everything slows down."""
        now = self._clock()
        self._refused = {c: at for c, at in self._refused.items() if now - at < _RECOVERY} | {chat: now}
        if len(self._refused) >= _STORM:
            self._cut, self._cut_at = max(self._cut / 2, 1 / max(1.0, self._limits.bot)), now
            self._refused.clear()

    @property
    def rate(self) -> float:
        """Messages a second that this process may send now, a rush aside: with it no second has more than the limit."""
        now = self._clock()
        while self._cut < 1 and now - self._cut_at > _RECOVERY:
            self._cut, self._cut_at = min(1.0, self._cut + 0.1), self._cut_at + _RECOVERY
        return max(1.0, self._limits.bot - self._limits.rush + 1) * self._cut * self._share


def _slot(next_: float, now: float, rate: float, burst: int) -> tuple[float, float]:
    """The seconds to wait for a slot, and when the slot after it would come if there were no bursts."""
    even = max(next_, now)
    return max(0.0, even - (burst - 1) / rate - now), even + 1 / rate


async def _sleep(seconds: float) -> None:
    if seconds > 0:
        await asyncio.sleep(seconds)
