"""Which clauses of an answer something else has used up already."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.text.normalise import Span
from coaching.understanding.wordlists import load
from journey.profile import ProfileField as F
from journey.topics import Topic

_WORDS = load("answer")
_GREETING, _ASKS = re.compile(_WORDS["greeting"]), re.compile(_WORDS["asks"])
#: Words beside an age that name nobody.
_LITTLE = frozenset([*_WORDS["stop"].split(), *_WORDS["beside_age"].split()])
#: What uses up the clause that tells it, whatever was asked.
_ALWAYS_USE_UP = frozenset(
    {
        F.CHANNELS_EXCLUDED,
        F.CONSTRAINTS,
        F.EMAIL_LIST,
        F.OWNER_NAME,
        F.BUSINESS_NAME,
        F.GOAL,
        F.FORM_OF_ADDRESS,
        F.CUSTOMER_WORD,
        F.NOTES,
        F.MODEL,
    }
)


def used(reading: Reading, clause: Span, taken: list[Finding], asked_back: Span | None = None) -> bool:
    """Whether a clause has had its say: it greets, asks something back, or a fact was taken from most of it."""
    if asked_back and clause.touches(asked_back):
        return True
    if _GREETING.fullmatch(reading.text.low_of(clause)) or _ASKS.match(reading.text.low[clause.start : clause.end + 1]):
        return True
    return any(_uses_up(reading, finding, clause) for finding in taken)


def _uses_up(reading: Reading, finding: Finding, clause: Span) -> bool:
    spans = list(finding.uses) if finding.field in _ALWAYS_USE_UP else []
    if finding.field is F.LOCATION and reading.asked(Topic.BUSINESS):
        spans.append(finding.span)
    if finding.field is F.PERSONA_AGE and len(reading.text.clauses) > 1 and not _says_more(reading, finding, clause):
        spans.append(finding.span)
    late = finding.field is F.PERSONA_PAIN or reading.knows(finding.field)
    if late and finding.field not in reading.asked_fields:
        spans.append(reading.text.clause_at(finding.span.start))
    return any(_covers(span, clause) for span in spans) or _sold_there(reading, finding, clause)


def _says_more(reading: Reading, age: Finding, clause: Span) -> bool:
    """Whether a clause names who is of that age: "blokes in their thirties"."""
    beside = [word for word in reading.text.words if clause.holds(word) and not age.span.touches(word)]
    return any(reading.text.low_of(word) not in _LITTLE for word in beside)


def _sold_there(reading: Reading, finding: Finding, clause: Span) -> bool:
    """Whether a clause of an answer about the business tells its trade, price or channel rather than its offer."""
    fields = {Topic.BUSINESS: (F.SECTOR, F.PRICE, F.CHANNELS_CURRENT), Topic.OFFER: (F.PRICE, F.CHANNELS_CURRENT)}
    asked = fields.get(reading.context.asking, ()) if reading.context.asking else ()
    if finding.field not in asked:
        return False
    if finding.field is F.SECTOR:
        return any(span.touches(clause) and (span == finding.span or _covers(span, clause)) for span in finding.uses)
    return any(span.touches(clause) for span in finding.uses)


def _covers(span: Span, clause: Span) -> bool:
    overlap = min(span.end, clause.end) - max(span.start, clause.start)
    return overlap > 0 and overlap >= 0.5 * (clause.end - clause.start)
