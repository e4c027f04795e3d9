"""What a correction puts in the place of what it takes back: read as an answer to the question it goes back to."""

import re

from coaching.understanding.correction import TOPICS, cue_of, named_topic
from coaching.understanding.findings import Reading
from coaching.understanding.normalise import Span, Text
from coaching.understanding.numbers import find_numbers
from coaching.understanding.told_before import Old
from coaching.understanding.wordlists import load
from journey.profile import ProfileField as F
from journey.topics import FIELDS, Topic

_WORDS = load("correcting")
_WRONG = re.compile(rf"\b(?:{'|'.join(_WORDS['strong'])}|{_WORDS['denial']})(?!\w)")
_CEASED = re.compile(rf"\b(?:{_WORDS['ceased']['before']}|{_WORDS['ceased']['behind']})(?!\w)")
#: Topics that are called by words too common to tell them by.
_COMMON = frozenset([Topic.BUSINESS, Topic.OWNER_NAME, Topic.PERSONA, Topic.AFTERCARE])


def meant_field(reading: Reading, old: Old | None) -> F | None:
    """The field that a correction is about: of the value it takes back, else of the topic it names."""
    if old is not None:
        return old.field
    topic = named_topic(reading.text) if reading.correcting else None
    if topic is None or topic in _COMMON:
        return None
    return next((field for field in FIELDS[topic] if reading.knows(field)), None)


def as_answer(reading: Reading, field: F, named: bool) -> Reading | None:
    """The message as if the question about `field` had been asked, without what only says that something is wrong;
    None where that is all it says. `named` tells that the field was called by its name."""
    gone = [clause for clause in reading.text.clauses if _only_wrong(reading.text, clause, named)]
    text = reading.text.without(gone)
    if not text.clauses:
        return None
    cues = [Span(clause.start, clause.start + cue.end) for clause in text.clauses if (cue := _cue(text, clause)).end]
    text = text.without(cues)
    context = reading.context.model_copy(update={"asking": TOPICS[field], "question": TOPICS[field].value})
    return Reading(text, context, find_numbers(text))


def _only_wrong(text: Text, clause: Span, named: bool) -> bool:
    """Whether a clause says what is no longer so and nothing else: "I stopped doing those", "the goal isn't right"."""
    low = text.low_of(clause)
    return _CEASED.search(low) is not None or (named and _WRONG.search(low) is not None)


def _cue(text: Text, clause: Span) -> Span:
    part = Text(text.original, text.clean[clause.start : clause.end], text.low[clause.start : clause.end], ())
    return cue_of(part)
