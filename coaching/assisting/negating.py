"""Whether a text says the opposite of what it was made from. Pure."""

import re
from collections.abc import Iterator

from coaching.assisting.bearing import content_words, share
from coaching.understanding.text.normalise import fold

_NOT = re.compile(
    r"\b(?:niet|nooit|geen|niets|niemand|nergens|zonder|not|no|never|nothing|nobody|without|cannot|\w+n't)\b"
    r"(?! (?:meer|langer|hoger|duurder) dan\b| (?:alleen|enkel)\b| (?:more|longer|higher) than\b| (?:just|only)\b)"
)
_BREAK = re.compile(r"[,;:.!?\n]+|\b(?:maar|but)\b")
#: Clauses with fewer words that say something are not compared, and how much two must share to be about the same.
_ENOUGH, _SAME = 2, 0.6


def negates(text: str) -> bool:
    """Whether a text says that something is not so; "no more than" says how much."""
    return _NOT.search(fold(text)) is not None


def turned_round(text: str, known: str) -> bool:
    """Whether a clause of `text` is a "not" away from all that is nearest to it in `known`."""
    told = list(_clauses(known))
    return any(_opposes(clause, told) for clause in _clauses(text) if len(content_words(clause)) >= _ENOUGH)


def _opposes(clause: str, told: list[str]) -> bool:
    shared = [(share(clause, other), negates(other)) for other in told]
    most = max((part for part, _ in shared), default=0.0)
    nearest = {negated for part, negated in shared if part == most}
    return most >= _SAME and nearest == {not negates(clause)}


def _clauses(text: str) -> Iterator[str]:
    return (part.strip() for part in _BREAK.split(text) if part.strip())
