"""What comes in from an owner and what goes out, free of any medium."""

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

Media = Literal["voice", "photo", "sticker", "document", "location"]
DocumentFormat = Literal["md"]


class MessageKind(StrEnum):
    """How an owner said something."""

    TEXT = "text"
    BUTTON = "button"
    COMMAND = "command"
    MEDIA = "media"


def storable(text: Any) -> Any:
    """`text` without what no database keeps as text: NUL and lone surrogates become U+FFFD."""
    if not isinstance(text, str):
        return text
    return text.replace("\0", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class Message(BaseModel):
    """One message of an owner. `text` holds the words, the payload of a button, the command with its slash and
    argument, or the caption of a medium."""

    model_config = ConfigDict(frozen=True)

    kind: MessageKind
    text: Annotated[str, BeforeValidator(storable)] = ""
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
