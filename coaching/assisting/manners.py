"""What no text of a coach holds, whatever it is about: words that scold, and letters that only look like ours. Pure."""

import re
import unicodedata
from functools import cache

from coaching.understanding.text.normalise import fold
from coaching.understanding.wordlists import load


def unmannerly(text: str, known: str) -> bool:
    """Whether `text` scolds, or is written in letters that are neither Latin nor in `known`."""
    if _scolding().search(fold(text)):
        return True
    return any(char.isalpha() and not _latin(char) for char in set(text) - set(known))


def _latin(char: str) -> bool:
    return char.isascii() or unicodedata.name(char, "").startswith("LATIN ")


@cache
def _scolding() -> re.Pattern[str]:
    return re.compile("|".join(load("intents")["abuse"]["part"]))
