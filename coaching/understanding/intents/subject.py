"""Which topic a question back, or an answer that tells nothing, is about."""

import re

from coaching.understanding.text.normalise import fold
from journey.hearing import Context, Intent
from journey.topics import Topic

#: What an owner may ask the meaning of, and the topic it belongs to.
TERMS: tuple[tuple[re.Pattern[str], Topic], ...] = (
    (re.compile(r"persona"), Topic.PERSONA),
    (re.compile(r"doelgroep|audience|target"), Topic.AUDIENCE),
    (re.compile(r"kana\w+|channels?"), Topic.CHANNELS),
    (re.compile(r"usp"), Topic.USP),
    (re.compile(r"nazorg|aftercare"), Topic.AFTERCARE),
    (re.compile(r"e-?mail\w*|mailing\w*|adressen|addresses"), Topic.EMAIL),
    (re.compile(r"model\w*"), Topic.MODEL),
    (re.compile(r"doel|goal"), Topic.GOAL),
)
_MEANT = re.compile(
    r"\b(?:met|onder|by|mean with)\s+(?:(?:een|de|het|die|dat|a|an|the|your|je|jouw|uw)\s+)?['\"]?([\w-]+)"
)
#: "waarom moet je dat allemaal weten" is about no one question.
_ALL = re.compile(
    r"\b(?:allemaal|alles|al (?:dat|die|deze|dees)|zo ?veel|all (?:this|that|these|those|of (?:this|that|it))|"
    r"everything|so (?:much|many)|the lot)\b"
)
_THIS = frozenset("dat dit die deze that this it vraag question hier daar".split())


def meant(question: str, context: Context) -> Topic | None:
    """What "wat bedoel je met X" is about: the topic X belongs to, the open question where no X is named, None where
    X is something else."""
    match = _MEANT.search(fold(question))
    if match is None or match.group(1) in _THIS:
        return context.asking
    return next((topic for term, topic in TERMS if term.fullmatch(match.group(1))), None)


def asks_about_all(question: str) -> bool:
    """Whether a question is about all that is asked, and not about the one that stands open."""
    return _ALL.search(fold(question)) is not None


def about(intent: Intent, context: Context, question: str = "") -> Topic | None:
    """The topic that an intent without facts is about."""
    if intent is Intent.MEANING:
        return meant(question, context)
    if intent is Intent.WHY and asks_about_all(question):
        return Topic.CONFIRM
    on_question = {Intent.SKIP, Intent.DONT_KNOW, Intent.WHY, Intent.ADVICE}
    return context.asking if intent in on_question else None
