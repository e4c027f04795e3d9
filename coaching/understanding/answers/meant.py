"""The question that a message answers, told by its meaning where no rule found anything sure in it."""

import re
from collections.abc import Mapping

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.intents.questions import asks_barely
from coaching.understanding.meanings import NONE, Meanings
from coaching.understanding.talk.asked_about import topic_asked
from coaching.understanding.text.words_or_noise import is_empty
from journey.profile import FREE_TEXT, FactValue, Limits, ProfileField, in_free_words
from journey.topics import FIELDS, Topic

#: Questions whose answer is looked for by other means.
_NOT_THEN = (Topic.BUSINESS, Topic.OFFER, Topic.MODEL, Topic.PLAN_FEEDBACK, Topic.TRADE, Topic.LANGUAGE, None)
_FEWEST, _MOST = 3, 40
#: How much surer of a question than of any other words must be of which nothing was made; and how much surer than of
#: the open one, and of those like it, words that might answer that: of another question, or of none in so many words.
_SURELY, _ANOTHER, _NO_ANSWER, _WORDS = 0.05, 0.45, 0.45, 6
#: How much surer of a question like the open one than of that itself.
_LIKE_IT = 0.6
_ALIKE = (
    {Topic.PERSONA, Topic.PERSONA_NEED, Topic.PERSONA_PAIN, Topic.PERSONA_FEELING, Topic.PERSONA_INFO, Topic.AUDIENCE},
    {Topic.USP, Topic.AFTERCARE},
    {Topic.CHANNELS, Topic.CHANNELS_NOT},
)
#: "of er niet te veel lawaai is": says nothing without its question.
_DEPENDS_ON_QUESTION = re.compile(r"\W*(?:of|dat|da|omdat|that|whether|if|because|cos)\b")
#: Words of a text that may stand in the profile as it is, where it wasn't asked for.
_SHORT = 20


class Meant:
    """Tells which question a message answers."""

    def __init__(self, meanings: Meanings) -> None:
        self._meanings = meanings

    def question(self, reading: Reading, found: list[Finding]) -> str:
        """The question that the message answers instead of the open one, where nothing was found that answers this, or
        words that any answer to it might be. NONE where it surely answers none; empty where it may answer this."""
        if not _may_be_another(reading) or _answered(reading, found):
            return ""
        told = self._meanings.answering(reading.text.original)
        question = _instead(told, reading) if found else _surely(told, reading)
        return "" if _answered_already(question, reading, found) else question


def _may_be_another(reading: Reading) -> bool:
    if reading.context.asking in _NOT_THEN or not _FEWEST <= len(reading.text.words) <= _MOST:
        return False
    return "?" not in reading.text.low and not asks_barely(reading.text) and not is_empty(reading.text.low)


def _answered(reading: Reading, found: list[Finding]) -> bool:
    """Whether the open question is surely answered, or what is found is all that is put right at the summary."""
    answers = [finding for finding in found if finding.field in reading.asked_fields]
    if not answers:
        return bool(found) and (reading.correcting or reading.asked(Topic.CONFIRM))
    return not any(in_any_words(reading, finding) for finding in answers)


def _answered_already(question: str, reading: Reading, found: list[Finding]) -> bool:
    """Whether the rules heard the answer to `question`, or to one like it, and nothing that any words might be."""
    topics = [topic for topic in FIELDS if question and _alike(question, topic)]
    fields = {field for topic in topics for field in FIELDS[topic]} - {ProfileField.PERSONA_AGE}
    sure = not any(in_any_words(reading, finding) for finding in found)
    return sure and any(finding.field in fields for finding in found)


def in_any_words(reading: Reading, finding: Finding) -> bool:
    """Whether it was found by nothing but its place in the talk."""
    return finding.field in reading.asked_fields and in_free_words(finding.field, finding.value)


def _surely(told: Mapping[str, float], reading: Reading) -> str:
    """The question that words of which nothing was made answer."""
    likeliest = next(iter(told))
    if likeliest == NONE or topic_asked(likeliest) is reading.context.asking:
        return ""
    others = max((told[name] for name in told if not _alike(name, topic_asked(likeliest))), default=0.0)
    return likeliest if told[likeliest] - others >= _SURELY else ""


def _instead(told: Mapping[str, float], reading: Reading) -> str:
    """The question that words answer which might be an answer to the open one."""
    likeliest = next(iter(told))
    alike = max((told[name] for name in told if _alike(name, reading.context.asking)), default=0.0)
    if likeliest == NONE:
        says_none = told[NONE] - alike >= _NO_ANSWER and len(reading.text.words) >= _WORDS
        return NONE if says_none and not _DEPENDS_ON_QUESTION.match(reading.text.low) else ""
    if _alike(likeliest, reading.context.asking):
        return likeliest if told[likeliest] - _of_the_open_one(told, reading) >= _LIKE_IT else ""
    return likeliest if told[likeliest] - alike >= _ANOTHER else ""


def _of_the_open_one(told: Mapping[str, float], reading: Reading) -> float:
    """How surely the open question is answered; who the customers are, is told of people and of firms."""
    asked = {reading.context.asking} | (
        {Topic.PERSONA, Topic.AUDIENCE} if reading.asked(Topic.PERSONA, Topic.AUDIENCE) else set()
    )
    return max((told[name] for name in told if name != NONE and topic_asked(name) in asked), default=1.0)


def _alike(question: str, topic: Topic | None) -> bool:
    """Whether a question is about the same as `topic`: customers, or how the owner works."""
    if question == NONE:
        return False
    if question == "days" and topic is Topic.GOAL:
        return True  # quiet days are what a goal is often about
    topics = {topic_asked(question), topic}
    return len(topics) == 1 or any(topics <= group for group in _ALIKE)


def fitting(reading: Reading, question: str, found: list[Finding]) -> list[Finding]:
    """Those of `found` that answer `question`; a text only where it is short enough to stand as it is."""
    fields = FIELDS[topic_asked(question)]
    short = len(reading.text.words) <= _SHORT
    told = [finding for finding in found if finding.field in fields and finding.value != _days_alone(finding.value)]
    return [finding for finding in told if short or finding.field not in FREE_TEXT]


def _days_alone(value: FactValue) -> Limits | None:
    """Limits of nothing but the days for this work: days told without that question are other days."""
    return Limits(work_days=value.work_days) if isinstance(value, Limits) and value.work_days else None
