"""What comes in from an owner and what goes out, free of any medium."""

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict

Media = Literal["voice", "photo", "sticker", "document", "location"]
DocumentFormat = Literal["md"]


class MessageKind(StrEnum):
    """How an owner said something."""

    TEXT = "text"
    BUTTON = "button"
    COMMAND = "command"
    MEDIA = "media"


class Message(BaseModel):
    """One message of an owner. `text` holds the words, the payload of a button, the command with its slash and
    argument, or the caption of a medium."""

    model_config = ConfigDict(frozen=True)

    kind: MessageKind
    text: str = ""
    media: Media | None = None


class Button(BaseModel):
    """A tap that says `payload`; at most 64 bytes, as Telegram allows."""

    model_config = ConfigDict(frozen=True)

    label: str
    payload: str


class Document(BaseModel):
    """A file made from a version of the plan when it is sent."""

    model_config = ConfigDict(frozen=True)

    name: str
    plan_version: int
    format: DocumentFormat = "md"


class Reply(BaseModel):
    """One message to an owner: plain text (the medium escapes it), rows of buttons, perhaps a document."""

    model_config = ConfigDict(frozen=True)

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    document: Document | None = None
