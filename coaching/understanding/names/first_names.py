"""The first names that are common here."""

from functools import cache

from coaching.understanding.text.normalise import fold
from coaching.understanding.wordlists import load


@cache
def common_first_names() -> frozenset[str]:
    """Common first names, folded."""
    return frozenset(fold(name) for row in load("names")["first"] for name in row.split())
