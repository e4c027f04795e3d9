"""A thing told besides what was told of the offer: "en ook nog kinderfeestjes"."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.phrases.noun_phrase import phrase
from coaching.understanding.phrases.people import PEOPLE
from coaching.understanding.text.normalise import Span
from coaching.understanding.wordlists import load
from journey.profile import Change, ProfileField
from journey.topics import Topic

_WORDS = load("correcting")
_ADDED, _MISSING = (tuple(re.compile(pattern) for pattern in _WORDS[name]) for name in ("added", "missing"))

#: Whom it is for, when, or for nothing: nothing that is sold.
_NOT_SOLD = re.compile(rf"{PEOPLE.pattern}|dag(?:en)?\b|avond(?:en)?\b|weekend|days?\b|evenings?\b|\b(?:gratis|free)\b")


def find_addition(reading: Reading, found: list[Finding]) -> list[Finding]:
    """What is sold besides, at the summary or where the owner goes back to it: in words that say that it is missing, or
    where nothing else is told."""
    goes_back = reading.correcting or reading.asked(Topic.CONFIRM, Topic.PLAN_FEEDBACK)
    if not reading.knows(ProfileField.OFFER) or not goes_back:
        return []
    told = any(finding.field is ProfileField.OFFER for finding in found)
    for pattern in () if told else (*_MISSING, *(_ADDED if not found else ())):
        for match in pattern.finditer(reading.text.low):
            group = next(name for name, words in match.groupdict().items() if words)
            span = phrase(reading, Span(match.start(group), match.end(group)))
            if span and not _NOT_SOLD.search(reading.text.low_of(span)):
                return [Finding(ProfileField.OFFER, reading.text.of(span), span, Change.ADD)]
    return []
