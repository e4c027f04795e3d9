"""An owner who says that it was told before: "dat heb ik al gezegd: studenten", "busy mums, like I said", "de zaak heet
De Kroon zei ik". Only what stands beside that is an answer."""

import re

from coaching.understanding.findings import Finding
from coaching.understanding.talk.asked_about import READ_OVER
from coaching.understanding.text.normalise import Span, Text, fold
from coaching.understanding.wordlists import load
from journey.hearing import Context
from journey.profile import FREE_TEXT
from journey.topics import Topic

_WORDS = {name: "|".join(signs) for name, signs in load("correcting")["said_before"].items()}
_BEGINS, _ENDS = r"(?:^|(?<=[,.;:!?(\n-])|(?<=[,.;:!?(\n-]\s))\s*", r"(?=\s*(?:[,.;:!?)\n-]|$))"
_TOLD = re.compile(rf"{_BEGINS}(?:{_WORDS['told']}){_ENDS}[\s,.;:!?)-]*")
_AS = re.compile(rf"(?:{_BEGINS}(?:{_WORDS['as']})\b|\b(?:{_WORDS['as']}){_ENDS})[\s,.;:!?)-]*")
#: Where anything may be put right, and what was told before may be what is wrong.
_NOT_THEN = (Topic.CONFIRM, Topic.PLAN_FEEDBACK, Topic.MODEL, None)

_SAID_SO = re.compile(rf"(?<=\w)[\s,]+(?:{_WORDS['as']}|{_WORDS['said_so']}){_ENDS}")


def without_saying_so(text: Text, context: Context) -> tuple[Text, Context]:
    """The message without a "zei ik" behind what it puts right, where all is read over; and as said at the summary."""
    said = list(_SAID_SO.finditer(text.low)) if context.asking in READ_OVER else []
    if not said:
        return text, context
    clean, low = list(text.clean), list(text.low)
    for match in said:
        for letters in (clean, low):
            letters[match.start() : match.end()] = " " * (match.end() - match.start())
    asking = {"asking": Topic.CONFIRM, "question": Topic.CONFIRM.value} if context.asking is Topic.MODEL else {}
    return Text(text.original, "".join(clean), "".join(low), text.offsets), context.model_copy(update=asking)


def said_before(text: Text, context: Context) -> list[Span]:
    """The stretches that say that it was told before, in answer to a question."""
    if context.asking in _NOT_THEN:
        return []
    return [Span(match.start(), match.end()) for sign in (_TOLD, _AS) for match in sign.finditer(text.low)]


def adds_nothing(finding: Finding, context: Context) -> bool:
    """Whether the words of a repeated answer are all in what is known: it overwrites nothing by less."""
    if finding.field not in FREE_TEXT or not isinstance(finding.value, str):
        return False
    words = re.findall(r"[\w'-]+", fold(finding.value))
    known = [fold(str(fact.value)) for field, fact in context.profile.facts.items() if field in FREE_TEXT]
    return any(all(re.search(rf"\b{re.escape(word)}\b", value) for word in words) for value in known)
