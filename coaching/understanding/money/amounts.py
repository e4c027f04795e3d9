"""Which numbers of a message are amounts of money: by a currency, by what they buy, or by what was asked."""

import re
from dataclasses import dataclass

from coaching.understanding.findings import Reading
from coaching.understanding.money.counted import counted
from coaching.understanding.money.price_changes import amends
from coaching.understanding.money.price_list import listed
from coaching.understanding.phrases.parts import parts
from coaching.understanding.text.normalise import Span, read
from coaching.understanding.text.numbers import Number
from coaching.understanding.wordlists import load
from journey.profile import ProfileField
from journey.topics import Topic

_WORDS = load("money")
_AFTER = re.compile(
    r"(?:,-{1,2})?\s*(?:euro(?:'?s|kes?|tjes?)?\b|eur?\b|€|euri\b|ballekes\b|bucks\b|quid\b|pounds?\b|£|\$|dollars?\b|"
    r"p\b(?= ))"
)
_BEFORE = re.compile(r"(?:€|£|\$|\beur|\beuro(?: meer dan)?)\s*$")
#: "27,50 pp", "18 per persoon": money without its name.
_A_HEAD = re.compile(r"(?:,-)?\s*(?:p\.?p\b|pn\b|per persoon\b|per stuk\b|a head\b|per person\b|pppn\b)")
#: "195 per feestje", "45 p/u": a price too, where the talk is about the business.
_A_PIECE = re.compile(
    r"(?:,-)?\s*(?:p/u\b|p/st\b|per (?!week|maand|dag|jaar|month|day|year|kwartaal|weekend|ochtend|avond|e-?mail|"
    r"mail|post)(?:[a-z]{3,}|m2|m\u00b2|kg)|an hour\b|a night\b|each\b|a piece\b)"
)
_LEAST_PRICE = 10
_OTHER_UNIT = re.compile(_WORDS["other_unit"])
_I_SPEND = re.compile(_WORDS["i_spend"])
_BUDGET_IS = re.compile(rf"\bbudget\s*(?:(?:{_WORDS['budget_is']})\s*)*$")
_PRICE_IS = re.compile(rf"\b{_WORDS['price_names']}\s*(?:(?:{_WORDS['price_is']})\s*)*$")
_TO_SPEND = re.compile(r"\b(?:budget|geld|centen|money)\b")
_A_MONTH = re.compile(r"\s?(?<![a-z])(?:(?:per|/|p/|elke|in de|a|each)\s?(?:maand|month|mnd|mnth|mth|m)|pm|p/m)\b")
#: "vanaf 4,50", "vanaf 45 per taart": a price by its cents or by what it buys.
FROM = re.compile(r"\b(?:vanaf|from|starting at)\s*$")
_BUYS = re.compile(r"\s*(?:$|[,.;!\n](?!\d)|(?:per|p/|each|a piece|ex|incl|/)\b)")
#: "150 for a ground floor upright", "48 een les", "55 de set": a bare number and what it buys.
_FOR_A_THING = re.compile(
    r"(?:,-)?\s*(?:(?:for|voor) (?:an?|the|een|ne|nen|'n|n|den|de|het|twee|two|drie|three)|een|an?|de|het|nen|ne|the)"
    r"\s+"
    r"(?!maand|month|mnd|jaar|year|kwartaal|quarter|eerste|laatste|first|last|start|moment|rest|tijd|time|beetje|bit|"
    r"paar|couple|few|goed|good|marketing|reclame|ads?\b|plan\b)[a-z]{3,}"
)
#: "een pakket kost 750", "classes cost 12": the price of what stands before it.
_COSTS = re.compile(
    r"\b(?:kost(?:en)?|costs?|betaalt?|betalen|(?:begin(?:t|nen)?|starts?|start(?:en)?) (?:bij|aan|vanaf|at|"
    r"from))\s*(?:(?:je|u|about|around|ongeveer|rond(?: de)?|zo'n|al|nu|vanaf|from)\s*)*$"
)
_CENTS = re.compile(r"\d+[.,]\d\d")
#: "knippen 25" behind "kleuring 60 euro": the next thing on a list of prices.
_NEXT = re.compile(r"(?:[a-z][a-z'-]{2,} ){1,3}\d+")
#: "twee uur, geen drie".
_DENIED = re.compile(r"\b(?:geen|gene|gin|niet|nie|ni|not|never)\s+$")
#: Words up to which "50 per maand" is about the money told before.
_FEW = 8
#: "make that 60", "doe er maar 60 van".
_MAKE_THAT = re.compile(
    r"\b(?:make (?:that|it)|maak (?:er|daar|dat|het)|doe (?:er |dat )?maar)\s+(?:maar |toch |about )*$"
)
_NUMBERED = frozenset([ProfileField.PRICE, ProfileField.CONSTRAINTS, ProfileField.EMAIL_LIST])
_ABOUT_BUSINESS = (Topic.BUSINESS, Topic.OFFER, Topic.PRICE)
#: "ninety euro or a hundred and twenty".
_OR_ELSE = re.compile(r"(?:euro'?s?|eur|€|quid|pounds?)(?:\s\w+){0,2}?\s(?:or|of|tot)\s+(?:an? |een )?$")
_HOURS = re.compile(r"(?:\d\s?(?:u|h)|\b(?:uur\w*|uren|hrs?|hours?))\b")
_YEARS = range(1900, 2100)
_NUMBERS = load("numbers")
_TENNERS = frozenset([*_NUMBERS["notes"], *_NUMBERS["slang"], *_NUMBERS["note"]])


