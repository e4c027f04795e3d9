"""What a correction puts in the place of what it takes back: read as an answer to the question it goes back to."""

import re
from dataclasses import replace

from coaching.understanding.corrections.correction import TOPICS, cue_of, named_topic
from coaching.understanding.corrections.told_before import Old, remaining
from coaching.understanding.findings import Finding, Reading
from coaching.understanding.phrases.people import PEOPLE, PEOPLE_WORDS
from coaching.understanding.text.normalise import BLANK, Span, Text, read
from coaching.understanding.text.numbers import find_numbers
from coaching.understanding.wordlists import load
from journey.profile import ProfileField as F
from journey.topics import FIELDS, Topic

_WORDS = load("correcting")
_WRONG = re.compile(rf"\b(?:{'|'.join(_WORDS['strong'])}|{_WORDS['denial']})(?!\w)")
_STRONGLY = re.compile(rf"\b(?:{'|'.join(_WORDS['strong'])})(?!\w)")
_FORGOT = re.compile(r"\b(?:vergeten|vergat|forgot(?:ten)?)\b")
_CEASED = re.compile(rf"\b(?:{_WORDS['ceased']['before']}|{_WORDS['ceased']['behind']})(?!\w)")
#: "usp: eigenlijk is het de service", "bij 'wat ons anders maakt' mag je zetten dat": what only leads up to it.
_LABEL = re.compile(
    rf"\W*(?:(?:bij|voor|for|at|under|wat|de|het|the|my|mijn)\W+)*(?:{'|'.join(_WORDS['named'].values())})\b"
    r"(?:'? (?:mag|moet|kan|kun) (?:je|ge|u) (?:zetten|schrijven|zeggen|noteren)(?: dat)?|[^,.;!?\n]{0,14}?:|"
    r"'? (?:is|zijn) (?:eigenlijk|eerder|vooral))"
)
#: "ze vinden gewoon geen plaats": what customers don't do or have may well be what is to be told.
_OF_CUSTOMERS = (F.PERSONA_SITUATION, F.PERSONA_NEED, F.PERSONA_PAIN, F.PERSONA_FEELING)
_THEY = re.compile(rf"\W*(?:(?:maar|ma|but|het is|'t is|it's) )?(?:dat |that )?(?:ze|zij|they|{PEOPLE_WORDS})\b")
#: Of these a clause with a number in it tells the new value: "t is 65 geen 60".
_NUMBERED = (F.PRICE, F.CONSTRAINTS, F.EMAIL_LIST, F.PERSONA_AGE)
#: Topics that are called by words too common to tell them by.
_COMMON = frozenset([Topic.BUSINESS, Topic.OWNER_NAME, Topic.PERSONA])


def meant_field(reading: Reading, old: Old | None) -> F | None:
    """The field that a correction is about: of the value it takes back, else of the topic it names."""
    if old is not None:
        return old.field
    if not (reading.correcting or reading.asked(Topic.CONFIRM)):
        return None
    topic = named_topic(reading.text)
    if topic is not None and topic not in _COMMON:
        return next((field for field in FIELDS[topic] if reading.knows(field)), None)
    people = reading.knows(F.PERSONA_SITUATION) and PEOPLE.search(reading.text.low)
    return F.PERSONA_SITUATION if people and reading.correcting else None


def as_answer(reading: Reading, field: F, named: bool) -> Reading | None:
    """The message as if the question about `field` had been asked, without what only says that something is wrong;
    None where that is all it says. `named` tells that the field was called by its name."""
    gone = [clause for clause in reading.text.clauses if _only_wrong(reading.text, clause, named)]
    if field in _NUMBERED and BLANK in reading.text.clean:
        told = [number.span for number in find_numbers(reading.text)]
        gone = [clause for clause in gone if not any(clause.holds(span) for span in told)]
    if field in _OF_CUSTOMERS and not named:
        gone = [clause for clause in gone if not _THEY.match(reading.text.low_of(clause))]
    if named and (label := _LABEL.match(reading.text.low)):
        gone.append(Span(0, label.end()))
    text = reading.text.without(gone)
    if not text.clauses:
        return None
    cues = [Span(clause.start, clause.start + cue.end) for clause in text.clauses if (cue := _cue(text, clause)).end]
    text = text.without(cues)
    return Reading(text, reading.at(TOPICS[field], TOPICS[field].value).context, find_numbers(text))


def only_wrong(text: Text) -> bool:
    """Whether a message calls something by its name and only says that it is wrong: "want dat aanbod klopt nog altijd
    niet"."""
    wrong = text.clauses and all(_only_wrong(text, clause, named=True) for clause in text.clauses)
    return bool(wrong) and _STRONGLY.search(text.low) is not None and named_topic(text) is not None


def beside(reading: Reading, old: Old | None) -> Reading:
    """The message from the sentence on in which the old value, a number, is named: others tell other things."""
    if old is None or not any(char.isdigit() for char in read(reading.text.original).low_of(old.span)):
        return reading
    ends = [end.end() for end in _SENTENCE_END.finditer(reading.text.low, 0, old.span.start)]
    return replace(reading, text=reading.text.without([Span(0, ends[-1])])) if ends else reading


_SENTENCE_END = re.compile(r"[.!?\n](?=\s)")


def left_of_offer(reading: Reading, old: Old | None) -> list[Finding]:
    """The offer without the thing that is no longer sold, where the message names nothing in its place."""
    if old is None or old.field is not F.OFFER:
        return []
    left = remaining(old, read(reading.text.original), reading.context.profile.text(F.OFFER))
    return [Finding(F.OFFER, left, old.span)] if left else []


def _only_wrong(text: Text, clause: Span, named: bool) -> bool:
    """Whether a clause says what is no longer so and nothing else: "I stopped doing those", "the goal isn't right"."""
    low = text.low_of(clause)
    return _CEASED.search(low) is not None or (named and (_WRONG.search(low) or _FORGOT.search(low)) is not None)


def _cue(text: Text, clause: Span) -> Span:
    part = Text(text.original, text.clean[clause.start : clause.end], text.low[clause.start : clause.end], ())
    return cue_of(part)
