"""How fast the fake lets a bot send: Telegram's published limits, with room for a short burst in a chat."""

import time
from collections import deque

from tests.telegram.fake_records import RefusalError


class Rates:
    """Refuses with 429 what comes too fast. `refused` counts. `forgives` are seconds: a message is counted when it
    arrives, and on a busy machine it may arrive later than it went."""

    def __init__(self, bot: int = 30, chat: float = 1.0, burst: int = 3, forgives: float = 0.1) -> None:
        self.refused = 0
        self._bot, self._chat, self._burst, self._forgives = bot, chat, burst, forgives
        self._sent: deque[float] = deque(maxlen=bot)
        self._free: dict[int, float] = {}

    def count(self, chat: int) -> None:
        """One more message to this chat. RefusalError where it is one too many."""
        now = time.monotonic()
        free = max(self._free.get(chat, 0.0), now)
        if len(self._sent) == self._bot and now - self._sent[0] < 1 - self._forgives:
            raise self._refusal()
        if free - now > (self._burst - 1) / self._chat + self._forgives:
            raise self._refusal()
        self._sent.append(now)
        self._free[chat] = free + 1 / self._chat

    def _refusal(self) -> RefusalError:
        self.refused += 1
        return RefusalError(429, "Too Many Requests: retry after 1", retry_after=1)