@dataclass(frozen=True)
class Amount:
    """An amount of money, with its currency, in its clause or the part of that between two numbers."""

    number: Number
    span: Span
    clause: Span


def find_amounts(reading: Reading) -> list[Amount]:
    """Every amount of a message."""
    found, on_list, stretches = [], listed(reading), parts(reading)
    for number in reading.numbers:
        bare = number in on_list or _bare_will_do(reading, number)
        span = _with_currency(reading, number) or (number.span if bare else None)
        if span is not None:
            part = next((part for part in stretches if part.start <= span.start < part.end), reading.text.whole)
            found.append(Amount(number, span, part))
    return [amount for amount in found if not _denied(reading, amount.span)] or found


def asks_money(reading: Reading) -> bool:
    """Whether the open question is about money to spend."""
    return reading.asked(Topic.CONSTRAINTS) and reading.context.question != "hours"


def is_money(reading: Reading, number: Number) -> bool:
    """Whether a number has a currency, or a price's or budget's name before it, or takes the place of an amount."""
    return _with_currency(reading, number) is not None or _named(reading, number) or _retold(reading, number)


def _with_currency(reading: Reading, number: Number) -> Span | None:
    low = reading.text.low
    after = _AFTER.match(low, number.span.end)
    before = _BEFORE.search(low, max(0, number.span.start - 16), number.span.start)
    head = _A_HEAD.match(low, number.span.end)
    priced = reading.asked(Topic.BUSINESS, Topic.OFFER, Topic.PRICE) or reading.knows(ProfileField.PRICE)
    if not head and number.value >= _LEAST_PRICE and priced:
        head = _A_PIECE.match(low, number.span.end)
    if head and not (after or before):
        return Span(number.span.start, head.end())
    if not (after or before or _in_notes(low, number)):
        return None
    return Span(before.start() if before else number.span.start, after.end() if after else number.span.end)


def _in_notes(low: str, number: Number) -> bool:
    """Whether a number names its money itself: "drie tientjes", "zevenentwintig euro vijftig"."""
    told = low[number.span.start : number.span.end]
    return number.in_cents or any(word in _TENNERS for word in told.split())


def _bare_will_do(reading: Reading, number: Number) -> bool:
    if _OTHER_UNIT.match(reading.text.low, number.span.end) or _denied(reading, number.span):
        return False
    if _retold(reading, number) or _monthly(reading, number) or amends(reading, number):
        return True
    if _OR_ELSE.search(reading.text.low, max(0, number.span.start - 24), number.span.start):
        return True
    if _named(reading, number) or _from(reading, number) or _on_a_list(reading, number) or _buys(reading, number):
        return True
    if counted(reading, number):
        return False
    return reading.context.question == "money" if asks_money(reading) else reading.asked(Topic.PRICE)


