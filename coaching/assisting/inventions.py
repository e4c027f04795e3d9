"""What a text says that nothing it was made from says: numbers, prices, days, links, names, promises. Pure."""

import re
from collections.abc import Callable, Iterator

from coaching.understanding.normalise import fold, read
from coaching.understanding.numbers import find_numbers
from journey.sentences import sentences

_LINK = re.compile(
    r"(?:https?:|www\.|//)\S+|\b[\w.+-]+@[\w-]+\.\w+|(?<!\w)@\w{2,}|"
    r"\b[\w-]+(?:\.[\w-]+)*\.(?:nl|be|com|eu|net|org|io|ai|app|info|shop|co|uk|de|fr|me|ly|gg|biz|xyz|example|test)\b",
    re.IGNORECASE,
)
_FIGURE = r"\d+(?:[.,]\d+)*"
_PERCENT = re.compile(rf"({_FIGURE})\s?(?:%|procent\b|percent\b)")
_PRICE = re.compile(
    rf"(?:[€£$]\s?({_FIGURE}))|(?:({_FIGURE})(?:,-)?\s?(?:[€£$]|(?:euro|eur|pond|pounds?|dollars?|cent|pence)\b))"
)
_DAY = re.compile(
    r"\b(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"january|february|march|june|july|august|october)"
)
#: Words that bind a business to something.
_PROMISE = re.compile(
    r"\b(?:garant|gegarandeerd|guarant|niet goed.{0,5}geld terug|geld terug|money back|terugbeta|refund|gratis|"
    r"kosteloos|korting|discount|free of charge|for free|free\b|cadeau|levenslang|lifetime|altijd en overal|"
    r"beste van|de beste|the best|nummer een|number one|goedkoopste|cheapest|laagste prijs|lowest price|"
    r"zonder risico|risk.?free|beloof|belooft|beloven|promise|zeker weten|gecertificeerd|certified|erkend|bekroond|"
    r"award)"
)
_CAPITALISED = re.compile(r"(?<=[\w,;)’'] )(?:[\"“‘'(]?)([A-ZÀ-Ý][\wÀ-ÿ’'-]*)")
_ENGLISH_I = re.compile(r"^I(?:$|['’])")
#: Numbers in words up to this are ordinary words: "een of twee", "a couple".
_SMALL = 2


def inventions(text: str, known: str) -> tuple[str, ...]:
    """All that `text` states and `known`, everything it may draw from, doesn't; empty where it may stand."""
    return tuple(dict.fromkeys(found for look in _LOOKS for found in look(text, known)))


def links_in(text: str) -> tuple[str, ...]:
    """Web and mail addresses and handles."""
    return tuple(match.group() for match in _LINK.finditer(text))


def numbers_in(text: str) -> frozenset[float]:
    """Every number, in figures or in words; small ones in words are left out."""
    found = (number for sentence in sentences(text) for number in find_numbers(read(sentence)))
    values = ((n.value, n.high) for n in found if not (n.worded and n.value <= _SMALL))
    return frozenset(value for pair in values for value in pair if value is not None)


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


def _words(pattern: re.Pattern[str]) -> Callable[[str, str], Iterator[str]]:
    def look(text: str, known: str) -> Iterator[str]:
        allowed = fold(known) if len(known) < 4000 else " ".join(map(fold, sentences(known)))
        yield from (m.group() for m in pattern.finditer(fold(text)) if m.group() not in allowed)

    return look


def _names(text: str, known: str) -> Iterator[str]:
    allowed = set(re.findall(r"\w+", known.lower()))
    for sentence in sentences(text):
        for match in _CAPITALISED.finditer(sentence):
            parts = re.findall(r"\w+", match.group(1).lower())
            if not _ENGLISH_I.match(match.group(1)) and not set(parts) - {"s"} <= allowed:
                yield match.group(1)


_LOOKS = (_links, _numbers, _amounts(_PERCENT), _amounts(_PRICE), _words(_DAY), _words(_PROMISE), _names)
