"""What is said around an answer and is no part of it: remarks of the moment, words of the coach said over."""

import re

from coaching.understanding.text.normalise import Span, Text, read
from coaching.understanding.wordlists import load

_WORDS = load("chatter")
_OPENERS = rf"(?:(?:{load('answer')['fillers']})[\s,.!…]+){{0,3}}"
_MOMENT = re.compile(rf"\W*{_OPENERS}(?:{'|'.join(_WORDS['moment'])}|{_WORDS['exclaims']})\W*")
_LEADS_IN = re.compile(rf"\W*(?:(?:{load('answer')['fillers']}|ha(?:ha)+h?|hihi|lol)[\s,.!…]*)+")
_PARDON, _REJECTS = re.compile(_WORDS["pardon"]), re.compile(_WORDS["rejects"])
#: Words of the coach's that are said over: "café??".
_FEW = 2


def is_of_the_moment(low: str) -> bool:
    """Whether a clause tells of the moment or of the talk rather than of the business: "amai druk hier vandaag"."""
    return _MOMENT.fullmatch(low) is not None


def only_leads_in(low: str) -> bool:
    """Whether a clause has no more than the words that lead in an answer: "haha oke nou"."""
    return _LEADS_IN.fullmatch(low) is not None


def says_over(text: Text, clause: Span) -> bool:
    """Whether a message opens with a clause that only says a word of the coach over and asks: "café??", "hoezo?"."""
    asks = text.low[clause.end :].lstrip().startswith("?")
    return asks and _opens(text, clause) and len(text.low_of(clause).split()) <= _FEW


def asks_pardon(text: Text, clause: Span) -> bool:
    """Whether a message opens with not having understood: "hoezo? ...", "wablieft, ..."."""
    return _opens(text, clause) and _PARDON.fullmatch(text.low_of(clause)) is not None


def rejects(message: str) -> bool:
    """Whether the owner says a word of the coach over and rejects it: "Bakery?? No!!!"."""
    text = read(message)
    opening = next(iter(text.clauses), text.whole)
    if not says_over(text, opening) or asks_pardon(text, opening):
        return False
    return _REJECTS.match(text.low_of(text.clauses[1])) is not None


def _opens(text: Text, clause: Span) -> bool:
    """Whether a clause is the first of several."""
    return len(text.clauses) > 1 and clause == text.clauses[0]
