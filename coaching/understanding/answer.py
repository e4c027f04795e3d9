"""The free answer to the open question: the owner's own words, without lead-in and what was taken already."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.normalise import BLANK, Span
from coaching.understanding.people import PEOPLE
from coaching.understanding.trimming import trimmed
from coaching.understanding.wordlists import load
from coaching.understanding.words_or_noise import gibberish, says_nothing
from journey.profile import ProfileField as F
from journey.topics import FIELDS, Topic

OPEN = frozenset(
    {
        Topic.BUSINESS,
        Topic.OFFER,
        Topic.PRICE,
        Topic.PERSONA,
        Topic.PERSONA_NEED,
        Topic.PERSONA_PAIN,
        Topic.PERSONA_FEELING,
        Topic.PERSONA_INFO,
        Topic.USP,
        Topic.AFTERCARE,
        Topic.TRADE,
    }
)
_WORDS = load("answer")
_NO_OFFER, _SENTENCE, _GREETING, _SERIOUSLY, _SARCASTIC, _ASKS = (
    re.compile(_WORDS[name]) for name in ("no_offer", "sentence", "greeting", "seriously", "sarcastic", "asks")
)
_SUBJECT = re.compile(r"\b(?:ik|wij|we|i|they|ze) \w+")
_FOR = re.compile(r"\s+(?:voor|aan|for|to)\s+$")
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
#: Words of one thing in a list, "and" included; of an offer that came with the trade; of an offer.
_LISTED, _FEW, _MANY = 4, 8, 14


def find_answer(reading: Reading, taken: list[Finding], asked_back: Span | None) -> list[Finding]:
    """The finding that fills the field of the open question, where the message answers it in free words."""
    topic = reading.context.asking
    if topic is None or topic not in OPEN or _SARCASTIC.search(reading.text.low):
        return []
    field = F.OFFER if topic is Topic.BUSINESS else FIELDS[topic][0]
    if any(f.field is field for f in taken):
        return []
    if topic is Topic.TRADE:
        return _whole(reading, asked_back)
    for run in _runs(reading, taken, asked_back, single=topic is Topic.BUSINESS):
        run = _in_earnest(reading, run)
        span = trimmed(reading, _before_people(reading, run, taken, topic), topic)
        if span and _fits(reading, span, topic, taken):
            return [Finding(field, reading.text.of(span), span)]
    return []


def _whole(reading: Reading, asked_back: Span | None) -> list[Finding]:
    """The answer to the question of a trade, whole: days and numbers in it are its point."""
    span = reading.text.trim(reading.text.whole, ".,!;:-")
    low = reading.text.low_of(span)
    if asked_back or not re.search(r"[a-z]{2}", low) or gibberish(low) or says_nothing(low):
        return []
    return [Finding(F.TRADE_ANSWER, reading.text.of(span), span)]


def _in_earnest(reading: Reading, run: Span) -> Span:
    """ "omdat ik de goedkoopste ben... neenee, ik lever binnen 48u": what comes after the joke."""
    turns = list(_SERIOUSLY.finditer(reading.text.low, run.start, run.end))
    return Span(turns[-1].end(), run.end) if turns and turns[-1].end() < run.end else run


def _before_people(reading: Reading, run: Span, taken: list[Finding], topic: Topic) -> Span:
    """An offer ends where the words begin that tell whom it is for."""
    for finding in taken:
        if topic is Topic.BUSINESS and finding.field is F.PERSONA_SITUATION and run.holds(finding.span):
            cut = _FOR.search(reading.text.low, run.start, finding.span.start)
            return Span(run.start, cut.start()) if cut else run
    return run


def _runs(reading: Reading, taken: list[Finding], asked_back: Span | None, single: bool) -> list[Span]:
    """The runs of clauses that nothing else has used up, longest first; each clause alone, in order, where `single`."""
    runs: list[Span] = []
    open_run = False
    for clause in reading.text.clauses:
        if _used(reading, clause, taken, asked_back):
            open_run = False
            continue
        if open_run and _goes_on(reading, runs[-1], clause, single):
            runs[-1] = Span(runs[-1].start, clause.end)
        else:
            runs.append(clause)
        open_run = True
    return runs if single else sorted(runs, key=lambda run: run.start - run.end)


def _goes_on(reading: Reading, run: Span, clause: Span, single: bool) -> bool:
    """Whether a clause belongs to the run before it: always, or where `single`, as the next thing of a list ("coffee,
    cake and lunch")."""
    between = reading.text.clean[run.end : clause.start]
    if BLANK in between:
        return False
    words = (len(reading.text.low_of(part).split()) for part in (run, clause))
    return not single or (between.strip() == "," and max(words) <= _LISTED)


def _used(reading: Reading, clause: Span, taken: list[Finding], asked_back: Span | None) -> bool:
    if asked_back and clause.touches(asked_back):
        return True
    if _GREETING.fullmatch(reading.text.low_of(clause)) or _ASKS.match(reading.text.low[clause.start : clause.end + 1]):
        return True
    return any(_uses_up(reading, finding, clause) for finding in taken)


def _uses_up(reading: Reading, finding: Finding, clause: Span) -> bool:
    spans = list(finding.uses) if finding.field in _ALWAYS_USE_UP else []
    if finding.field is F.LOCATION and reading.asked(Topic.BUSINESS):
        spans.append(finding.span)
    if finding.field is F.PERSONA_AGE and len(reading.text.clauses) > 1:
        spans.append(finding.span)
    return any(_covers(span, clause) for span in spans) or _sold_there(reading, finding, clause)


def _sold_there(reading: Reading, finding: Finding, clause: Span) -> bool:
    """Whether a clause of an answer about the business tells its trade, price or channel rather than its offer."""
    fields = {Topic.BUSINESS: (F.SECTOR, F.PRICE, F.CHANNELS_CURRENT), Topic.OFFER: (F.PRICE, F.CHANNELS_CURRENT)}
    asked = fields.get(reading.context.asking, ()) if reading.context.asking else ()
    return finding.field in asked and any(span.touches(clause) for span in finding.uses)


def _covers(span: Span, clause: Span) -> bool:
    overlap = min(span.end, clause.end) - max(span.start, clause.start)
    return overlap > 0 and overlap >= 0.5 * (clause.end - clause.start)


def _fits(reading: Reading, span: Span, topic: Topic, taken: list[Finding]) -> bool:
    low = reading.text.low_of(span)
    if not re.search(r"[a-z]{2}|\d", low) or gibberish(low) or says_nothing(low):
        return False
    if topic is Topic.BUSINESS:
        return _names_offer(reading, span, taken)
    if topic not in (Topic.PERSONA, Topic.PRICE) and not re.search(r"[a-z]{2}", low):
        return False
    return topic is not Topic.OFFER or (not _SUBJECT.search(low) and len(low.split()) <= _MANY)


def _names_offer(reading: Reading, span: Span, taken: list[Finding]) -> bool:
    """Whether words beside the trade or the name of a business tell what it sells."""
    low, told = reading.text.low_of(span), reading.text.of(span).split()
    named = any(f.field in (F.SECTOR, F.BUSINESS_NAME) for f in taken)
    in_place = any(f.field is F.LOCATION and f.span.touches(span) for f in taken)
    proper = span.start > 0 and all(word[0].isupper() for word in told)
    if not named or in_place or proper or _NO_OFFER.search(low):
        return False
    return not PEOPLE.match(low) and not _SENTENCE.search(low) and len(told) <= _FEW
