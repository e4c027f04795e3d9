"""Streets with their number, postal codes and towns in a text."""

import re
from collections.abc import Iterator
from functools import cache

from coaching.desk.anonymous.found import Found, Kind
from coaching.desk.anonymous.names import first_names
from coaching.understanding.countries import towns_listed
from coaching.understanding.names.place import place_key, place_names
from coaching.understanding.text.normalise import fold
from coaching.understanding.wordlists import load

_CAP = r"[A-ZÀ-Ý][\w'’-]*"
_NUMBER = r"\d{1,4}(?:\s?[a-zA-Z](?!\w))?(?:[-/]\d{1,4})?(?:,?\s(?:bus|box|bte|apt|flat)\.?\s?\w{1,4})?"
_ENDING = (
    r"(?:straat|str|laan|weg|steenweg|dreef|plein|markt|kade|gracht|singel|dijk|steeg|pad|hof|park|baan|lei|plantsoen|"
    r"wal|kaai|vest)"
)
_STREET = re.compile(
    rf"\b(?:{_CAP}\s+(?:(?:de|het|den|van|der|{_CAP})\s+){{0,2}})?\w{{0,30}}{_ENDING}\s+{_NUMBER}\b|"
    rf"\b(?:{_CAP}\s+){{0,2}}(?:(?:van|de|der|den|het)\s+)*{_CAP}(?:{_ENDING})?\s+{_NUMBER}(?=\s*(?:,|te|in|bus)\b|\s*,\s*\d{{4}})|"
    r"\b(?:Grote|Kleine|Oude|Nieuwe) (?:Markt|Plein|Kerk\w*|Baan) \d{1,4}\b"
)
_BRITISH = re.compile(
    rf"\b\d{{1,4}}[a-zA-Z]?,? (?:{_CAP} ){{0,3}}(?:Street|St|Road|Rd|Row|Lane|Ln|Avenue|Ave|Close|Court|Drive|Way|"
    r"Place|Square|Terrace|Gardens|Gate|\w+gate|Hill|Crescent|Mews|Walk|Quay|Park|Green|Parade|Wharf|Yard)\b"
)
_CODES = re.compile(
    r"\b[1-9]\d{3} ?(?!EU|SA|SD|SS)[A-Z]{2}\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[Pp]ostbus \d{1,5}\b"
)
_BELGIAN = re.compile(rf"\b(?:B-)?(?P<code>[1-9]\d{{3}})\s+(?P<town>{_CAP}(?:[ -](?:{_CAP}|op|aan|den|de|ter))*)")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|'[st][- ][^\W\d_]+(?:-[^\W\d_]+)*")
_NEXT = re.compile(rf"(?:, (?={_CAP}(?:,| en | and | of | or ))| en | and | of | or )(?P<name>{_CAP})")
_BEFORE = re.compile(
    r"\b(?:in|te|uit|bij|nabij|van|naar|near|from|around|rond|regio|heel|to|richting|omgeving)\s+$", re.IGNORECASE
)
#: Too large to tell anything of anybody.
_LARGE = frozenset("nederland belgie vlaanderen wallonie scotland wales randstad brabant".split())
#: Words of a town's name at most.
_LONGEST = 4


def addresses(text: str) -> Iterator[Found]:
    """Streets with a number, postal codes and towns; some may overlap."""
    for pattern in (_STREET, _BRITISH, _CODES):
        yield from (Found(Kind.ADDRESS, *match.span()) for match in pattern.finditer(text))
    for match in _BELGIAN.finditer(text):
        if _town(match["town"]):
            yield Found(Kind.ADDRESS, *match.span("code"))
            yield Found(Kind.PLACE, *match.span("town"))
    yield from _towns(text)


def _towns(text: str) -> Iterator[Found]:
    towns = list(_known(text))
    yield from towns
    yield from _beside(text, towns)


def _beside(text: str, towns: list[Found]) -> Iterator[Found]:
    """Villages that no list has: a name in a row with towns ("in Lede, Erpe-Mere en Aalst")."""
    for town in towns:
        match = _NEXT.match(text, town.end)
        if match and fold(match["name"]) not in _never() | first_names():
            yield Found(Kind.PLACE, *match.span("name"))


def _known(text: str) -> Iterator[Found]:
    words = list(_WORD.finditer(text))
    for at, first in enumerate(words):
        for last in reversed(words[at : at + _LONGEST]):
            name = text[first.start() : last.end()]
            if _town(name) and _named(name, text, first.start()):
                yield Found(Kind.PLACE, first.start(), last.end())
                break


def _named(name: str, text: str, start: int) -> bool:
    """Whether a town is meant: it has its capital, or stands where one is named."""
    cued = _BEFORE.search(text, 0, start) is not None
    if fold(name) in _ordinary():
        return cued and name[0].isupper()
    return any(letter.isupper() for letter in name) or (cued and " " not in name)


def _town(name: str) -> bool:
    return place_key(fold(name)) in _all_towns()


@cache
def _all_towns() -> frozenset[str]:
    return frozenset(place_names([*load("places")["known"], *towns_listed()])) - _never() - _LARGE


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(load("places")["ordinary"].split())


@cache
def _never() -> frozenset[str]:
    return frozenset(load("places")["not_places"].split())
