"""Names in which a trade or a person is named, told barely beside the rest: "hovenier in Ede, Kowalski
Tuinen", "Fotograaf Els in Lier", "nonna sonia dus"."""

import re
from collections.abc import Callable

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.names.firm_names import is_place_of_business
from coaching.understanding.names.first_names import common_first_names
from coaching.understanding.names.owner_names import NOT_NAMES
from coaching.understanding.names.surnames import LIKE_SURNAME, OF_FIRMS, SURNAMES
from coaching.understanding.names.uncapitalised import is_name, titled
from coaching.understanding.text.normalise import Span, fold
from coaching.understanding.trades.trade_hits import Hit
from coaching.understanding.wordlists import load
from journey.profile import ProfileField
from journey.topics import Topic

_CAPITAL = r"(?!I'?\b|Ik\b|We\b|Wij\b)[A-ZÀ-Ý][\w'&-]*"
_LINK = r"(?:van|de|den|der|het|'t|en|and|of|the|on|la|le|&|bij|met|by|with|chez|voor|for)"
_NAME = re.compile(
    rf"{_CAPITAL}(?:\s+(?:{_LINK}\s+){{0,2}}{_CAPITAL}){{1,4}}(?=\s+(?:in|te|uit|from|near)\s+[A-ZÀ-Ý]|\W|$)"
)
_GREETING = re.compile(rf"(?:{load('answer')['greeting']}|(?:beste|dear|groet\w*|mvg|regards)\b.*)")
#: One who works, rather than a house or several: "bakker", "schilder".
_ONE_WORKER = re.compile(r"(?:er|or|ist|iste|eur|aar|ster|man|vrouw)$")


def beside_trade(
    reading: Reading, trades: list[Hit], is_trade: Callable[[str], bool], is_place: Callable[[str], bool]
) -> list[Finding]:
    """Such a name, in a clause that says no more than it and perhaps its town."""
    if not reading.asked(Topic.BUSINESS) or reading.text.clean.isupper():
        return []
    for clause in reading.text.clauses:
        match = _NAME.match(reading.text.clean, clause.start, clause.end)
        if match is None or not _says_no_more(reading, Span(match.start(), match.end()), clause):
            continue
        span = Span(match.start(), match.end())
        apart = any(not span.touches(hit.span) for hit in trades)
        words = [word for word in match.group().split() if word[:1].isupper()]
        if _may_name(match.group(), words, is_place) and _is_of_a_firm(match.group(), words, is_trade, apart):
            return [Finding(ProfileField.BUSINESS_NAME, match.group(), span, uses=(span,))]
    return []


def _says_no_more(reading: Reading, name: Span, clause: Span) -> bool:
    behind = reading.text.low[name.end : clause.end].split()
    return not behind or (behind[0] in _IN and len(behind) <= _TOWN)


_IN = frozenset("in te uit from near".split())
#: Words of "in" and a town.
_TOWN = 4


def _may_name(told: str, words: list[str], is_place: Callable[[str], bool]) -> bool:
    """Whether these may be the words of a name that is no person's, no town's and no greeting."""
    first = fold(words[0])
    person = first in common_first_names() or first in NOT_NAMES
    return not (person or _GREETING.fullmatch(fold(told)) or is_place(told) or any(map(is_place, words)))


def _is_of_a_firm(told: str, words: list[str], is_trade: Callable[[str], bool], apart: bool) -> bool:
    """Whether the name tells what is done there, and by whom or what is told `apart` too."""
    low, (first, *others) = fold(told), map(fold, words)
    family = first in SURNAMES or LIKE_SURNAME.match(f"{first} ") or LIKE_SURNAME.match(low)
    by_whom = all(word in common_first_names() or word in SURNAMES for word in others)
    if (is_trade(first) or is_place_of_business(first)) and by_whom:
        return True
    done = is_trade(others[-1]) or OF_FIRMS.search(others[-1]) is not None
    return done and not is_trade(first) and bool(family or (apart and not _ONE_WORKER.search(others[-1])))


#: "nonna sonia dus": said once more.
_SO = re.compile(r"(?P<name>[^\W\d][\w'&-]*(?:\s+[^\W\d][\w'&-]*){1,3}),?(?:\s+(?:dus|so|then))(?:\s+(?:he|hoor))*")


def so_called(reading: Reading) -> list[Finding]:
    """A clause of a few words with a first name behind another word, told as what follows: "nonna sonia dus"."""
    if not reading.asked(Topic.BUSINESS):
        return []
    for clause in reading.text.clauses:
        match = _SO.fullmatch(reading.text.low, clause.start, clause.end)
        words = match["name"].split() if match else []
        named = any(word in common_first_names() and word not in NOT_NAMES for word in words[1:])
        if match and named and words[0] not in common_first_names() and is_name(match["name"]):
            span = Span(match.start("name"), match.end("name"))
            told = reading.text.of(span)
            value = titled(told) if told.islower() else told
            return [Finding(ProfileField.BUSINESS_NAME, value, span, uses=(clause,))]
    return []
