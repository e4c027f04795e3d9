"""Which question a message answers where it says so itself: "oh, uren: 4 per week lukt wel"."""

import re

from coaching.understanding.talk.asked_about import limit_told, topic_asked
from coaching.understanding.text.normalise import Span, Text
from coaching.understanding.wordlists import load
from journey.hearing import Context
from journey.topics import FIELDS, Topic

#: By question: of the topic that money and hours share, either may be asked.
_NAMES = {question: re.compile(pattern) for question, pattern in load("addressed")["questions"].items()}
_LEAD = re.compile(load("addressed")["lead"])
_MARK = re.compile(load("addressed")["mark"])
#: Marks behind which nothing but the answer follows.
_CUT = frozenset([":", "=", "betreft", "betreft:"])
_NOT_IN_PASSING = frozenset([Topic.CONFIRM, Topic.PLAN_FEEDBACK, Topic.MODEL, None])


def addressed(text: Text, context: Context) -> tuple[Text, Context]:
    """The answer, and the context with the question that the message names in front of it; both as they were where it
    names none."""
    if context.asking in _NOT_IN_PASSING:
        return text, context
    start = lead.end() if (lead := _LEAD.match(text.low)) else 0
    for question, names in _NAMES.items():
        named = names.match(text.low, start)
        topic = topic_asked(question)
        mark = _MARK.match(text.low, named.end()) if named else None
        if mark and not _known(context, question, topic):
            answer = text.without([Span(0, mark.end())]) if mark.group().strip() in _CUT else text
            return answer, context.model_copy(update={"asking": topic, "question": question})
    return text, context


def _known(context: Context, question: str, topic: Topic) -> bool:
    """Whether an answer would put right what was told before."""
    if topic is Topic.CONSTRAINTS:
        return limit_told(context.profile, question)
    return any(context.profile.told(field) for field in FIELDS[topic])
