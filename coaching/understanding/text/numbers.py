"""Numbers in figures and words, single and as ranges, with where they stand."""

import re
from dataclasses import dataclass

from coaching.understanding.text.normalise import Span, Text
from coaching.understanding.text.number_words import of_them, worded
from coaching.understanding.wordlists import load

_FIGURES = re.compile(
    r"(?<![\w.,])\d{1,3}(?:[.\s]\d{3})+(?![\d])(?:,\d{1,2})?|"
    r"(?<![a-z0-9])\d{1,9}(?:[.,]\d{1,2}(?!\d))?"
)
_MOST = 40
_JOIN = re.compile(r"\s*(?:-|a|à|tot|of|or|to|en|and|/)\s*")
_CURRENCY = r"(?:euro'?s?|euries?|eur|€|£|pounds?|quid)"
#: "zevenentwintig vijftig", "zevenentwintig euro vijftig", "27 euro en 50 cent": euros, then cents.
_EUROS = re.compile(rf"(?:\s|\s*{_CURRENCY}\s*(?:en\s|and\s)?\s*)")
_NAMED_EUROS = re.compile(rf"\s*{_CURRENCY}")
_CENTS_END = re.compile(
    r"\s*(?:cents?\b|$|[^\w\s€£]|(?:en|and|n|or|of|voor|for|per|pp|an?|een|each|incl\w*|excl?\w*|dus|maar)\b)"
)
_CENTS = re.compile(r"\s*cents?\b")
_CLOCK = re.compile(rf"\b(?:{load('numbers')['clock']})\s*$")
_MOST_EUROS, _NEAR = 1000, 15


@dataclass(frozen=True)
class Number:
    """A number, or a range from `value` to `high`; `worded` where it was spelled out, `in_cents` where it can only be
    an amount of money, told in euros and then cents."""

    value: float
    span: Span
    high: float | None = None
    worded: bool = False
    in_cents: bool = False


def find_numbers(text: Text) -> tuple[Number, ...]:
    """All numbers of a message in order; two that belong together are one range."""
    spelled = [Number(value, span, worded=True) for value, span in worded(text)]
    single = sorted([*_figures(text), *spelled], key=lambda n: n.span.start)
    return tuple(_ranges(text, _with_cents(text, _counted(text, single[:_MOST]))))


def _figures(text: Text) -> list[Number]:
    found = []
    for match in _FIGURES.finditer(text.low):
        digits = match.group()
        if re.search(r"[.\s]\d{3}", digits):
            digits = re.sub(r"[.\s](?=\d{3})", "", digits)
        found.append(Number(float(digits.replace(",", ".")), Span(match.start(), match.end())))
    return found


def _counted(text: Text, single: list[Number]) -> list[Number]:
    """ "een tientje of drie": notes with how many there are of them behind."""
    found: list[Number] = []
    for number in single:
        if found and of_them(text, found[-1].span) == number.span.start:
            span = Span(found[-1].span.start, number.span.end)
            found[-1] = Number(found[-1].value * number.value, span, worded=True)
        else:
            found.append(number)
    return found


def _with_cents(text: Text, single: list[Number]) -> list[Number]:
    """The numbers, with euros and the cents behind them as one."""
    found: list[Number] = []
    for number in single:
        if found and _are_cents(text, found[-1], number):
            named = _CENTS.match(text.low, number.span.end)
            span = Span(found[-1].span.start, named.end() if named else number.span.end)
            found[-1] = Number(found[-1].value + number.value / 100, span, worded=True, in_cents=True)
        else:
            found.append(number)
    return found


def _are_cents(text: Text, euros: Number, cents: Number) -> bool:
    between = text.low[euros.span.end : cents.span.start]
    whole = euros.value.is_integer() and 0 < euros.value < _MOST_EUROS and not euros.in_cents
    if not whole or not _EUROS.fullmatch(between) or not 10 <= cents.value < 100 or cents.value % 5:
        return False
    if not _CENTS_END.match(text.low, cents.span.end) or _CLOCK.search(text.low, 0, euros.span.start):
        return False
    if _NAMED_EUROS.match(between):
        return True
    range_of_two = cents.value > euros.value >= 10 and cents.value - euros.value <= _NEAR
    return euros.worded and cents.worded and not range_of_two


def _ranges(text: Text, single: list[Number]) -> list[Number]:
    found: list[Number] = []
    for number in single:
        before = found[-1] if found else None
        if before and before.high is None and _joined(text, before, number):
            span = Span(before.span.start, number.span.end)
            found[-1] = Number(before.value, span, number.value, before.worded)
        else:
            found.append(number)
    return found


def _joined(text: Text, first: Number, second: Number) -> bool:
    between = text.low[first.span.end : second.span.start]
    if first.value >= second.value or len(between) > 12:
        return False
    if re.fullmatch(r"\s*(?:en|and)\s*", between):
        return bool(
            re.search(r"(?:tussen|between)(?: de| the)? $", text.low[max(0, first.span.start - 14) : first.span.start])
        )
    return bool(_JOIN.fullmatch(between))
