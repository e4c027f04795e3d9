"""Phone numbers, mail addresses, bank accounts and national numbers in a message."""

import re
from collections.abc import Iterator

from phonenumbers import Leniency, PhoneNumberMatcher
from stdnum import iban
from stdnum.be import nn

from coaching.understanding.text.normalise import Span, Text
from coaching.understanding.wordlists import load

#: Where owners and their customers live; a number without its country is tried in each.
REGIONS = ("BE", "NL", "GB")
#: Only what has digits enough is looked at closely: the matcher takes its time.
DIGITS = re.compile(r"\d(?:[\s./()+-]{0,3}\d){7,}")
_MAIL = re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{2,24}\b")
_ACCOUNT = re.compile(r"\b[a-z]{2}\d{2}(?:[ -]?[a-z0-9]{2,4}){3,8}\b")
NATIONAL = re.compile(r"\b\d{2}[. ]?\d{2}[. ]?\d{2}[- ]?\d{3}[. ]?\d{2}\b")
_CUE = re.compile(load("private")["number_cue"])
_BEFORE = 40


def contacts(text: Text) -> list[Span]:
    """Where such details stand, in no order."""
    found = [Span(match.start(), match.end()) for match in _MAIL.finditer(text.low)]
    if not DIGITS.search(text.low) and not _ACCOUNT.search(text.low):
        return found
    accounts = (m for m in _ACCOUNT.finditer(text.low) if iban.is_valid(m.group(), check_country=False))
    national = (m for m in NATIONAL.finditer(text.low) if nn.is_valid(m.group()))
    return [*found, *(Span(m.start(), m.end()) for m in (*accounts, *national)), *_phones(text)]


def _phones(text: Text) -> Iterator[Span]:
    """Numbers that are given out; where the words call it a number, those that could be."""
    for part in DIGITS.finditer(text.low):
        start = max(0, part.start() - 1)
        told = text.clean[start : part.end()]
        called = _CUE.search(text.low, max(0, part.start() - _BEFORE), part.start())
        leniency = Leniency.POSSIBLE if called else Leniency.VALID
        if any(PhoneNumberMatcher(told, region, leniency).has_next() for region in REGIONS):
            yield Span(start, part.end())
