"""The owner's words for an answer, without what only leads in, trails off or decorates."""

import re
import unicodedata

from coaching.understanding.findings import Reading
from coaching.understanding.phrases.noun_phrase import phrase
from coaching.understanding.text.normalise import Span
from coaching.understanding.wordlists import load
from journey.topics import Topic

_WORDS = load("answer")
_AFTER = r"(?=[\s,:.?!]|$)[\s,:.?!…]*"
_FILLERS = re.compile(rf"(?:{_WORDS['fillers']}){_AFTER}")
_LEADS = {
    Topic(topic): re.compile(rf"(?:{lead}|{_WORDS['fillers']}){_AFTER}") for topic, lead in _WORDS["leads"].items()
}
_TAIL = re.compile(rf"(?:[\s,.!]+(?:{_WORDS['tail']}|{load('chatter')['swearing']}))+$")
_EMPTY = frozenset(_WORDS["empty"].split())
_STOPS = tuple(re.compile(_WORDS[name]) for name in ("hedge", "customers_of"))
_MOST_LEADS = 8
_SYMBOLS = frozenset(["So", "Sk", "Mn", "Zs"])
#: "dat het te eng is": a fear keeps the word that its clause hangs on.
_HANGS_ON = re.compile(r"(?:dat|of|that|whether)\s+(?!is\b|zijn\b|zal\b|kan\b|ze bang\b|they'?re afraid\b|they fear\b)")


def trimmed(reading: Reading, span: Span, topic: Topic) -> Span | None:
    """`span` cut down to the answer to `topic`; None where nothing is left."""
    start = _past_leads(reading, span, topic)
    told = reading.text.trim(_without_symbols(reading, Span(start, span.end)), ".,!;:-…")
    tail = _TAIL.search(reading.text.low_of(told))
    end = told.start + tail.start() if tail and tail.start() > 0 else told.end
    if topic is Topic.PERSONA and (stop := _end_of_people(reading.text.low, told.start, end)):
        end = stop
    result = Span(told.start, max(end, told.start))
    if topic in (Topic.BUSINESS, Topic.OFFER):
        empty = topic is Topic.OFFER and reading.text.low_of(result) in _EMPTY
        return result if empty else phrase(reading, result)
    return result if result.end > result.start else None


def decent(reading: Reading, span: Span) -> Span:
    """`span` without emoji at its ends, or what trails off and swears behind it."""
    told = reading.text.trim(_without_symbols(reading, span), ".,!")
    tail = _TAIL.search(reading.text.low_of(told))
    return reading.text.trim(Span(told.start, told.start + tail.start()), ".,!") if tail and tail.start() else told


def _end_of_people(low: str, start: int, end: int) -> int:
    """Where an answer about people goes on about the odd other one, or only says that they are customers; 0 if not."""
    ends = [match.start() for stop in _STOPS if (match := stop.search(low, start, end)) and match.start() > start]
    return min(ends, default=0)


def _past_leads(reading: Reading, span: Span, topic: Topic) -> int:
    leads, start = _LEADS.get(topic, _FILLERS), span.start
    for _ in range(_MOST_LEADS):
        match = leads.match(reading.text.low, start, span.end)
        opens = topic is Topic.PERSONA_PAIN and _HANGS_ON.match(reading.text.low, start)
        if match is None or match.end() >= span.end or opens:
            break
        start = match.end()
    return start


def _without_symbols(reading: Reading, span: Span) -> Span:
    """`span` without emoji at its ends."""
    start, end = span.start, span.end
    while end > start and unicodedata.category(reading.text.clean[end - 1]) in _SYMBOLS:
        end -= 1
    while start < end and unicodedata.category(reading.text.clean[start]) in _SYMBOLS:
        start += 1
    return Span(start, end)
