"""What an owner says about the talk itself, told by its meaning where no pattern of the rules fits its words."""

import re

from coaching.ports import Library
from coaching.understanding.normalise import fold
from coaching.understanding.questions import ASKS
from journey.asides import AGREEING, Follow
from journey.hearing import Heard, Intent
from journey.state import Phase, State
from prompts.words import Words

#: Questions with which the coach proposes something.
_PROPOSALS = ("confirm", "model")
#: What these are about is the question that stands open.
_OF_THE_QUESTION = (Intent.MEANING, Intent.WHY, Intent.ADVICE)
#: Words long enough to mean something, and how much of one is compared ("verkoop", "verkopen").
_WORD, _STEM = re.compile(r"[^\W\d_]{5,}"), 6
#: What an owner should do, or which channel to be on: no question about the journey, but what the plan is made for.
_WHAT_TO_DO = re.compile(
    r"\bw(?:at?|o) (?:moet|zou|zal|kan) (?:ek|ik|we|wij) (?:(?:nu|dan|hier) )*doen\b"
    r"|\b(?:moet|zou|zal) (?:ek|ik|we|wij) (?:(?:nu|dan|best|beter|niet|ook|dus) )*op (?:de |den |het |'t )?\w+"
    r"|\bwhat (?:should|do|can) (?:i|we) do\b|\bshould (?:i|we) (?:\w+ )?(?:be|go|get|start) on\b"
)
#: Words of a question without a question mark, at least.
_QUESTION = 4


def aside_in(heard: Heard, text: str, state: State, library: Library) -> Heard:
    """`heard` as a question about the talk or about the answer just given, where `text` is one; else as it was."""
    said = heard.question or text
    if heard.intent is Intent.THEORY and state.phase is not Phase.PLANNED and _wants_the_plan(said):
        return heard.model_copy(update={"intent": Intent.IN_PLAN})
    asks = ASKS.match(fold(said)) is not None
    kind = library.aside(f"{said}?" if asks and "?" not in said else said, heard.language or state.language)
    if kind in set(Follow) and state.theory:
        return _going_on(heard, said, Follow(kind))
    if kind == Follow.EXAMPLE and state.question and state.question.open:
        return heard.model_copy(update={"intent": Intent.DONT_KNOW, "facts": ()})
    if kind in set(Follow):
        return _asking(heard, text)
    if kind in AGREEING or (kind == "advice" and state.open == "model" and "?" not in said):
        agrees = state.open in _PROPOSALS and not asks
        return heard.model_copy(update={"intent": Intent.YES}) if agrees else _asking(heard, text)
    if not kind or heard.intent is Intent(kind):
        return _asking(heard, text)
    intent = Intent(kind)
    kept = heard.facts if heard.intent is Intent.THEORY else ()
    about = state.asking if intent in _OF_THE_QUESTION else None
    return heard.model_copy(update={"intent": intent, "facts": kept, "about": about, "question": said})


def _wants_the_plan(said: str) -> bool:
    """Whether a question is what the plan is made for."""
    return _WHAT_TO_DO.search(fold(said)) is not None


def asks_about_question(heard: Heard, state: State) -> bool:
    """Whether a question about a meaning is about a word of the question that stands open."""
    if heard.intent is not Intent.MEANING or heard.about is not None or not state.open:
        return False
    words = Words(state.language)
    put = " ".join(words.raw(f"{how}.{state.open}") for how in ("ask", "again"))
    return bool(_stems(heard.question) & _stems(put))


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(fold(text))}


def _going_on(heard: Heard, said: str, follow: Follow) -> Heard:
    return heard.model_copy(update={"intent": Intent.THEORY, "facts": (), "question": said, "follow": follow})


def _asking(heard: Heard, text: str) -> Heard:
    """A question without its question mark is a question all the same."""
    asks = ASKS.match(fold(text)) and len(text.split()) >= _QUESTION
    if heard.intent is Intent.UNCLEAR and asks:
        return heard.model_copy(update={"intent": Intent.THEORY, "question": text})
    return heard
