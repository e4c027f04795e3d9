"""Whether somebody else than the owner does the trade that is named: "ons Kelly, die doet de boekhouding"."""

import re

from coaching.understanding.text.normalise import Span, Text
from coaching.understanding.wordlists import any_of, load

_WORDS, _PEOPLE = load("trades"), load("private")
_NEAR = any_of(" ".join([_WORDS["near"], _PEOPLE["near"], _PEOPLE["trade"]]).split())
#: "mijn zus", "onze nieuwe leverancier", "ons Kelly".
_SOMEBODY = rf"(?:(?i:{_WORDS['ours']})\s+(?:\w+\s+)?(?i:{_NEAR})s?\b|\b(?i:ons)\s+[A-Z][\w-]+)"
_DOES, _NOT_US = rf"(?i:{_WORDS['does']})", rf"(?!(?i:{_WORDS['we']})\b)"
_BEFORE = re.compile(
    rf"\b(?:{_SOMEBODY}(?:\s+{_NOT_US}[\w'-]+){{0,3}}?|(?i:{_WORDS['they']}))\s+{_DOES}\s+(?:{_NOT_US}[\w'-]+\s+){{0,4}}$"
)
_BEHIND = re.compile(rf"\s+{_DOES}\s+{_SOMEBODY}|(?i:{_WORDS['done_by']})")


def is_somebody_elses(text: Text, trade: Span) -> bool:
    """Whether the words around a `trade` tell who else does it."""
    clause = text.clause_at(trade.start)
    before = _BEFORE.search(text.clean, clause.start, trade.start)
    return before is not None or _BEHIND.match(text.clean, trade.end, clause.end) is not None
