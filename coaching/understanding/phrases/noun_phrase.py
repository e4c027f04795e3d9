"""A stretch of a message cut down to a noun phrase that names what is sold."""

import re

from coaching.understanding.findings import Reading
from coaching.understanding.text.normalise import Span
from coaching.understanding.wordlists import any_of, load, phrases

_WORDS = load("offer")
_ENDS = _WORDS["ends"]
#: A word or an emoji at which an offer ends.
_END = re.compile(rf"\s+(?:(?:{any_of(_ENDS['at'].split())})\b|{_ENDS['pattern']}|(?=[^\w\s'\"()&/.,;:!?+%€£$\[\]-]))")
_ARTICLE = re.compile(rf"^(?:(?:{any_of(phrases(_WORDS['articles']))}|{_WORDS['often']})\s+)+")
_TAIL = re.compile(rf"(?:[\s,]+(?:{'|'.join(phrases(_WORDS['tail']))}))+\s*\W*$")
_NOT = _WORDS["not_object"]
_UNITS = (
    r"(?:uren|euro|jaar|dagen|keer|klant|mensen|minu|week|weken|maand|"
    r"hours?|years?|days?|times|people|customers?|pounds?)"
)
_NOT_OBJECT = re.compile(
    rf"^\d+(?! ?(?!{_UNITS})[a-z]{{4,}})|^(?!(?:van|from) \S+ (?:tot|to) "
    rf"\S)(?:{any_of(_NOT['starts'].split())}) |^(?:(?:{any_of(_NOT['words'].split())})\b|{_NOT['pattern']})"
)
_NO_NOUN = frozenset(_WORDS["no_noun"].split())
#: Followers, places and the like in brackets are no offer.
_FIGURES = re.compile(r"[(\[]?\s*\d+\s*(?:k|m|%|volgers|followers|likes|x|jaar|years?)\b")
_LONGEST, _MOST_WORDS, _LEAST_LETTERS = 400, 14, 3


def phrase(reading: Reading, span: Span) -> Span | None:
    """`span` cut down to a clean noun phrase; None where nothing is left."""
    low, text = reading.text.low, reading.text
    if _NOT_OBJECT.match(low[span.start : span.end]):
        return None
    end = _END.search(text.clean[span.start : min(span.end, span.start + _LONGEST)])
    stop = span.start + end.start() if end else span.end
    tail = _TAIL.search(low[span.start : stop])
    stop = span.start + tail.start() if tail else stop
    article = _ARTICLE.match(low[span.start : stop])
    start = span.start + (article.end() if article else 0)
    result = text.trim(Span(start, stop), ".,!;:-")
    return result if _names_something(low, result) else None


def _names_something(low: str, span: Span) -> bool:
    told = low[span.start : span.end]
    words = told.split()
    if not words or len(words) > _MOST_WORDS or len(told) < _LEAST_LETTERS or _NOT_OBJECT.match(told):
        return False
    return not (all(word.strip(".,") in _NO_NOUN for word in words) or _FIGURES.match(low, span.start))
