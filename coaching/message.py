"""What comes in from an owner and what goes out, free of any medium."""

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from coaching.frozen import Frozen

Media = Literal["voice", "photo", "sticker", "document", "location", "contact"]
DocumentFormat = Literal["md", "zip"]


class MessageKind(StrEnum):
    """How an owner said something."""

    TEXT = "text"
    BUTTON = "button"
    COMMAND = "command"
    MEDIA = "media"
    EDIT = "edit"


def storable(text: Any) -> Any:
    """`text` without what no database keeps as text: NUL and lone surrogates become U+FFFD."""
    if not isinstance(text, str):
        return text
    return text.replace("\0", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


Text = Annotated[str, BeforeValidator(storable)]


class Message(Frozen):
    """One message of an owner. `text` holds the words, the payload of a button, the command with its slash and
    argument, or the caption of a medium; `before` are the messages just before it that are answered together with it.
    `spoken`: the words were heard in a recording, and may have been misheard. An EDIT gives the message numbered
    `edits` the words `text`."""

    kind: MessageKind
    text: Text = ""
    media: Media | None = None
    before: tuple[Text, ...] = ()
    spoken: bool = False
    edits: int | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        """The messages that are answered together, in order."""
        return (*self.before, self.text)


class Button(Frozen):
    """A tap that says `payload`; at most 64 bytes, as Telegram allows."""

    label: str
    payload: str


#: Characters that still fit on a button.
_LABEL = 44


def on_button(label: str) -> str:
    """`label` cut to what fits on a button."""
    return label if len(label) <= _LABEL else f"{label[: _LABEL - 1].rstrip()}…"


class Document(Frozen):
    """A file made when it is sent: from a version of the plan, or (zip) from everything that is kept of the owner."""

    name: str
    plan_version: int = 0
    format: DocumentFormat = "md"


class Reply(Frozen):
    """One message to an owner: plain text (the medium escapes it), rows of buttons, perhaps a document. Where it
    answers a tap, `tapped` says what becomes of the buttons that were tapped: they are used; one of several was ticked,
    and these buttons may take the place of those; or they were past, and nothing was chosen."""

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    document: Document | None = None
    tapped: Literal["used", "ticked", "past"] = "used"
