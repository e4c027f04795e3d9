"""Words as search sees them: without case and accents; and the part of a message around what was found."""

import re
from collections.abc import Iterator, Sequence
from unicodedata import combining, normalize

from coaching.desk.records import Piece
from coaching.frozen import Frozen

#: Letters of a word that count; words looked for at most.
_LONGEST, _MOST = 40, 8
#: Characters of a snippet, and how many of them stand before the first hit.
_SNIPPET, _BEFORE = 160, 50

_WORD = re.compile(r"[^\W_]+")
_WANTED = re.compile(r"([^\W_]+)(\*?)")


class Wanted(Frozen):
    """A word that is looked for; `begins` where it is only the beginning of one ("taart*")."""

    word: str
    begins: bool = False

    def fits(self, word: str) -> bool:
        """Whether a folded word is meant."""
        return word.startswith(self.word) if self.begins else word == self.word


def words_in(text: str) -> list[str]:
    """The words of a text without case and accents, each once, in order."""
    return list(dict.fromkeys(word[:_LONGEST] for word in _WORD.findall(_folded(text))))


def wanted(query: str) -> tuple[Wanted, ...]:
    """What a query looks for; nothing where it holds no word."""
    found = (
        Wanted(word=word, begins=bool(star)) for written, star in _WANTED.findall(query) for word in words_in(written)
    )
    return tuple(dict.fromkeys(found))[:_MOST]


def snippet(text: str, looked_for: Sequence[Wanted]) -> tuple[Piece, ...]:
    """The part of `text` around the first hit, with every hit in it marked."""
    line = " ".join(text.split())
    hits = list(_hits(line, looked_for))
    start = _start(line, hits[0][0] if hits else 0)
    end = min(len(line), start + _SNIPPET)
    pieces = list(_pieces(line, start, end, [hit for hit in hits if start <= hit[0] and hit[1] <= end]))
    front, back = "…" if start else "", "…" if end < len(line) else ""
    return tuple(piece for piece in (Piece(text=front), *pieces, Piece(text=back)) if piece.text)


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    plain = normalize("NFKD", normalize("NFKD", text).casefold())
    return "".join(letter for letter in plain if not combining(letter))


def _hits(line: str, looked_for: Sequence[Wanted]) -> Iterator[tuple[int, int]]:
    for found in _WORD.finditer(line):
        if any(each.fits(word) for word in words_in(found.group()) for each in looked_for):
            yield found.span()


def _start(line: str, hit: int) -> int:
    if hit <= _BEFORE:
        return 0
    space = line.find(" ", hit - _BEFORE)
    return space + 1 if 0 <= space < hit else hit


def _pieces(line: str, start: int, end: int, hits: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    for first, last in hits:
        yield Piece(text=line[start:first])
        yield Piece(text=line[first:last], hit=True)
        start = last
    yield Piece(text=line[start:end])
