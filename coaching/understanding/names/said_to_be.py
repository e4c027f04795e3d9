"""Names of businesses told without a word for being called: "de zaak is tuinen vandewalle", "Bean & Co is my shop"."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.names.surnames import LIKE_SURNAME, SURNAMES
from coaching.understanding.names.uncapitalised import is_name, titled
from coaching.understanding.talk.asked_about import READ_OVER
from coaching.understanding.text.normalise import Span, fold
from coaching.understanding.wordlists import load
from journey.profile import ProfileField
from journey.topics import Topic

_WORDS = load("names")
_FIRM = _WORDS["firm"]
_OURS = r"(?:mijn|m'n|mn|onze|ons|my|our)"
_NAME = r"(?P<name>[\w'&-]+(?:\s+[\w'&-]+){0,4}?)"
_BEGINS = r"(?:^|(?<=[.,;:!?\n]))\s*(?:(?:(?:nee+n?|no|maar|but|en|and|ma|ja|yes|oh|ah|sorry|want|dus|so)\b[\s,]*)+)?"
_ENDS = r"(?=\s*(?:[.,;:!?\n]|$|\b(?:en|and|maar|but|niet|not|nie)\s))"
_WAYS = (
    re.compile(
        rf"{_BEGINS}(?:(?:de|den|het|the|{_OURS}) )(?:{_FIRM})(?: zelf)?,? (?:dat )?(?:is|=|da's) {_NAME}{_ENDS}"
    ),
    re.compile(rf"{_BEGINS}{_NAME}(?:,? (?:dat|da|that))? is {_OURS} (?:{_FIRM})\b{_ENDS}"),
)
_NO_FIRM = frozenset(_WORDS["no_firm"].split())
#: Whatever its words are: "noem mij nonna sonia, dat is de naam van de zaak".
_SURE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:noem|noemt|call) (?:mij|me|ons|us|het|it|my \w+|de zaak) {_NAME},?\s+"
        rf"(?:en )?(?:dat|da|that|so)(?: is|'?s)? (?:de|the|{_OURS}) (?:bedrijfsnaam|zaaknaam|naam|name)"
        rf"(?: (?:van|of) (?:de|the|{_OURS}) (?:{_FIRM}))?\b",
        rf"\b(?:de |the )?(?:(?:naam van|name of) (?:de|the|{_OURS}) (?:{_FIRM})|bedrijfsnaam),\s*{_NAME},?\s+"
        r"(?:die |dat |that )?(?:staat|ontbreekt|mankeert|mist|is (?:weg|missing|gone|niet)|isn't|stond)\b",
    )
)
_LIKE_LAST = re.compile(rf"\b{LIKE_SURNAME.pattern}")


def said_to_be(reading: Reading) -> list[Finding]:
    """The name, where its words are those of one: capitals, or somebody's last name."""
    known = reading.knows(ProfileField.BUSINESS_NAME)
    if (
        not (reading.correcting or not known or reading.asked(Topic.BUSINESS, Topic.OFFER, *READ_OVER))
        or reading.text.clean.isupper()
    ):
        return []
    for way in (*_SURE, *_WAYS):
        match = way.search(reading.text.low)
        if match and (way in _SURE or _names(reading.text.of(Span(*match.span("name"))))):
            span = Span(*match.span("name"))
            told = reading.text.of(span)
            value = titled(told) if told.islower() else told
            return [Finding(ProfileField.BUSINESS_NAME, value, span, uses=(Span(match.start(), match.end()),))]
    return []


def _names(told: str) -> bool:
    """Whether words are a name: each begins with a capital, or one of several is somebody's last name."""
    words = told.split()
    if len(words) < _FEWEST or not _NO_FIRM.isdisjoint(told.lower().split()):
        return False
    opens = words[0][:1].isupper() or words[0].lower() in _ARTICLES
    if opens and words[-1][:1].isupper() and all(word[:1].isupper() or word.lower() in _LINKS for word in words):
        return True
    low = fold(told)
    family = (
        any(re.search(rf"\b{re.escape(last)}\b", low) for last in SURNAMES) or _LIKE_LAST.search(f"{low} ") is not None
    )
    return family and is_name(told)


_FEWEST = 2
_ARTICLES = frozenset("de het den 't la le the".split())
_LINKS = frozenset("de het den 't la le van der ten ter the of and en & bij on by".split())
