"""Customers told by what they do, beside the trade: "sold to hotels", "mensen met een paardenwei bellen mij"."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.phrases.people import PEOPLE_WORDS
from coaching.understanding.text.normalise import Span
from coaching.understanding.wordlists import load
from journey.profile import ProfileField

_WORDS = load("buyers")
_PEOPLE = rf"(?:(?!(?:i|ik|we|wij|the|de|aan|to|en|and)\b)[a-z][\w'-]+\s+){{0,2}}?(?:{PEOPLE_WORDS})\b"
_TOLD = tuple(re.compile(pattern.replace("&people", _PEOPLE)) for pattern in _WORDS["told"])
_ANYONE = re.compile(_WORDS["anyone"])


def find_buyers(reading: Reading, found: list[Finding]) -> list[Finding]:
    """Who buys, where nothing else tells who the customers are."""
    field = ProfileField.PERSONA_SITUATION
    known = reading.knows(field) and not reading.correcting
    if known or field in reading.asked_fields or any(f.field is field for f in found) or "?" in reading.text.low:
        return []
    for match in (hit for pattern in _TOLD for hit in pattern.finditer(reading.text.low)):
        span = reading.text.trim(Span(match.start("said"), match.end("said")), " ,.;:")
        if not _ANYONE.fullmatch(reading.text.low_of(span)):
            return [Finding(field, reading.text.of(span), span, uses=(Span(match.start(), match.end()),))]
    return []
