"""Telegram's updates as what the coach knows: arrivals, owners and messages."""

import json
import re
from typing import Any

from telegram import Bot, CallbackQuery, ChatMember, Update
from telegram import Message as TelegramMessage
from telegram.constants import ChatType

from coaching.message import Media, Message, MessageKind
from coaching.records import Arrival

OWNERS = "telegram:"
#: The updates the bot asks Telegram for.
WANTED = ("message", "callback_query", "my_chat_member")

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
    ("contact", "location"),
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
    return Arrival(id=int(raw["update_id"]), owner=owner_key(_chat_id(raw)), body=json.dumps(raw))


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
