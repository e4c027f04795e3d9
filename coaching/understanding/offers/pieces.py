"""An offer told in short sentences, joined so that a sentence can carry it: "eye tests. glasses" is "eye tests and
glasses"."""

import re
from dataclasses import replace

from coaching.understanding.findings import Finding
from coaching.understanding.text.normalise import fold
from coaching.understanding.wordlists import load
from journey.keys import Language
from journey.profile import ProfileField

_WORDS = load("offer")["pieces"]
_SHORTENED = "".join(rf"(?<!\b{word})" for word in _WORDS["shortened"].split())
_BREAK = re.compile(rf"(?<![\s.][A-Za-z]){_SHORTENED}[.;]\s+|\s*\n+\s*")
_AROUND = re.compile(rf"^(?:(?:{_WORDS['before']})\s+)+|(?:\s+(?:{_WORDS['behind']}))+$", re.IGNORECASE)
_NO_THING = re.compile(_WORDS["no_thing"])
_TIME = re.compile(_WORDS["time"])
_AND = {"nl": "en", "en": "and"}
_JOINS = re.compile(r",|\b(?:en|and)\b|&")


def in_one_phrase(finding: Finding, language: Language) -> Finding:
    """`finding`, its offer as one phrase where it was told in pieces."""
    if finding.field is not ProfileField.OFFER or not isinstance(finding.value, str):
        return finding
    return replace(finding, value=joined(finding.value, language))


def joined(told: str, language: Language) -> str:
    """`told` as it is, or its pieces as a list; how long something takes stays behind it, and sentences stay out."""
    pieces = [piece.strip(" ,.;") for piece in _BREAK.split(told)]
    if len(pieces) < 2:
        return told
    things = [_AROUND.sub("", piece) for piece in pieces if piece and not _NO_THING.match(fold(piece))]
    things = [thing for thing in things if thing]
    if not things:
        return told
    listed = [things[0], *(_begun_small(thing) for thing in things[1:])]
    *others, last = listed
    plain = others and not _TIME.fullmatch(fold(last)) and not any(map(_JOINS.search, map(fold, listed)))
    return f"{', '.join(others)} {_AND[language]} {last}" if plain else ", ".join(listed)


def _begun_small(thing: str) -> str:
    """A thing without the capital of its sentence; "MOTs" and "IPL" keep theirs."""
    return thing[0].lower() + thing[1:] if thing[1:2].islower() else thing
