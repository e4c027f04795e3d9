"""How the owner calls customers and speaks to them, and what may never be said."""

import re

from coaching.understanding.customers.called import find_called
from coaching.understanding.findings import Finding, Reading
from coaching.understanding.text.normalise import Span
from journey.keys import Address
from journey.profile import Change, ProfileField

_CALLED = re.compile(
    r"\b(?:(?:wij|we|ik) noemen? (?:ze|hen|onze klanten|mijn klanten|onze bezoekers|hun|mensen)(?: "
    r"altijd| bij ons| liever)?|(?:ze heten|zij heten) bij ons|(?:wij|we|ik) (?:spreken|spreek|zeg|"
    r"zeggen)(?: altijd| liever)? (?:van|over)|"
    r"(?:we|i) call (?:them|our customers|my customers|our clients|my clients)(?: our| my)?|we "
    r"say)\s+['\"]?(?P<word>[^\W\d_][\w-]{2,20})"
)
_TO_CUSTOMERS = (
    r"(?:klant\w*|client\w*|gasten|leden|patienten|bezoekers|customers?|clients?|hen|iedereen|ze|"
    r"mensen|volgers)"
)
_FORMAL = (
    (
        Address.U,
        re.compile(
            r"\b(?:(?:wij|we|ik) (?:zeg|zeggen)(?: altijd| liever| steeds)* ['\"]?u['\"]? (?:tegen|aan|tot)|"
            rf"vousvoy\w+|vouvoy\w+|(?:spreek|spreken|aanspreken)\b.{{0,30}}\bmet ['\"]?u\b|\bu tegen (?:de |"
            rf"onze |mijn )?{_TO_CUSTOMERS}|u-vorm)"
        ),
    ),
    (
        Address.GE,
        re.compile(
            r"\b(?:(?:wij|we|ik) (?:zeg|zeggen)(?: altijd| liever| steeds)* ['\"]?(?:ge|gij)['\"]? (?:tegen|"
            rf"aan|tot)|(?:spreek|spreken|aanspreken)\b.{{0,30}}\bmet ['\"]?(?:ge|gij)\b|\bgij tegen (?:de |"
            rf"onze |mijn )?{_TO_CUSTOMERS}|ge-vorm)"
        ),
    ),
    (
        Address.JE,
        re.compile(
            r"\b(?:(?:wij|we|ik) (?:zeg|zeggen)(?: altijd| liever| steeds| gewoon)* ['\"]?(?:je|jij|jou)(?: en "
            rf"(?:jij|jou))?['\"]? (?:tegen|aan|tot)|tutoy\w+|(?:spreek|spreken|aanspreken)\b.{{0,30}}\bmet "
            r"['\"]?(?:je|jij|jou)\b|\b(?:je|jij)(?: en (?:jij|jou))? tegen (?:de |onze |mijn "
            rf")?{_TO_CUSTOMERS}|je-vorm|jij-vorm)"
        ),
    ),
)
_NEVER = re.compile(
    r"\b(?:zeg|schrijf|vermeld|gebruik|noem|zet|use|say|write|mention)\s+(?P<never>(?:nooit|"
    r"never)\b[^.;!?\n]{3,120})|\b(?P<never2>(?:never|nooit)\s+(?:say|mention|write|use|promise|zeggen|"
    r"vermelden|schrijven|beloven|noemen)\b[^.;!?\n]{3,120})|"
    r"\b(?P<never3>(?:je |dat |ik |we )?(?:mag|mogen|may|must)\s+(?:\w+ ){0,4}?(?:nooit|niet|never|"
    r"not)\s+(?:\w+ ){0,4}?(?:vermeld|gezegd|genoemd|beweren|claimen|beloven|vermelden|zeggen|say|"
    r"claim|promise|mention)[^.;!?\n]{0,100})"
)


#: What may follow where customers are called something, and is no word for them.
_NO_WORD = frozenset(
    "altijd gewoon liever bij dat geen onze mijn maar nooit niet later terug even eens elke iedere the that back not "
    "never when after before every once about and for if to".split()
)


def find_customer_word(reading: Reading) -> list[Finding]:
    """What customers are called here."""
    if found := find_called(reading):
        return found
    match = _CALLED.search(reading.text.low)
    if not match or match["word"] in _NO_WORD:
        return []
    span = Span(match.start("word"), match.end("word"))
    return [Finding(ProfileField.CUSTOMER_WORD, reading.text.of(span), span, uses=(Span(match.start(), span.end),))]


def find_form_of_address(reading: Reading) -> list[Finding]:
    """How customers are spoken to."""
    for address, pattern in _FORMAL:
        match = pattern.search(reading.text.low)
        if match:
            span = Span(match.start(), match.end())
            return [
                Finding(ProfileField.FORM_OF_ADDRESS, address.value, span, uses=(reading.text.clause_at(span.start),))
            ]
    return []


def find_notes(reading: Reading) -> list[Finding]:
    """What may never be said."""
    match = _NEVER.search(reading.text.low)
    if not match or "?" in reading.text.low:
        return []
    group = next(name for name, value in match.groupdict().items() if value)
    span = reading.text.trim(Span(match.start(group), match.end(group)), " ,")
    return [
        Finding(
            ProfileField.NOTES, (reading.text.of(span),), span, Change.ADD, uses=(Span(match.start(), match.end()),)
        )
    ]
