"""What a burst says, where that takes more than reading it: an edit is matched with the message that it corrects, a
recording is written out."""

from telegram import Bot

from bot.bursts import Burst, said_in
from bot.patience import patient
from bot.recordings import fetched
from bot.speech import Transcribes, UnheardError
from bot.updates import edit_of, owner_key, recording_of
from coaching.message import Message, MessageKind
from coaching.ports import Inbox


class Ear:
    """Hears for the coach. Without `speech`, recordings stay unheard."""

    def __init__(self, bot: Bot, inbox: Inbox, speech: Transcribes | None = None) -> None:
        self._bot = bot
        self._inbox = inbox
        self._speech = speech

    async def hear(self, burst: Burst) -> Message | None:
        """What the owner said; None where it needs no turn."""
        message = said_in(burst)
        return await self._listened(burst, message) if message else await self._edited(burst)

    async def _edited(self, burst: Burst) -> Message | None:
        edit = edit_of(burst[-1].update) if burst[-1].update else None
        if edit is None:
            return None
        number = await patient(self._inbox.number_of, owner_key(edit.chat), edit.reference)
        return Message(kind=MessageKind.EDIT, text=edit.text, edits=number) if number is not None else None

    async def _listened(self, burst: Burst, message: Message) -> Message:
        """`message` with the words of its recording, where they can be had."""
        recording = recording_of(burst[-1].update) if burst[-1].update else None
        if recording is None or self._speech is None:
            return message
        try:
            text = await self._speech.words_in(recording.name, await fetched(self._bot, recording))
        except UnheardError:
            return message
        return message.model_copy(update={"text": f"{message.text}\n{text}".strip(), "spoken": True})
