"""What an owner says about the talk itself, told by its meaning where no pattern of the rules fits its words."""

from coaching.ports import Library
from journey.asides import AGREEING, Follow
from journey.hearing import Heard, Intent
from journey.state import State

#: Questions with which the coach proposes something.
_PROPOSALS = ("confirm", "model")
#: What these are about is the question that stands open.
_OF_THE_QUESTION = (Intent.MEANING, Intent.WHY, Intent.ADVICE)


def aside_in(heard: Heard, text: str, state: State, library: Library) -> Heard:
    """`heard` as a question about the talk or about the answer just given, where `text` is one; else as it was."""
    said = heard.question or text
    kind = library.aside(said, heard.language or state.language)
    if kind in set(Follow):
        return _going_on(heard, said, Follow(kind)) if state.theory else heard
    if kind in AGREEING or (kind == "advice" and state.open == "model" and "?" not in said):
        return heard.model_copy(update={"intent": Intent.YES}) if state.open in _PROPOSALS else heard
    if not kind or heard.intent is Intent(kind):
        return heard
    intent = Intent(kind)
    kept = heard.facts if heard.intent is Intent.THEORY else ()
    about = state.asking if intent in _OF_THE_QUESTION else None
    return heard.model_copy(update={"intent": intent, "facts": kept, "about": about, "question": said})


def _going_on(heard: Heard, said: str, follow: Follow) -> Heard:
    return heard.model_copy(update={"intent": Intent.THEORY, "facts": (), "question": said, "follow": follow})
