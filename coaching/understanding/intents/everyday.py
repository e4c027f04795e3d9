"""Questions about everyday things that owners ask in passing, without a mark: "hoe dikwijls iets op facebook"."""

import re

from coaching.understanding.wordlists import load

_WORDS: dict[str, str] = {name: "|".join(f"(?:{each})" for each in ways) for name, ways in load("everyday").items()}
#: A few words may stand before a question: "goed plan ze, maar hoe vaak".
_BEFORE = r"^(?:[\w']+[\s,]+){0,4}?"
_SUBJECT = re.compile(_WORDS["subject"])
_ASKS = re.compile(rf"{_BEFORE}(?:{_WORDS['asks']})(?![\w'])")
_AT_A_LOSS = re.compile(rf"{_BEFORE}(?:{_WORDS['at_a_loss']})(?![\w'])")
_TAIL = re.compile(rf"(?:^|[\s,;:])(?:{_WORDS['tail']})\W*$")
#: "geen filmpjes, moet ik niet": whoever refuses asks nothing.
_REFUSES = re.compile(r"\b(?:geen|gin|no|never|nooit)\b|\b(?:niet|nie|not) (?:meer|aan|weten|any)\b")


def asks_in_passing(low: str) -> bool:
    """Whether folded words of one sentence ask, though they lack the mark, about what owners ask in passing."""
    if _SUBJECT.search(low) is None:
        return False
    if _AT_A_LOSS.match(low):
        return True
    return _REFUSES.search(low) is None and bool(_ASKS.match(low) or _TAIL.search(low))