def _denied(reading: Reading, span: Span) -> bool:
    """Whether the words before an amount say that it isn't that: "twee uur, geen drie"."""
    return _DENIED.search(reading.text.low, max(0, span.start - 12), span.start) is not None


def _retold(reading: Reading, number: Number) -> bool:
    """Whether a number takes the place of an amount of money, where that is the number told last: "make that 60"."""
    if reading.asked(Topic.CONSTRAINTS, Topic.PRICE, Topic.CONFIRM) or not reading.knows(*_NUMBERED):
        return False
    profile = reading.context.profile
    last = max(_NUMBERED & profile.facts.keys(), key=lambda field: profile.facts[field].evidence, default=None)
    money = last is ProfileField.PRICE or (
        last is ProfileField.CONSTRAINTS and profile.limits.euros_per_month is not None
    )
    return money and _MAKE_THAT.search(read(reading.text.original).low, 0, number.span.start) is not None


def _monthly(reading: Reading, number: Number) -> bool:
    """Whether a bare number a month is money: by a word for that, or beside the hours that were asked ("drie uur, en
    vijftig per maand"), or where a budget is known."""
    if not _A_MONTH.match(reading.text.low, number.span.end):
        return False
    if _TO_SPEND.search(reading.text.low) or (reading.asked(Topic.CONSTRAINTS) and _HOURS.search(reading.text.low)):
        return True
    known = reading.context.profile.limits.euros_per_month is not None
    short = reading.correcting or len(reading.text.words) <= _FEW
    return known and short and not reading.asked(*_ABOUT_BUSINESS)


def _named(reading: Reading, number: Number) -> bool:
    low, start = reading.text.low, number.span.start
    named = any(name.search(low, max(0, start - 48), start) for name in (_BUDGET_IS, _PRICE_IS, _COSTS))
    return named or _I_SPEND.match(low, number.span.end) is not None


def _on_a_list(reading: Reading, number: Number) -> bool:
    """Whether a bare number is a price by its cents, or as the next thing on a list of prices."""
    low, span = reading.text.low, number.span
    if not reading.asked(*_ABOUT_BUSINESS) or number.high is not None:
        return False
    if _CENTS.fullmatch(low, span.start, span.end):
        return True
    clause = reading.text.clause_at(span.start)
    before = low[max(0, clause.start - 60) : clause.start]
    return clause.end == span.end and _NEXT.fullmatch(low, clause.start, clause.end) is not None and _priced(before)


def _buys(reading: Reading, number: Number) -> bool:
    """Whether a bare number stands before the thing it buys, where the talk is about the business."""
    low, span = reading.text.low, number.span
    if not reading.asked(*_ABOUT_BUSINESS) or not _LEAST_PRICE <= number.value < _YEARS.start:
        return False
    return _FOR_A_THING.match(low, span.end) is not None and not _COUNTS.search(
        low, max(0, span.start - 14), span.start
    )


#: "open since 12 the week before", "aged 40 a man": no price behind these.
_COUNTS = re.compile(r"\b(?:sinds|since|aged?|leeftijd|om|at|tot|until|op|nummer|number|nr|stuk of|aantal|team of)\W*$")


def _priced(before: str) -> bool:
    return re.search(r"(?:€|£|\$)\s?\d+|\d (?:euro|eur|quid|pounds?)\b|\d€|\d[.,]\d\d(?=\D*$)", before) is not None


def _from(reading: Reading, number: Number) -> bool:
    """Whether a bare number behind "from" is what the business asks rather than a year, an age or a count."""
    low, span = reading.text.low, number.span
    if not reading.asked(Topic.BUSINESS, Topic.OFFER) or not FROM.search(low, max(0, span.start - 14), span.start):
        return False
    year = number.value in _YEARS and number.value.is_integer()
    cents = "," in low[span.start : span.end] or "." in low[span.start : span.end]
    return not year and (cents or (number.value >= _LEAST_PRICE and _BUYS.match(low, span.end) is not None))
