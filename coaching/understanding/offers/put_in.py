"""What the owner wants the plan to say of the business: "zet erin dat ik gratis ophaal"."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.phrases.word_order import in_order
from coaching.understanding.text.normalise import Span, Text, fold
from coaching.understanding.wordlists import load
from journey.profile import Change, ProfileField
from journey.topics import Topic

_WORDS = load("changes")
_WAYS = tuple(re.compile(pattern) for pattern in _WORDS["puts_in"])
_LEFT_OUT = tuple(re.compile(pattern) for pattern in _WORDS["left_out"])
_END = re.compile(_WORDS["put_in_ends"])


def puts_in(text: Text) -> Span | None:
    """Where a message tells what it wants put in the plan."""
    for way in _WAYS:
        if found := way.search(text.low):
            name = next(name for name, words in found.groupdict().items() if name.startswith("told") and words)
            end = _END.search(text.low, found.start(name), found.end(name))
            return text.trim(Span(found.start(name), end.start() if end else found.end(name)), ",;:-")
    return None


def find_left_out(reading: Reading) -> list[Finding]:
    """What is sold besides, where the owner says that the plan that lies there has nothing about it."""
    if not reading.asked(Topic.PLAN_FEEDBACK) or not reading.knows(ProfileField.OFFER):
        return []
    found = next((match for way in _LEFT_OUT if (match := way.search(reading.text.low))), None)
    if found is None:
        return []
    span = reading.text.trim(Span(found.start("thing"), found.end("thing")))
    thing = reading.text.of(span)
    if fold(thing) in fold(reading.context.profile.text(ProfileField.OFFER)):
        return []
    return [Finding(ProfileField.OFFER, thing, span, Change.ADD, uses=(reading.text.whole,))]


def find_put_in(reading: Reading, found: list[Finding]) -> list[Finding]:
    """What is to be put in a plan that lies there, as what makes the business different, where nothing else is told."""
    span = puts_in(reading.text) if reading.asked(Topic.PLAN_FEEDBACK) and not found else None
    if span is None:
        return []
    subject = "ik " if _WITH_IK.search(reading.text.low, 0, span.start) else ""
    clause = f"{subject}{reading.text.of(span)}"
    told = in_order(clause) or clause
    return [Finding(ProfileField.USP, told, span, Change.ADD, uses=(reading.text.whole,))]


#: "dak ne vervangwagen meegeef": who does it stands in the word before.
_WITH_IK = re.compile(r"\bda[t']?'?k\s*$")
