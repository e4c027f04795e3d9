"""A price told anew where several were told: the others stay as they were."""

import re

from coaching.understanding.findings import Reading
from coaching.understanding.money.price_list import listed
from coaching.understanding.phrases.parts import part_at
from coaching.understanding.text.normalise import read
from coaching.understanding.text.numbers import Number, find_numbers
from coaching.understanding.wordlists import load
from journey.profile import ProfileField as F
from journey.topics import Topic

_LETTERS = re.compile(r"[a-z][a-z'-]{2,}")
_IDLE = frozenset([*load("answer")["stop"].split(), *load("money")["beside_amount"].split(), "euro", "vanaf", "from"])
_SEVERAL = 2
_BY_NOW = re.compile(
    r"\b(?:(?:is|zijn|are|kost(?:en)?|costs?) (?:nu|now)|wordt|worden|werd|voortaan|geworden|gaat naar|goes up to)\b"
)
#: "de taart is 29,50 geworden", "the cake went up to 32": said of a price, and of hardly anything else that is told.
_BECAME = re.compile(
    r"\b(?:is|zijn) (?:nu |intussen |ondertussen |trouwens )*(?:\d+[.,]\d\d|\S+ euro) geworden\b|"
    r"\b(?:opgeslagen|verhoogd|gestegen|gezakt) (?:naar|tot)\b|"
    r"\b(?:went|gone|go(?:es)?|put|moved) (?:it |them |that )?(?:up|down) to\b"
)
_ITEM_ENDS = re.compile(r",(?!\d)|;|\.(?!\d)|\b(?:en|and|n|or|of)\b")


def amended(reading: Reading, number: Number) -> str:
    """The prices told before with this `number` for the thing that its clause names ("14 quid for group now"), or in
    the place of the one that the message takes back; empty where it is none of them, or one price was told."""
    known = read(reading.context.profile.text(F.PRICE))
    before = find_numbers(known)
    if len(before) < _SEVERAL or len(listed(reading)) >= _SEVERAL:
        return ""
    gone = _values(reading.text.original) - {told.value for told in reading.numbers}
    item = next((old for old in before if old.value in gone), None) or _named(reading, number, known.low, before)
    new = reading.text.of(number.span)
    return f"{known.clean[: item.span.start]}{new}{known.clean[item.span.end :]}" if item else ""


def amends(reading: Reading, number: Number) -> bool:
    """Whether a bare number is such a price, where the owner puts something right or tells what something costs now."""
    again = reading.correcting or reading.asked(Topic.CONFIRM, Topic.PLAN_FEEDBACK)
    low = reading.text.low_of(part_at(reading, number.span.start))
    if again and reading.knows(F.PRICE) and _BECAME.search(low):
        return True
    return bool((again or _BY_NOW.search(low)) and amended(reading, number))


def _values(text: str) -> set[float]:
    return {number.value for number in find_numbers(read(text))}


def _named(reading: Reading, number: Number, old: str, before: tuple[Number, ...]) -> Number | None:
    """The one number of the `old` prices that stands with a word of this number's clause in its item."""
    words = _words(reading.text.low_of(part_at(reading, number.span.start)))
    hits = [price for price in before if words & _words(_item(old, price))]
    return hits[0] if len(hits) == 1 else None


def _item(old: str, number: Number) -> str:
    """The words of the item that a number is the price of."""
    start = max((match.end() for match in _ITEM_ENDS.finditer(old, 0, number.span.start)), default=0)
    end = _ITEM_ENDS.search(old, number.span.end)
    return old[start : end.start() if end else len(old)]


def _words(told: str) -> set[str]:
    return {word for word in _LETTERS.findall(told) if word not in _IDLE}
