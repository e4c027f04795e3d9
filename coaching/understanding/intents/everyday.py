"""Questions about everyday things that owners ask in passing, without a mark: "hoe dikwijls iets op facebook"."""

import re
from functools import cache

#: A few words may stand before a question: "goed plan ze, maar hoe vaak".
_BEFORE = r"^(?:[\w']+[\s,]+){0,4}?"
#: "geen filmpjes, moet ik niet": whoever refuses asks nothing.
_REFUSES = re.compile(r"\b(?:geen|gin|no|never|nooit)\b|\b(?:niet|nie|not) (?:meer|aan|weten|any)\b")


def asks_in_passing(low: str) -> bool:
    """Whether folded words of one sentence ask, though they lack the mark, about what owners ask in passing."""
    ways = _ways()
    if ways["subject"].search(low) is None:
        return False
    if ways["at_a_loss"].match(low):
        return True
    return _REFUSES.search(low) is None and bool(ways["asks"].match(low) or ways["tail"].search(low))


@cache
def _ways() -> dict[str, re.Pattern[str]]:
    from coaching.understanding.wordlists import load  # slow, and no greeting needs it

    words = {name: "|".join(f"(?:{each})" for each in ways) for name, ways in load("everyday").items()}
    return {
        "subject": re.compile(words["subject"]),
        "asks": re.compile(rf"{_BEFORE}(?:{words['asks']})(?![\w'])"),
        "at_a_loss": re.compile(rf"{_BEFORE}(?:{words['at_a_loss']})(?![\w'])"),
        "tail": re.compile(rf"(?:^|[\s,;:])(?:{words['tail']})\W*$"),
    }
