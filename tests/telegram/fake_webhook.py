"""Telegram's side of a webhook: one call at a time for the messages of one chat, until it is answered with 2xx."""

import asyncio
import time
from collections.abc import Callable
from itertools import count
from typing import Any
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout

#: Seconds until a call that failed is made again; Telegram takes longer each time, tests don't have that long.
AGAIN = 0.1

Queue = tuple[str, int]


class Webhook:
    """Calls `url` with what `pending` holds. With `balance`, addresses of several workers, it does what a load balancer
    in front of them does: takes each in turn, and the next one where nobody listens."""

    def __init__(self, pending: dict[int, dict[str, Any]], url: str, secret: str, connections: int) -> None:
        self.url = url
        self.balance: list[str] = []
        self.answers: list[int] = []
        self.error: dict[str, Any] = {}
        self._pending = pending
        self._headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        self._free = asyncio.Semaphore(connections)
        self._turn = count()
        self._tasks: dict[Queue, asyncio.Task[None]] = {}
        self._session = ClientSession(timeout=ClientTimeout(total=20))

    def deliver(self, noted: Callable[[], None]) -> None:
        """Begins with what is new; `noted` is called when something was taken."""
        for update in list(self._pending.values()):
            queue = _queue(update)
            if queue not in self._tasks:
                self._tasks[queue] = asyncio.create_task(self._empty(queue, noted))

    async def close(self) -> None:
        """Calls nobody any more."""
        for task in self._tasks.values():
            task.cancel()
        await self._session.close()

    async def _empty(self, queue: Queue, noted: Callable[[], None]) -> None:
        try:
            while update := self._first(queue):
                async with self._free:
                    taken = await self._call(update)
                if taken:
                    self._pending.pop(update["update_id"], None)
                    noted()
                else:
                    await asyncio.sleep(AGAIN)
        finally:
            del self._tasks[queue]

    def _first(self, queue: Queue) -> dict[str, Any] | None:
        numbers = sorted(number for number, update in self._pending.copy().items() if _queue(update) == queue)
        return self._pending.get(numbers[0]) if numbers else None

    async def _call(self, update: dict[str, Any]) -> bool:
        for target in self._targets():
            try:
                async with self._session.post(target, json=update, headers=self._headers) as response:
                    self.answers.append(response.status)
                    if response.status // 100 == 2:
                        return True
                    return self._failed(f"Wrong response from the webhook: {response.status} {response.reason}")
            except (ClientError, TimeoutError, OSError):
                self._failed("Connection refused")
        return False

    def _failed(self, message: str) -> bool:
        self.error = {"last_error_date": int(time.time()), "last_error_message": message}
        return False

    def _targets(self) -> list[str]:
        if not self.balance:
            return [self.url]
        first, path = next(self._turn), urlsplit(self.url).path
        return [self.balance[(first + other) % len(self.balance)] + path for other in range(len(self.balance))]


def _queue(update: dict[str, Any]) -> Queue:
    kind = next(name for name in update if name != "update_id")
    content = update[kind]
    who = content.get("chat") or content.get("from") or {"id": 0}
    return kind, who["id"]
