"""Lists of things with what each costs: "knippen is 35, kleuren vanaf 60", "prices: 14 group, 20 solo"."""

import re

from coaching.understanding.findings import Reading
from coaching.understanding.phrases.parts import parts
from coaching.understanding.text.alone import to_spend
from coaching.understanding.text.normalise import BLANK, Span
from coaching.understanding.text.numbers import Number
from coaching.understanding.wordlists import load
from journey.topics import Topic

_WORDS = load("money")
_IS = r"(?:(?:is|zijn|are|kost(?:en)?|costs?|doe ik (?:voor|aan)|reken ik|vraag ik|at|aan|for|voor|komt? op)\b|[:=])"
_ABOUT = r"(?:nu|now|gewoon|maar|about|zo'n|rond(?: de)?|ongeveer|vanaf|from|just|only|al)"
_BEFORE = re.compile(
    rf"\W*(?:(?:{_WORDS['list_leads']})\s+)*(?P<thing>[a-z][a-z0-9'&/-]+(?:\s+[a-z0-9'&/-]+){{0,5}}?)"
    rf"\s*(?:\s(?P<is>{_IS})\s*)?(?:\b{_ABOUT}\s*)*(?:€|£|\$)?\s*"
)
_MONEY = r"(?:euro'?s?|eur|€|£|quid|pounds?)"
_BEHIND = re.compile(
    rf"(?:,-)?\s*(?P<money>{_MONEY}(?!\w))?\s*(?:$|[,.;!?\n)/\x00]|(?:en|and|n|plus|maar|but|pp|p\.p|per|p/|voor|for|incl\w*|"
    r"excl?\w*|each)(?!\w))"
)
_FOR_ONE = re.compile(r"\s*(?:for|voor|per|a|the|de)\s[a-z]+[a-z -]{0,30}")
_NO_THING = re.compile(rf"\b(?:{_WORDS['no_list']})\b")
_OTHER_UNIT = re.compile(_WORDS["other_unit"])
_NAMED = re.compile(
    rf"\b{_WORDS['price_names']}(?:\s*(?:are|is|zijn|nu|now|dan|:|=))*\s+"
    r"(?P<list>\d[^;!?\n\x00]*?\D\d[^;!?\n\x00]*?)\s*(?=[.;!?\n\x00](?!\d)|$)"
)
_CENTS = re.compile(r"\d+[.,]\d\d")
_UNIT, _A_PRICE = re.compile(_WORDS["unit_things"]), 10
_OF_BUSINESS = (Topic.BUSINESS, Topic.OFFER, Topic.PRICE)
#: Where "vanaf 50" is an age.
_OF_PEOPLE = (Topic.PERSONA, Topic.PERSONA_NEED, Topic.PERSONA_PAIN, Topic.PERSONA_FEELING, Topic.AUDIENCE)
#: Things that make a list, and the fewest euros on it; euros up to which things are priced so; letters of a list; and
#: signs of money that need no list.
_LEAST, _MOST, _LONGEST, _WHOLLY = 2, 2000, 160, 2


#: "40 euro, vroeger was dat 35": no second price.
OF_BEFORE = re.compile(r"\b(?:vroeger|voorheen|was|waren|were|used to|previously)\b")


def listed(reading: Reading) -> frozenset[Number]:
    """The numbers that are prices of the things on such a list; none where there is but one thing, or nothing says
    that it is money."""
    if reading.context.question == "money":
        return frozenset()
    stretches = parts(reading)
    where = ((next((part for part in stretches if part.holds(n.span)), None), n) for n in reading.numbers)
    items = [item for part, number in where if part and (item := _item(reading, part, number))]
    bare = reading.asked(*_OF_BUSINESS)
    nothing_else = reading.asked(Topic.CONFIRM) and len(items) == len(stretches)
    surest = max((sure for _, sure in items), default=0)
    enough = surest == _WHOLLY or (len(items) >= _LEAST and (bare or nothing_else or surest))
    return frozenset(number for number, _ in items) if enough else frozenset()


def named_list(reading: Reading) -> Span | None:
    """Where several prices stand behind their name."""
    match = _NAMED.search(reading.text.low)
    span = Span(match.start("list"), match.end("list")) if match else None
    low = reading.text.low_of(span) if span else ""
    if span is None or len(low) > _LONGEST or to_spend(low) or OF_BEFORE.search(low):
        return None
    return span if BLANK not in reading.text.of(span) else None


def _item(reading: Reading, part: Span, number: Number) -> tuple[Number, int] | None:
    """The number, where it is the price of the thing that its part tells, and how many signs say that it is money."""
    low, span = reading.text.low, number.span
    if not (_LEAST <= number.value < _MOST) or _OTHER_UNIT.match(low, span.end):
        return None
    before, behind = _BEFORE.fullmatch(low, part.start, span.start), _BEHIND.match(low, span.end)
    if before and behind and not _NO_THING.search(low, part.start, span.start):
        money = behind["money"] or number.in_cents or _CENTS.fullmatch(low, span.start, span.end)
        says_so = (before["is"] or "vanaf" in before.group()) and not reading.asked(*_OF_PEOPLE)
        by_unit = _UNIT.fullmatch(before["thing"]) and number.value >= _A_PRICE and reading.asked(*_OF_BUSINESS)
        return number, _WHOLLY if by_unit else bool(money) + bool(says_so)
    only = part.start == span.start and _FOR_ONE.fullmatch(low, span.end, part.end)
    return (number, 0) if only and not _NO_THING.search(low, span.end, part.end) else None
