"""Telegram's updates as what the coach knows: arrivals, owners and messages."""

import json
import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from telegram import Audio, Bot, CallbackQuery, ChatMember, Update, VideoNote, Voice
from telegram import Message as TelegramMessage
from telegram.constants import ChatType

from bot.recordings import Recording
from coaching.message import Media, Message, MessageKind
from coaching.records import Arrival

OWNERS = "telegram:"
#: The updates the bot asks Telegram for.
WANTED = ("message", "edited_message", "callback_query", "my_chat_member")

_GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
_JOINED = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR)
_COMMAND = re.compile(r"/(\w+)(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
#: What a message can carry and what the coach takes it for; the first that is there counts.
_MEDIA: tuple[tuple[str, Media], ...] = (
    ("voice", "voice"),
    ("audio", "voice"),
    ("video_note", "voice"),
    ("photo", "photo"),
    ("animation", "photo"),
    ("video", "photo"),
    ("sticker", "sticker"),
    ("dice", "sticker"),
    ("location", "location"),
    ("venue", "location"),
    ("contact", "contact"),
    ("document", "document"),
    ("poll", "document"),
    ("story", "document"),
    ("game", "document"),
)


def owner_key(chat: int) -> str:
    """The owner who talks in this private chat."""
    return f"{OWNERS}{chat}"


def chat_of(owner: str) -> int:
    """The chat where this owner talks."""
    return int(owner.removeprefix(OWNERS))


def arrival_of(raw: dict[str, Any]) -> Arrival:
    """An update as it is kept in the inbox, under the chat (or person) it came from. KeyError or TypeError where it has
    no number, for then it is none."""
    number, message = int(raw["update_id"]), raw.get("message")
    reference = str(message.get("message_id", "")) if isinstance(message, dict) else ""
    return Arrival(id=number, owner=owner_key(_chat_id(raw)), body=json.dumps(raw), reference=reference[:40])


def update_of(arrival: Arrival, bot: Bot) -> Update | None:
    """The update that was kept; None where it can't be read."""
    try:
        return Update.de_json(json.loads(arrival.body), bot)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def message_of(update: Update) -> Message | None:
    """What an owner said to the coach with this update; None where it needs no turn."""
    chat = update.effective_chat
    if chat is None or chat.type != ChatType.PRIVATE:
        return None
    if update.callback_query:
        return _pressed(update.callback_query)
    return _told(update.message) if update.message else None


def is_words(update: Update) -> bool:
    """Whether this is something that an owner wrote, and no command."""
    message = message_of(update)
    return message is not None and message.kind is MessageKind.TEXT


def album_of(update: Update) -> str | None:
    """The album that a picture or file came in."""
    return update.message.media_group_id if update.message else None


@dataclass(frozen=True)
class Edit:
    """New words for a message of an owner; `reference` is how Telegram names it."""

    chat: int
    reference: str
    text: str


def edit_of(update: Update) -> Edit | None:
    """What an owner edited; None where that is nothing in words."""
    message = update.edited_message
    if message is None or message.chat.type != ChatType.PRIVATE:
        return None
    text = message.text or message.caption
    return Edit(message.chat.id, str(message.message_id), text) if text else None


def recording_of(update: Update) -> Recording | None:
    """The recording that an owner sent."""
    message = update.message
    if message is None:
        return None
    if message.voice:
        return _recording(message.voice, "voice.ogg")
    if message.video_note:
        return _recording(message.video_note, "note.mp4")
    return _recording(message.audio, message.audio.file_name or "audio.mp3") if message.audio else None


def _recording(sound: Voice | VideoNote | Audio, name: str) -> Recording:
    seconds = sound.duration
    seconds = round(seconds.total_seconds()) if isinstance(seconds, timedelta) else seconds
    return Recording(sound.file_id, name, seconds, sound.file_size or 0)


def group_of(update: Update) -> int | None:
    """The group in which somebody wrote, or which the bot was just added to."""
    chat = update.effective_chat
    if chat is None or chat.type not in _GROUPS:
        return None
    added = update.my_chat_member and update.my_chat_member.new_chat_member.status in _JOINED
    written = update.message and (update.message.text or _media(update.message))
    return chat.id if added or written or update.callback_query else None


def is_command(update: Update) -> bool:
    """Whether this is a command, in whatever chat."""
    return bool(update.message and update.message.text and _COMMAND.fullmatch(update.message.text))


def _chat_id(raw: dict[str, Any]) -> int:
    """Read from the update as it came: one that makes no sense must be kept too."""
    for content in raw.values():
        if isinstance(content, dict):
            message = content.get("message")
            where = [
                message.get("chat") if isinstance(message, dict) else None,
                content.get("chat"),
                content.get("from"),
            ]
            ids = [place.get("id") for place in where if isinstance(place, dict)]
            return next((number for number in ids if isinstance(number, int)), 0)
    return 0


def _pressed(query: CallbackQuery) -> Message | None:
    return Message(kind=MessageKind.BUTTON, text=query.data) if query.data else None


def _told(message: TelegramMessage) -> Message | None:
    if message.text:
        return _written(message.text)
    media = _media(message)
    return Message(kind=MessageKind.MEDIA, media=media, text=message.caption or "") if media else None


def _written(text: str) -> Message:
    command = _COMMAND.fullmatch(text)
    if command is None:
        return Message(kind=MessageKind.TEXT, text=text)
    name, argument = command.groups(default="")
    return Message(kind=MessageKind.COMMAND, text=f"/{name} {argument}".rstrip())


def _media(message: TelegramMessage) -> Media | None:
    return next((media for name, media in _MEDIA if getattr(message, name)), None)
