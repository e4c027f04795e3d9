"""What an uploaded file is, by its content."""

import io
import re
from zipfile import BadZipFile, ZipFile

import puremagic

from journey.errors import CoachError

_HTML = re.compile(
    r"^(?:\ufeff|\s|<!--.*?-->|<\?xml[^>]*\?>)*<(?:!doctype\s+html|html|head|body|article|main|section|div|h1|p)\b",
    re.I | re.S,
)
_XML = re.compile(r"^(?:\ufeff|\s|<!--.*?-->)*<(?:\?xml|!doctype|svg)\b", re.I | re.S)
_HEAD = 2048  # bytes in which a file says what it is
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


class Kinds:
    """The `Recognises` port."""

    def media(self, content: bytes) -> str:
        """The kind of file. CoachError "articles.unknown" where it is none of the four."""
        return kind_of(content)


def kind_of(content: bytes) -> str:
    """ "pdf", "docx", "html" or "md". CoachError "articles.unknown" for anything else, with what it looks like."""
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"PK"):
        if _is_docx(content):
            return "docx"
        raise CoachError("articles.unknown", looks_like="zip")
    text = text_of(content)
    if _HTML.match(text[:_HEAD]):
        return "html"
    if _XML.match(text[:_HEAD]):
        raise CoachError("articles.unknown", looks_like="svg" if "<svg" in text[:_HEAD].lower() else "xml")
    return "md"


def text_of(content: bytes) -> str:
    """A file of text: UTF-8, or what Windows wrote. CoachError "articles.unknown" where it isn't text."""
    for encoding in ("utf-8-sig", "utf-16") if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeError:
            continue
        if not _CONTROL.search(text):
            return text
    raise CoachError("articles.unknown", looks_like=_looks_like(content))


def _is_docx(content: bytes) -> bool:
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            return "word/document.xml" in archive.namelist()
    except (BadZipFile, ValueError, OSError):
        return False


def _looks_like(content: bytes) -> str:
    """What the first bytes say, for the person who uploaded it."""
    try:
        found = puremagic.magic_string(content[: _HEAD * 8])
    except (puremagic.PureError, ValueError):
        return "?"
    return found[0].extension.lstrip(".") or found[0].name or "?"
