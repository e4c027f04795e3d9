"""What a burst is answered with: at the door, by the coach, or in one line for a group."""

from collections.abc import Sequence

from telegram import Bot

from bot.activity import typing
from bot.bursts import Burst
from bot.door import Door
from bot.groups import Groups
from bot.hearing import Ear
from bot.patience import patient
from bot.ports import Stores, Taken
from bot.turning import Turns
from bot.updates import chat_of
from coaching.message import Message
from coaching.ports import ArrivalDoneError
from coaching.records import Outgoing


class Answers:
    """Works bursts into the replies that wait for their owners."""

    def __init__(self, bot: Bot, stores: Stores, door: Door, ear: Ear, turns: Turns, groups: Groups) -> None:
        self._bot = bot
        self._stores = stores
        self._door = door
        self._ear = ear
        self._turns = turns
        self._groups = groups

    async def to(self, burst: Burst) -> Sequence[Outgoing]:
        """Works a burst; all replies that wait for its owner then."""
        arrival, update = burst[-1].arrival, burst[-1].update
        if not await self._door.lets_in(burst):
            return await patient(self._stores.conversations.unsent, arrival.owner)
        async with typing(self._bot, chat_of(arrival.owner)):
            message = await self._ear.hear(burst)
            taken = await self._turn(burst, message) if message else None
            if taken:
                return taken.outgoing
            if update and not message:
                await self._groups.answer(arrival, update)
        return await patient(self._stores.conversations.unsent, arrival.owner)

    def older(self, owner: str) -> bool:
        """Whether the last burst set free what had been kept back, which is older than the rest; said once."""
        return self._door.freed(owner)

    async def _turn(self, burst: Burst, message: Message) -> Taken | None:
        """What came of a turn; None where none did: its owner got an apology, or was answered before."""
        try:
            return await self._turns.take(burst, message)
        except ArrivalDoneError:
            await self._one_by_one(burst)
            return None

    async def _one_by_one(self, burst: Burst) -> None:
        """Some of these were worked before, by another worker who saw less of the burst; the others are still to do."""
        for came in burst if len(burst) > 1 else ():
            await self.to((came,))
