"""The free answer to the open question: the owner's own words, without lead-in and what was taken already."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.phrases.chatter import (
    asks_pardon,
    is_of_the_moment,
    only_leads_in,
    rejects,
    says_over,
)
from coaching.understanding.phrases.left_over import used
from coaching.understanding.phrases.people import COUNTED_OR_AGED, CUSTOMERS, PEOPLE_WORDS
from coaching.understanding.phrases.trimming import trimmed
from coaching.understanding.text.normalise import BLANK, Span
from coaching.understanding.text.words_or_noise import is_empty
from coaching.understanding.wordlists import load
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
_SERIOUSLY, _SARCASTIC = (re.compile(_WORDS[name]) for name in ("seriously", "sarcastic"))
_REMARK, _PRICE_LIKE = re.compile(_WORDS["remark"]), re.compile(_WORDS["price_like"])
_SUBJECT = re.compile(r"(?:\b(?:ik|wij|we|i|they|ze)|(?<![\w'])'?k) \w+")
#: Who tells of themselves says nothing of their customers.
_OF_CUSTOMERS = (Topic.PERSONA, Topic.PERSONA_PAIN, Topic.PERSONA_NEED, Topic.PERSONA_FEELING)
_FIRST_PERSON = re.compile(r"\W*(?:ik|'k|wij|we|i|i'm|we're|kben|kheb)\s+(?!denk|think|guess|peins|reckon)\w+")
_OTHERS = re.compile(
    rf"\b(?:{PEOPLE_WORDS}|ze|zij|hen|hun|they|them|iemand|someone|duur|expensive|pricey|prijs|price)\b"
)
#: "prijs? nee, vooral omdat ik snel ben": a reason after all.
_BECAUSE = re.compile(r"\b(?:omdat|because|cos|vooral|mostly|mainly)\b")
#: "you're ignoring the letters": said to the coach.
_COMPLAINS = re.compile(rf"(?:(?:maar|ma|but|well|and|en|ja|nee|no)\W+)*{load('channel_use')['complains']}")
_SENTENCE_END = re.compile(r"[.!?\n]")
_NAMES_ITSELF = {Topic(name): re.compile(words) for name, words in _WORDS["names_itself"].items()}
_AMOUNT_ALONE = re.compile(_WORDS["amount_alone"])
#: What is left of "zoals mijn cliënt [name]".
_NOBODY = re.compile(_WORDS["nobody"])
#: "ik zou daar graag mee beginnen": nothing of customers.
_WISHES = re.compile(r"\b(?:(?:ik|wij|we) (?:zou|zouden|wil|willen)|kzou|kwil|i'd|i would|i want|we'd|we would)\b")
#: "ne bakker zijn we, met nen tearoom erbij! ...": what one is, before what one sells.
_ONESELF = re.compile(_WORDS["oneself"])
#: "laten we eerst de camping doen": which of several things comes first.
_COMES_FIRST = re.compile(_WORDS["comes_first"])
#: Words of an offer.
_MANY = 14


def find_answer(reading: Reading, taken: list[Finding], asked_back: Span | None) -> list[Finding]:
    """The finding that fills the field of the open question, where the message answers it in free words."""
    topic = reading.context.asking
    if topic is None or topic is Topic.BUSINESS or topic not in OPEN or _SARCASTIC.search(reading.text.low):
        return []
    field = FIELDS[topic][0]
    if any(f.field is field for f in taken):
        return []
    if topic is Topic.TRADE:
        return _whole(reading, asked_back)
    put_right = BLANK in reading.text.clean  # what is rejected is then the old value
    rejected = topic is not Topic.OFFER and not put_right and rejects(reading.text.original)
    runs = _runs(reading, taken, asked_back)
    if rejected and not _BECAUSE.search(reading.text.low):
        runs = _behind_rejected_number(reading, runs)
    for run in [*_named_clauses(reading, runs, topic), *runs]:
        span = trimmed(reading, _named(reading, _in_earnest(reading, run), topic), topic)
        if span and _fits(reading, span, topic):
            return [Finding(field, reading.text.of(span), span)]
    return []


def _behind_rejected_number(reading: Reading, runs: list[Span]) -> list[Span]:
    """What is told behind a number that a message says over and rejects: "drie euro? nee, 150. Mijn klant is ..."."""
    low, opening = reading.text.low, reading.text.clauses[0]
    if not any(opening.holds(number.span) for number in reading.numbers):
        return []
    end = _SENTENCE_END.search(low, reading.text.clauses[1].end)
    start = end.end() if end else len(low)
    told = (reading.text.trim(Span(max(run.start, start), run.end)) for run in runs if run.end > start)
    return [run for run in told if run.end > run.start]


def _whole(reading: Reading, asked_back: Span | None) -> list[Finding]:
    """The answer to the question of a trade, whole: days and numbers in it are its point."""
    span = reading.text.trim(reading.text.whole, ".,!;:-")
    low = reading.text.low_of(span)
    if asked_back or not re.search(r"[a-z]{2}|\d\s?[uh]\b", low) or is_empty(low):
        return []
    return [Finding(F.TRADE_ANSWER, reading.text.of(span), span)]


def _named_clauses(reading: Reading, runs: list[Span], topic: Topic) -> list[Span]:
    """ "the main thing would be the home visit, and I do ...": of an offer the clause that names it."""
    if topic is not Topic.OFFER:
        return []
    clauses = (clause for clause in reading.text.clauses if any(run.holds(clause) for run in runs))
    return [clause for clause in clauses if _NAMES_ITSELF[topic].match(reading.text.low_of(clause))]


def _named(reading: Reading, run: Span, topic: Topic) -> Span:
    """ "dat was voor de maillijst. mijn beste klant is Chantal": the answer begins where it is named."""
    named = _NAMES_ITSELF.get(topic) if topic is not Topic.OFFER else None
    starts = (clause.start for clause in reading.text.clauses if run.start < clause.start < run.end)
    match = next((found for at in starts if named and (found := named.match(reading.text.low, at))), None)
    start = match.end() if match and topic is Topic.PERSONA else match.start() if match else run.start
    return Span(start, run.end)


def _in_earnest(reading: Reading, run: Span) -> Span:
    """ "omdat ik de goedkoopste ben... neenee, ik lever binnen 48u": what comes after the joke."""
    turns = list(_SERIOUSLY.finditer(reading.text.low, run.start, run.end))
    return Span(turns[-1].end(), run.end) if turns and turns[-1].end() < run.end else run


def _runs(reading: Reading, taken: list[Finding], asked_back: Span | None) -> list[Span]:
    """The runs of clauses that nothing else has used up, longest first."""
    runs: list[Span] = []
    going = False
    for clause in reading.text.clauses:
        used_up = used(reading, clause, taken, asked_back) or _names_itself(reading, clause, taken)
        if used_up or _is_chatter(reading, clause) or _is_remark(reading, clause):
            going = False
            continue
        if going and BLANK not in reading.text.clean[runs[-1].end : clause.start]:
            runs[-1] = Span(runs[-1].start, clause.end)
        else:
            runs.append(clause)
        going = True
    return sorted(runs, key=lambda run: run.start - run.end)


def _is_remark(reading: Reading, clause: Span) -> bool:
    """Whether somebody else says so of the business; what a customer says tells of customers."""
    low = reading.text.low_of(clause)
    of_them = reading.asked(*_OF_CUSTOMERS) and CUSTOMERS.search(low) is not None
    return not of_them and _REMARK.search(low) is not None


def _is_chatter(reading: Reading, clause: Span) -> bool:
    """Whether a clause is said around the answer; customers may well fear what is told with a question mark."""
    low = reading.text.low_of(clause)
    if is_of_the_moment(low) or asks_pardon(reading.text, clause) or _COMPLAINS.match(low):
        return True
    if reading.asked(Topic.OFFER) and _ONESELF.match(low):
        return True
    if reading.asked(*_OF_CUSTOMERS, Topic.USP) and len(reading.text.clauses) > 1 and _AMOUNT_ALONE.fullmatch(low):
        return True
    return not reading.asked(Topic.PERSONA_PAIN) and says_over(reading.text, clause)


def _names_itself(reading: Reading, clause: Span, taken: list[Finding]) -> bool:
    """Whether a clause about the offer is the name of the business with its town: "Kantoor Brinkman te Aalst"."""
    town = next((f.span for f in taken if f.field is F.LOCATION and clause.holds(f.span)), None)
    if town is None or not reading.asked(Topic.OFFER):
        return False
    before = reading.text.of(Span(clause.start, town.start)).split()[:-1]
    return len(before) > 1 and all(word[0].isupper() for word in before)


def _fits(reading: Reading, span: Span, topic: Topic) -> bool:
    low = reading.text.low_of(span)
    letters = re.search(r"[a-z]{2}", low)
    if not (letters or re.search(r"\d", low)) or is_empty(low) or is_of_the_moment(low):
        return False
    if only_leads_in(low) and len(reading.text.clauses) > 1:
        return False
    told = any(span.holds(number.span) for number in reading.numbers)
    if topic is Topic.PRICE and (COUNTED_OR_AGED.search(low) or not (_PRICE_LIKE.search(low) or told)):
        return False
    if topic in _OF_CUSTOMERS and _FIRST_PERSON.match(low) and not _OTHERS.search(low):
        return False
    if topic in (*_OF_CUSTOMERS, Topic.USP) and _AMOUNT_ALONE.fullmatch(low):
        return False
    if not letters and (topic not in (Topic.PERSONA, Topic.PRICE) or BLANK in reading.text.clean):
        return False
    if topic is Topic.PERSONA and (_NOBODY.fullmatch(low) or (_WISHES.search(low) and not _OTHERS.search(low))):
        return False
    return topic is not Topic.OFFER or _may_be_sold(low)


def _may_be_sold(low: str) -> bool:
    return not _SUBJECT.search(low) and not _COMES_FIRST.search(low) and len(low.split()) <= _MANY
