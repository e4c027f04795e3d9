"""What a text says that nothing it was made from says: numbers, prices, days, links, names, promises, claims. Pure."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from coaching.assisting.links import links_in
from coaching.understanding.names.first_names import common_first_names
from coaching.understanding.text.normalise import LIMIT, fold, read
from coaching.understanding.text.numbers import find_numbers
from coaching.understanding.wordlists import load
from journey.sentences import sentences

_FIGURE = r"\d+(?:[.,]\d+)*"
_PERCENT = re.compile(rf"({_FIGURE})\s?(?:%|procent\b|percent\b)")
_PRICE = re.compile(
    rf"(?:[€£$]\s?({_FIGURE}))|(?:({_FIGURE})(?:,-)?\s?(?:[€£$]|(?:euro|eur|pond|pounds?|dollars?|cent|pence)\b))"
)
_CLAIMS = load("claims")
_CAPITALISED = re.compile(r"(?<=[\w,;)’'] )(?:[\"“‘'(]?)([A-ZÀ-Ý][\wÀ-ÿ’'-]*)")
_FIRST = re.compile(r"\W*([A-ZÀ-Ý][\wÀ-ÿ-]+)")
_ENGLISH_I = re.compile(r"^I(?:$|['’])")
#: Numbers in words up to this are ordinary words: "een of twee", "a couple".
_SMALL = 2


def inventions(text: str, known: str) -> tuple[str, ...]:
    """All that `text` states and `known`, everything it may draw from, doesn't; empty where it may stand."""
    return tuple(dict.fromkeys(found for look in _LOOKS for found in look(text, known)))


def numbers_in(text: str) -> frozenset[float]:
    """Every number, in figures or in words; small ones in words are left out."""
    found = (number for sentence in sentences(_in_our_digits(text)) for number in find_numbers(read(sentence)))
    values = ((n.value, n.high) for n in found if not (n.worded and n.value <= _SMALL))
    return frozenset(value for pair in values for value in pair if value is not None)


def _in_our_digits(text: str) -> str:
    """Digits of other scripts are digits too."""
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def _links(text: str, known: str) -> Iterator[str]:
    allowed = {link.lower() for link in links_in(known)}
    yield from (link for link in links_in(text) if link.lower() not in allowed)


def _numbers(text: str, known: str) -> Iterator[str]:
    yield from (f"{value:g}" for value in sorted(numbers_in(text) - numbers_in(known)))


def _amounts(pattern: re.Pattern[str]) -> Callable[[str, str], Iterator[str]]:
    """A number that is known, but not with this unit."""

    def look(text: str, known: str) -> Iterator[str]:
        allowed = {_figure(match) for match in pattern.finditer(known.lower())}
        yield from (m.group() for m in pattern.finditer(text.lower()) if _figure(m) not in allowed)

    return look


def _figure(match: re.Match[str]) -> str:
    figure = next(group for group in match.groups() if group)
    return figure.replace(",", ".").removesuffix(".00").removesuffix(".0")


def _words(patterns: Sequence[str]) -> Callable[[str, str], Iterator[str]]:
    pattern = re.compile(rf"\b(?:{'|'.join(patterns)})")

    def look(text: str, known: str) -> Iterator[str]:
        allowed = _folded(known)
        yield from (m.group() for m in pattern.finditer(fold(text)) if m.group() not in allowed)

    return look


@lru_cache(maxsize=64)
def _folded(known: str) -> str:
    return fold(known) if len(known) < LIMIT else " ".join(map(fold, sentences(known)))


def _names(text: str, known: str) -> Iterator[str]:
    allowed = set(re.findall(r"\w+", known.lower()))
    for sentence in sentences(text):
        first = _FIRST.match(sentence)
        if first and first[1].lower() in common_first_names() - allowed:
            yield first[1]
        for match in _CAPITALISED.finditer(sentence):
            parts = re.findall(r"\w+", match.group(1).lower())
            if not _ENGLISH_I.match(match.group(1)) and not set(parts) - {"s"} <= allowed:
                yield match.group(1)


_LOOKS = (_links, _numbers, _amounts(_PERCENT), _amounts(_PRICE), *map(_words, _CLAIMS.values()), _names)
