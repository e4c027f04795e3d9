"""Bare numbers that are no money, whatever was asked: people or things that are counted, and how old somebody is."""

import re

from coaching.understanding.findings import Reading
from coaching.understanding.phrases.people import COUNTED_OR_AGED
from coaching.understanding.text.alone import carries_nothing
from coaching.understanding.text.numbers import Number
from coaching.understanding.wordlists import load

_WORDS = load("money")["counted"]
#: "24 stoelen", "30 spaces": several of a thing; not "50 kunnen we missen".
_SEVERAL = re.compile(r"\s+(?P<thing>[a-z]{2,}(?:en|s))\b")
_NO_THINGS = frozenset(_WORDS["no_things"].split())
_IN_A_GROUP = re.compile(
    rf"\b(?:{_WORDS['groups']})\s+(?:of|van|met|with|for|voor)\s+(?:about |ongeveer |zo'n |max\w* )?$"
)
#: "iemand als Inge, 44, die personeel doet": how old somebody is.
_SET_OFF = re.compile(r"[a-z]\s*,\s*$")
_OF_SOMEBODY = re.compile(rf"\s*,\s*(?:{_WORDS['of_somebody']})\b")
_SOMEBODY = re.compile(
    rf"\b(?:{_WORDS['somebody']})\b[^.;!?\n]{{0,30}}$|(?:{_WORDS['is_old']})\s+(?:{_WORDS['about']}\s+)*$"
)
#: "Marleen van 61": by a name, and so told with a capital.
_NAMED = re.compile(r"\b[A-Z][a-z]+ van $")


def counted(reading: Reading, number: Number) -> bool:
    """Whether a bare number counts people or things, or tells how old somebody is."""
    low, span = reading.text.low, number.span
    if COUNTED_OR_AGED.search(reading.text.low_of(reading.text.clause_at(span.start))):
        return True
    if (several := _SEVERAL.match(low, span.end)) and not _says_nothing(several["thing"]):
        return True
    return _IN_A_GROUP.search(low, 0, span.start) is not None or _is_age(reading, number)


def _says_nothing(word: str) -> bool:
    return word in _NO_THINGS or carries_nothing(word)


def _is_age(reading: Reading, number: Number) -> bool:
    low, span = reading.text.low, number.span
    if _OF_SOMEBODY.match(low, span.end) and _SET_OFF.search(low, 0, span.start):
        return True
    clause = reading.text.clause_at(max(0, span.start - 3))
    named = _NAMED.search(reading.text.clean, 0, span.start)
    return named is not None or _SOMEBODY.search(low, clause.start, span.start) is not None
