"""Whether a number stands by itself rather than beside the thing it is told of."""

import re

from coaching.understanding.text.number_words import is_number
from coaching.understanding.wordlists import load

_WORDS = load("money")
_LETTERS = re.compile(r"[a-z][a-z']*")
_CARRY_NOTHING = frozenset(_WORDS["beside_amount"].split())
_BUDGET = re.compile(rf"\b(?:budget|{_WORDS['spending']})\b")


def alone(low: str) -> bool:
    """Whether the words beside a number tell nothing that it would be the price or count of: not "cat visit £11"."""
    return all(carries_nothing(word) for word in _LETTERS.findall(low))


def carries_nothing(word: str) -> bool:
    """Whether a folded word beside a number is no thing that it would be the price or count of."""
    return word in _CARRY_NOTHING or is_number(word)


def to_spend(low: str) -> bool:
    """Whether words say that an amount is for the owner to spend."""
    return _BUDGET.search(low) is not None
