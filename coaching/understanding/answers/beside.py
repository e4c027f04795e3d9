"""Which question a message answers by what it tells, where that isn't the one which is open: owners answer late, or
tell what is on their mind."""

import re

from coaching.understanding.channels.channels import Channels
from coaching.understanding.findings import Finding
from coaching.understanding.phrases.people import PEOPLE_WORDS
from coaching.understanding.talk.asked_about import limit_told, topic_asked
from coaching.understanding.text.normalise import Text
from coaching.understanding.wordlists import load
from journey.hearing import Context
from journey.profile import GoalFact, Profile
from journey.topics import FIELDS, Topic

_COUNT = (
    r"(?:\b(?:\d+(?:[.,]\d+)?|een|half|halve?|anderhal\w+|twee|drie|vier|vijf|zes|acht|tien|paar|an?|one|two|three|four|"
    r"five|six|ten|couple of)(?:\s?(?:a|à|of|to|or|-)\s?\d+)?)"
)
_AMOUNT = (
    r"(?:(?:€|£|\$)\s*\d[\d.,]*|\b\d[\d.,]*\s*(?:€|euro'?s?|eur|quid|pounds?|£)|\b\w+(?:tig|honderd|duizend|hundred|ty)"
    r"\s+(?:euro|quid|pounds?))"
)
_STANDS_FOR = {"&amount": _AMOUNT, "&people": PEOPLE_WORDS, "&count": _COUNT}
#: "die dingen kosten vierduizend euro" tells no price of the owner's.
_OF_THEIRS = re.compile(load("money")["of_theirs"])
#: Not answers in an interview: there what is told is put beside what is known.
_NOT_THEN = frozenset(
    [Topic.BUSINESS, Topic.OFFER, Topic.AUDIENCE, Topic.CONFIRM, Topic.PLAN_FEEDBACK, Topic.MODEL, Topic.TRADE, None]
)

#: What is found by its words in any clause, so that the rest of the message isn't taken along.
_CUED = frozenset([Topic.PERSONA, Topic.PERSONA_PAIN])
#: Who is to come is part of a goal: "klanten die vaker terugkomen".
_WHO_IS_WANTED = (Topic.GOAL, Topic.PERSONA)


def _pattern(signs: list[str]) -> re.Pattern[str]:
    whole = "|".join(f"(?:{sign})" for sign in signs) or r"(?!)"
    for name, words in _STANDS_FOR.items():
        whole = whole.replace(name, words)
    return re.compile(whole)


_SIGNS = {question: _pattern(signs) for question, signs in load("beside")["questions"].items()}
_QUESTIONS = tuple((topic_asked(question), question) for question in _SIGNS)


class Beside:
    """Tells what is said beside the question."""

    def __init__(self, channels: Channels) -> None:
        self._channels = channels

    def answered(self, text: Text, context: Context, found: list[Finding]) -> list[tuple[Topic, str]]:
        """The questions that a message plainly answers beside the open one, each as topic and key; none where it may
        answer that, and none whose answer is known or `found`."""
        if context.asking in _NOT_THEN or any(map(_is_plain_goal, found)) or self._may_answer(text, context):
            return []
        return [
            (topic, question)
            for topic, question in _QUESTIONS
            if topic is not context.asking
            and (context.asking, topic) != _WHO_IS_WANTED
            and not _known(context.profile, question, topic)
            and not (topic in _CUED and any(f.field is FIELDS[topic][0] for f in found))
            and self._shows(text, question, topic)
        ]

    def _may_answer(self, text: Text, context: Context) -> bool:
        if context.asking in (Topic.CHANNELS, Topic.CHANNELS_NOT):
            return self._channels.names(text)
        return self._shows(text, context.question, context.asking)

    def _shows(self, text: Text, question: str, topic: Topic | None) -> bool:
        if topic is Topic.CHANNELS:
            return self._channels.listed(text)
        if topic is Topic.USP and self._channels.spoken_of(text):
            return False
        if topic is Topic.PRICE and _OF_THEIRS.search(text.low):
            return False
        signs = _SIGNS.get(question) or (_SIGNS.get(topic.value) if topic else None)
        return signs is not None and signs.search(text.low) is not None


def _known(profile: Profile, question: str, topic: Topic) -> bool:
    """Whether it was told before: then it would be put right, not answered."""
    if topic is Topic.CONSTRAINTS:
        return limit_told(profile, question)
    return any(profile.told(field) for field in FIELDS[topic][:1])


def _is_plain_goal(finding: Finding) -> bool:
    """Whether this is a goal that its words leave no doubt of."""
    return isinstance(finding.value, GoalFact) and not finding.value.in_words_alone
