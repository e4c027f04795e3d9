"""The outbox of an owner: sent in order, each reply marked sent when it has arrived."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from random import uniform

from bot.delivering import Courier, GoneError, HeldError, MovedError, RefusedError
from bot.formatting import Parcel, parcels
from bot.marking import Marks
from bot.patience import patient
from bot.ports import Stores, Watches
from bot.updates import chat_of, owner_key
from coaching.documents import Sectors, document_of
from coaching.records import Outgoing

_log = logging.getLogger(__name__)

#: Seconds until the second attempt; each further one waits twice as long, up to the longest.
FIRST_WAIT = 1.0
LONGEST_WAIT = 30.0


class Sender:
    """Sends what waits in the outbox, as long as `may` says that this worker may. A reply counts as sent once all its
    parts have arrived: after a crash in between it is sent again."""

    def __init__(
        self, courier: Courier, stores: Stores, may: Callable[[], bool], watches: Watches, sectors: Sectors
    ) -> None:
        self._courier = courier
        self._outbox = stores.outbox
        self._may = may
        self._watches = watches
        self._sectors = sectors
        self._marks = Marks(stores.conversations)

    async def send(self, waiting: Sequence[Outgoing]) -> bool:
        """Sends these, all that waits for an owner, in order; False where something is left."""
        for outgoing in waiting:
            if outgoing.wait > 0 or not self._may() or not await self._sent(outgoing):
                return False
        return True

    async def _sent(self, outgoing: Outgoing) -> bool:
        """Sends one and marks it sent; or keeps what became of it."""
        owner, parts = outgoing.owner, outgoing.parts
        try:
            for parcel in (await self._parcels(outgoing))[parts:]:
                await self._courier.deliver(chat_of(owner), parcel)
                parts += 1
        except HeldError as error:
            wait = error.seconds or backoff(outgoing.attempts)
            _log.warning("reply %d of %s waits %.0f s: %s", outgoing.id, owner, wait, error)
            await patient(self._outbox.hold, outgoing.id, wait, str(error), parts)
            self._watches.held()
        except GoneError as error:
            _log.warning("%s can't be reached: %s", owner, error)
            await patient(self._outbox.unreachable, owner, str(error))
        except MovedError as error:
            _log.info("%s is now %d", owner, error.to)
            await patient(self._outbox.move, owner, owner_key(error.to))
        except RefusedError as error:
            _log.error("reply %d of %s was refused: %s", outgoing.id, owner, error)
            await patient(self._outbox.bury, outgoing.id, str(error))
            return True
        else:
            await self.arrived(outgoing.id)
            return True
        return False

    async def arrived(self, reply: int) -> None:
        """This reply has reached its owner."""
        await self._marks.sent(reply)

    async def _parcels(self, outgoing: Outgoing) -> tuple[Parcel, ...]:
        return parcels(outgoing.reply, await self._made(outgoing) if outgoing.reply.document else None)

    async def _made(self, outgoing: Outgoing) -> tuple[str, bytes] | None:
        """The document of a reply; a fault in making it keeps back the document, not the words."""
        try:
            return await asyncio.to_thread(document_of, outgoing, self._sectors)
        except Exception:
            _log.exception("the document of reply %d of %s can't be made", outgoing.id, outgoing.owner)
            return None


def backoff(attempts: int) -> float:
    """Seconds to wait where `attempts` failed before this one; not all chats the same, so that they don't come back as
    one crowd."""
    return float(min(FIRST_WAIT * 2 ** min(attempts, 10), LONGEST_WAIT)) * uniform(0.8, 1.2)
