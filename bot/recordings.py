"""Recordings that owners send: fetched from Telegram, where they are not too long and not too big."""

import logging
from dataclasses import dataclass

from telegram import Bot
from telegram.error import TelegramError

from bot.speech import UnheardError

_log = logging.getLogger(__name__)

#: Bytes of a file that Telegram gives to bots at most, and seconds that are listened to at most.
LARGEST = 20_000_000
LONGEST = 300


@dataclass(frozen=True)
class Recording:
    """A voice note, sound file or video note: its file at Telegram, a name that tells its format, its length in seconds
    and its size in bytes, 0 where that isn't told."""

    file: str
    name: str
    seconds: int
    size: int


async def fetched(bot: Bot, recording: Recording) -> bytes:
    """Its content. UnheardError where it is too long or too big, or Telegram doesn't give it."""
    if recording.seconds > LONGEST or recording.size > LARGEST:
        raise UnheardError("too long or too big")
    try:
        file = await bot.get_file(recording.file)
        return bytes(await file.download_as_bytearray())
    except TelegramError as error:
        _log.warning("a recording can't be fetched: %s", type(error).__name__)
        raise UnheardError("not fetched") from None
