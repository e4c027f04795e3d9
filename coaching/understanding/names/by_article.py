"""Names that begin with an article: "'t Hoppeveld in Watou", "ik heb De Krul", "we run the Copper Kettle"."""

import re
from collections.abc import Callable, Iterator

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.text.normalise import Span
from coaching.understanding.trades.trade_hits import Hit
from journey.profile import ProfileField
from journey.topics import Topic

_CAPITAL = r"(?!(?:I|Ik|We|Wij)\b)[A-ZÀ-Ý][\w'&-]*"
_NAME = (
    rf"(?P<name>(?:'[tsn]|[Dd]e|[Dd]en|[Hh]et|[Tt]he|[Ll]a|[Ll]es?)\s+{_CAPITAL}"
    rf"(?:\s+(?:(?:de|het|van|en|and|of|the|&)\s+)?{_CAPITAL}){{0,3}})"
)
#: Behind a name comes its town, or the clause is over.
_OVER = (
    r"(?=\s+(?:in|te|at|near|on|op)\s+[A-ZÀ-Ý]|\s+is (?:de|onze|mijn|the|our|my) (?:naam|name)\b|\s*[,.;:!?(\n]|\s*$)"
)
_OWNED = re.compile(
    rf"\b(?i:run|running|own|have|got|runnen|runt|heb|hebben|baat|baten|uitbater van|zaakvoerder van|van|bij|we zijn|"
    rf"wij zijn|ik ben)\s+{_NAME}{_OVER}"
)
_OPENS = re.compile(rf"\W*?(?<!\w){_NAME}{_OVER}")


#: "wij hebben een B&B, 't Hoppeveld in Watou".
_BEHIND_TRADE = re.compile(rf"\s*[,:]\s+{_NAME}{_OVER}")


def by_article(reading: Reading, trades: list[Hit], is_common: Callable[[str], bool]) -> list[Finding]:
    """Such a name at the start of an opening that tells more, or behind what owners have or one of their `trades`;
    `is_common` knows the words that are a place, a trade or a person instead."""
    if not reading.asked(Topic.BUSINESS) or reading.text.clean.isupper():
        return []
    tells_more = len(reading.text.clauses) > 1 or " in " in reading.text.low or " te " in reading.text.low
    match = next((found for found in _told(reading, trades, tells_more) if not is_common(found["name"])), None)
    if match is None:
        return []
    span = Span(match.start("name"), match.end("name"))
    told = reading.text.of(span)
    return [Finding(ProfileField.BUSINESS_NAME, told[0].upper() + told[1:], span, uses=(span,))]


def _told(reading: Reading, trades: list[Hit], tells_more: bool) -> Iterator[re.Match[str]]:
    """The names that stand where one may be looked for, the surest first."""
    clean = reading.text.clean
    yield from _OWNED.finditer(clean)
    if tells_more and (opens := _OPENS.match(clean)):
        yield opens
    ends = (reading.text.clause_at(hit.span.start).end for hit in trades)
    yield from (found for end in ends if (found := _BEHIND_TRADE.match(clean, end)))
