"""A number told among other words and put right: "test is 60 not 65", where the owner's words said "test's 65 quid"."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.talk.asked_about import READ_OVER
from coaching.understanding.text.normalise import read
from coaching.understanding.text.numbers import Number, find_numbers
from journey.profile import FREE_TEXT, ProfileField

#: A number told as money.
_AMOUNT = re.compile(r"(?P<sign>[€£$])?\s?\d+(?:[.,]\d+)*(?P<unit>\s?(?:€|£|euro|eur\b|quid|pounds?))?")


def put_right_among_words(reading: Reading, found: list[Finding]) -> list[Finding]:
    """The findings of a correction, with the text in which its old number stands told with the new one, and its price
    where that wasn't told; they are as they were where the old number stands elsewhere too, or in no text."""
    new = list(reading.numbers)
    gone = {number.value for number in find_numbers(read(reading.text.original))} - {number.value for number in new}
    if len(new) != 1 or len(gone) != 1 or not (reading.correcting or reading.asked(*READ_OVER)):
        return found
    anew = _anew(reading, new[0], gone.pop())
    return [*anew, *(f for f in found if not f.span.touches(new[0].span))] if anew else found


def _anew(reading: Reading, new: Number, old: float) -> list[Finding]:
    profile = reading.context.profile
    told = [(field, number) for field, fact in profile.facts.items() for number in _numbers(str(fact.value), old)]
    if len(told) != 1 or told[0][0] not in FREE_TEXT:
        return []
    field, number = told[0]
    text = read(profile.text(field))
    words = reading.text.of(new.span)
    findings = [Finding(field, f"{text.clean[: number.span.start]}{words}{text.clean[number.span.end :]}", new.span)]
    amount = _AMOUNT.search(text.clean, max(0, number.span.start - 1))
    if amount and (amount["sign"] or amount["unit"]) and not profile.told(ProfileField.PRICE):
        findings.append(Finding(ProfileField.PRICE, f"{amount['sign'] or ''}{words}{amount['unit'] or ''}", new.span))
    return findings


def _numbers(told: str, value: float) -> list[Number]:
    return [number for number in find_numbers(read(told)) if number.value == value]
