"""Replies as Telegram takes them: escaped, cut to its limits, with a keyboard under the last piece."""

import re
from dataclasses import dataclass, replace
from html import escape

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import MessageLimit

from coaching.message import Button, Reply

TEXT_LIMIT = int(MessageLimit.MAX_TEXT_LENGTH)
CAPTION_LIMIT = int(MessageLimit.CAPTION_LENGTH)
#: No message shows what stands behind a link in it.
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

#: Where a long text may be cut, the best place first: after a paragraph, a line, a sentence, a word.
_SEAMS = (re.compile(r"\n{2,}"), re.compile(r"\n"), re.compile(r"(?<=[.!?…])\s"), re.compile(r"\s"))


@dataclass(frozen=True)
class Parcel:
    """One message to Telegram: a text, or a document with its text as caption; the text is not yet escaped. A bare one
    goes without markup."""

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    document: tuple[str, bytes] | None = None
    bare: bool = False

    def stripped(self) -> "Parcel":
        """The same with nothing that Telegram could find fault with."""
        return replace(self, buttons=(), bare=True)


def parcels(reply: Reply, document: tuple[str, bytes] | None = None) -> tuple[Parcel, ...]:
    """The messages a reply takes, in order; the buttons are under the last."""
    if document and length(reply.text) <= CAPTION_LIMIT:
        return (Parcel(reply.text.strip(), reply.buttons, document),)
    pieces = [Parcel(text) for text in split(reply.text)]
    if document:
        pieces.append(Parcel("", document=document))
    if pieces:
        pieces[-1] = replace(pieces[-1], buttons=reply.buttons)
    return tuple(pieces)


def escaped(text: str) -> str:
    """Plain text for the HTML parse mode."""
    return escape(text, quote=False)


def keyboard(buttons: tuple[tuple[Button, ...], ...]) -> InlineKeyboardMarkup | None:
    """Rows of buttons as a keyboard under a message."""
    rows = [[InlineKeyboardButton(button.label, callback_data=button.payload) for button in row] for row in buttons]
    return InlineKeyboardMarkup(rows) if rows else None


def split(text: str, limit: int = TEXT_LIMIT) -> tuple[str, ...]:
    """`text` in pieces of at most `limit`, cut at paragraphs where it can be; no piece is blank."""
    pieces, rest = [], text.strip()
    while length(rest) > limit:
        end = _end(rest, limit)
        pieces.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return tuple(piece for piece in (*pieces, rest) if piece)


def length(text: str) -> int:
    """The length of a text as Telegram counts: in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def _end(text: str, limit: int) -> int:
    """Where to cut: at the best seam that leaves at least a third of the piece filled."""
    most = _fitting(text, limit)
    for seam in _SEAMS:
        ends = [match.start() for match in seam.finditer(text, 0, most + 1) if match.start() > most // 3]
        if ends:
            return ends[-1]
    return most


def _fitting(text: str, limit: int) -> int:
    """How many characters of `text` fit in `limit` UTF-16 units."""
    units = 0
    for index, character in enumerate(text):
        units += 2 if character > "\uffff" else 1
        if units > limit:
            return index
    return len(text)
