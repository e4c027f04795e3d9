"""An owner who takes something back: how sure that is, what no longer holds, and which topic is meant."""

import re
from dataclasses import dataclass

from coaching.understanding.channels.email_list import COUNTED_ELSEWHERE
from coaching.understanding.corrections.taken_back import names_number, taken_back
from coaching.understanding.corrections.told_before import Old, old_value
from coaching.understanding.findings import Finding
from coaching.understanding.text.normalise import Span, Text
from coaching.understanding.wordlists import load
from journey.hearing import Context
from journey.profile import Profile
from journey.profile import ProfileField as F
from journey.topics import FIELDS, Topic

_WORDS = load("correcting")
_STRONG = re.compile(rf"\b(?:{'|'.join(_WORDS['strong'])})(?!\w)")
_WEAK = re.compile(rf"^\W*{_WORDS['weak']}\b[\s,]*")
_BACK = re.compile(rf"\b(?:{_WORDS['goes_back']})(?!\w)")
_FILLER = re.compile(rf"^(?:\W*(?<!\w)(?:{_WORDS['filler']})\b)+[\s,:.-]*")
_NAMED = {Topic(topic): re.compile(rf"\b(?:{names})\b") for topic, names in _WORDS["named"].items()}
TOPICS: dict[F, Topic] = {field: topic for topic, fields in reversed(FIELDS.items()) for field in fields} | {
    F.LOCATION: Topic.LOCATION,
    F.OFFER: Topic.OFFER,
    F.SECTOR: Topic.BUSINESS,
}


@dataclass(frozen=True)
class Correction:
    """How sure it is that something is taken back, and the message with the part that no longer holds blanked; `old`
    is the known value that the message names as no longer so."""

    strong: bool
    weak: bool
    text: Text
    old: Old | None = None


def goes_back(text: Text) -> bool:
    """Whether the owner goes back to what was talked of before rather than answer what is asked."""
    return _BACK.search(text.low) is not None


def find_correction(text: Text, context: Context) -> Correction:
    """Whether the owner takes something back."""
    strong, weak = _STRONG.search(text.low) is not None, _WEAK.match(text.low) is not None
    if _answers(text, context.asking, strong, weak):
        return Correction(False, False, text)
    old = old_value(text, context.profile, strong or context.asking is Topic.CONFIRM, strong or weak)
    gone = taken_back(text, strong, weak)
    spans = [gone] if gone and (old is None or gone.holds(old.span)) else [old.span] if old else []
    return Correction(strong or bool(spans), weak, text.without(spans) if spans else text, old)


def _answers(text: Text, asking: Topic | None, strong: bool, weak: bool) -> bool:
    """Whether what looks like a correction answers the open question: "10 in plaats van 4", "nee, geen lijst"."""
    if asking is Topic.GOAL and _INSTEAD.search(text.low):
        return True
    return asking is Topic.EMAIL and weak and not strong and not names_number(COUNTED_ELSEWHERE.sub("", text.low))


_INSTEAD = re.compile(r"\b(?:in plaats van|instead of|ipv)\b")


def cue_of(text: Text) -> Span:
    """The words at the start that announce a correction."""
    cue = _FILLER.match(text.low)
    return Span(0, cue.end() if cue else 0)


def named_topic(text: Text) -> Topic | None:
    """The topic that a message calls by its name: "de prijs klopt niet"."""
    return next((topic for topic, pattern in _NAMED.items() if pattern.search(text.low)), None)


def topic_of(findings: list[Finding], profile: Profile, asking: Topic | None) -> Topic | None:
    """The topic that a correction with these findings is about: of what was known before first."""
    for finding in sorted(findings, key=lambda f: not profile.told(f.field)):
        return TOPICS.get(finding.field, asking)
    return asking
