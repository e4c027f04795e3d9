"""A word for a trade in a message, and how much it tells."""

import re
from dataclasses import dataclass

from coaching.understanding.text.normalise import Span, Text
from coaching.understanding.wordlists import load

#: What is done tells most, then a trade of many kinds, then what is sold; that there is a shop tells least.
TRADE, WIDE_TRADE, GOODS, ANY_SHOP = 3, 2, 1, 0
#: The trade of a business that no list knows, and that of a shop of any kind.
NO_LIST, SHOP = "general", "retail"
_WORDS = load("trades")
#: "we doen ook catering": done beside the trade.
_BESIDE = re.compile(_WORDS["beside"])
#: Who sells wool and gives workshops has a wool shop.
_TAUGHT = re.compile(_WORDS["taught"])


@dataclass(frozen=True)
class Hit:
    """The key of a trade, the words that name it, and their weight."""

    key: str
    span: Span
    weight: int


def telling(text: Text, hit: Hit) -> tuple[bool, int, bool, int, int]:
    """What is done tells more than what is sold; of the first the longest name, of the second what comes first. What
    is done or taught beside the trade tells least."""
    clause = text.clause_at(hit.span.start)
    beside = _BESIDE.search(text.low, clause.start, hit.span.start) is not None
    things = hit.weight != GOODS or _TAUGHT.search(text.low_of(hit.span)) is None
    length = hit.span.end - hit.span.start if hit.weight != GOODS else 0
    return not beside, hit.weight, things, length, -hit.span.start
