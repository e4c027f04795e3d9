"""The outbox of an owner: sent in order, each reply marked sent when it has arrived."""

import asyncio
import logging

from bot.delivering import Courier, GoneError, RefusedError
from bot.formatting import parcels
from bot.patience import patient
from bot.updates import chat_of
from coaching.documents import document_of
from coaching.ports import Conversations
from coaching.records import Outgoing

_log = logging.getLogger(__name__)


class Sender:
    """Sends what waits in the outbox. A reply counts as sent once all its parts have arrived: after a crash in between
    it is sent again."""

    def __init__(self, courier: Courier, conversations: Conversations) -> None:
        self._courier = courier
        self._conversations = conversations

    async def send_waiting(self, owner: str) -> None:
        """Sends all that waits for this owner; to an owner who is gone nothing is sent any more."""
        waiting = await patient(self._conversations.unsent, owner)
        try:
            for outgoing in waiting:
                await self._send(outgoing)
                await patient(self._conversations.mark_sent, [outgoing.id])
        except GoneError as error:
            _log.warning("%s can't be reached (%s): dropped what waited", owner, error)
            await patient(self._conversations.mark_sent, [outgoing.id for outgoing in waiting])

    async def _send(self, outgoing: Outgoing) -> None:
        document = await _made(outgoing)
        for parcel in parcels(outgoing.reply, document):
            try:
                await self._courier.deliver(chat_of(outgoing.owner), parcel)
            except RefusedError as error:
                _log.error("reply %d of %s was refused: %s", outgoing.id, outgoing.owner, error)


async def _made(outgoing: Outgoing) -> tuple[str, bytes] | None:
    """The document of a reply; a fault in making it keeps back the document, not the words."""
    try:
        return await asyncio.to_thread(document_of, outgoing)
    except Exception:
        _log.exception("the document of reply %d of %s can't be made", outgoing.id, outgoing.owner)
        return None
