"""A message made fit to read: odd characters dropped, case and accents folded, every offset kept."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

LIMIT = 4_000
#: Stands in `clean` where words were taken out; in `low` a semicolon does, so that clauses end there.
BLANK = "\x00"

_APOSTROPHES = dict.fromkeys("’‘‛`´", "'") | dict.fromkeys("“”„«»", '"') | {"–": "-", "—": "-", "\u00a0": " "}
_BREAK = re.compile(r"[!?;\n\t•|]+|\.(?=\s|$)|\.{2,}|,(?!\d)|,(?=\d{4})|:(?=\s)|(?<=\s)-(?=\s)|[()]")
#: Anything but plain letters, digits and single spaces.
_NEEDS_CARE = re.compile(r"[^\x20-\x7e\n]|\s\s|^\s")
_WORD = re.compile(r"[a-z0-9]+(?:['&.+-][a-z0-9]+)*")


@dataclass(frozen=True)
class Span:
    """A stretch of the clean text, from `start` up to `end`."""

    start: int
    end: int

    def touches(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether the other lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True)
class Text:
    """A message as told (`clean`) and as it is compared (`low`): the same length, so one offset serves both."""

    original: str
    clean: str
    low: str
    offsets: tuple[int, ...]

    def quote(self, span: Span) -> str:
        """The part of the original message that `span` covers; empty where it can't be written down."""
        if span.start >= span.end:
            return ""
        part = self.original[self.offsets[span.start] : self.offsets[span.end - 1] + 1]
        return "" if any(_unwritable(c) for c in part) else part

    def of(self, span: Span) -> str:
        """The words of `span` as told."""
        return self.clean[span.start : span.end]

    def low_of(self, span: Span) -> str:
        """The words of `span`, folded."""
        return self.low[span.start : span.end]

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        """The message cut at its punctuation, each part without the white space around it."""
        cuts = [0]
        for match in _BREAK.finditer(self.low):
            cuts += [match.start(), match.end()]
        cuts.append(len(self.low))
        parts = (self.trim(Span(a, b)) for a, b in zip(cuts[::2], cuts[1::2], strict=True))
        return tuple(part for part in parts if part.start < part.end)

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """Every word and number."""
        return tuple(Span(m.start(), m.end()) for m in _WORD.finditer(self.low))

    @property
    def whole(self) -> Span:
        """The whole message."""
        return Span(0, len(self.low))

    def clause_at(self, offset: int) -> Span:
        """The clause that holds `offset`."""
        for clause in self.clauses:
            if clause.start <= offset < clause.end:
                return clause
        return self.whole

    def trim(self, span: Span, extra: str = "") -> Span:
        """`span` without the white space (and `extra` characters) at its ends."""
        start, end = span.start, span.end
        while start < end and (self.clean[start].isspace() or self.clean[start] in extra + BLANK):
            start += 1
        while end > start and (self.clean[end - 1].isspace() or self.clean[end - 1] in extra + BLANK):
            end -= 1
        return Span(start, end)

    def without(self, spans: list[Span]) -> "Text":
        """The same text with these stretches blanked out."""
        clean, low = list(self.clean), list(self.low)
        for span in spans:
            length = span.end - span.start
            clean[span.start : span.end] = [BLANK] * length
            low[span.start : span.end] = [";"] * length
        return Text(self.original, "".join(clean), "".join(low), self.offsets)


def read(original: str) -> Text:
    """The first 4,000 characters of a message as a `Text`."""
    told = original[:LIMIT]
    if not _NEEDS_CARE.search(told):
        return Text(original, told, told.lower(), tuple(range(len(told))))
    clean: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(told):
        _take(char, offset, clean, offsets)
    kept = "".join(clean)
    return Text(original, kept, "".join(_fold(char) for char in kept), tuple(offsets))


def fold(text: str) -> str:
    """`text` as it is compared."""
    return read(text).low


def _take(char: str, offset: int, clean: list[str], offsets: list[int]) -> None:
    char = _APOSTROPHES.get(char, char)
    if unicodedata.combining(char):
        joined = unicodedata.normalize("NFC", clean[-1] + char) if clean else ""
        if len(joined) == 1:
            clean[-1] = joined
        return
    if _unwritable(char) or unicodedata.category(char) == "Cf":
        return
    if char.isspace():
        char = "\n" if char == "\n" else " "
        if clean and clean[-1].isspace():
            return
    clean.append(char)
    offsets.append(offset)


def _unwritable(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t\r\v\f"


def _fold(char: str) -> str:
    if char.isascii():
        return char.lower()
    base = unicodedata.normalize("NFKD", char)[0].lower()
    return base if len(base) == 1 else char
