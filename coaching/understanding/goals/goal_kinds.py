"""What kind of goal words tell of, and the words that stand for days, months and who comes."""

import re

from coaching.understanding.wordlists import load
from journey.keys import Goal

_WORDS = load("goal")
_STANDS_FOR: dict[str, str] = _WORDS["stands_for"]


def filled_in(pattern: str) -> str:
    """`pattern` with the words that its names stand for."""
    for name, words in _STANDS_FOR.items():
        pattern = pattern.replace(f"&{name}", f"(?:{words})")
    return pattern


_KINDS = tuple(
    (Goal(row["kind"]), re.compile(rf"\b(?:{'|'.join(map(filled_in, row['words']))})\b")) for row in _WORDS["kinds"]
)
PATRONS = re.compile(filled_in(r"\b&patrons\b"))


def kind_in(low: str) -> Goal | None:
    """The kind of goal that folded words tell of; None where they tell of none."""
    return next((kind for kind, words in _KINDS if words.search(low)), None)
