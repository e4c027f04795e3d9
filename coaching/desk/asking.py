"""What owners ask back, and whether the answer helped."""

import re

from coaching.answering import Grounds
from coaching.desk.records import Asked
from journey.hearing import QUESTIONS_BACK, Heard, Intent
from journey.state import State

#: What is a question back.
_ASKING = QUESTIONS_BACK | {Intent.HELP, Intent.ABOUT_PLAN}
#: An answer from a passage no nearer than this (cosine) was likely beside the question.
FAR = 0.88

_UNHELPFUL = re.compile(
    r"\b(?:(?:daar|hier) (?:heb|ben) ik (?:niks|niets|weinig|niet veel) (?:aan|mee)|helpt? (?:me |mij )?niet|"
    r"(?:dat|dit) is geen antwoord|(?:dat|dit) (?:was|is) (?:mijn vraag niet|niet (?:mijn vraag|wat ik vroeg))|"
    r"geen antwoord op mijn vraag|(?:doesn't|does not|didn't|did not|not) help\w*|"
    r"not (?:what i asked|my question)|(?:that's|that is) no answer|no use to me)\b",
    re.IGNORECASE,
)


def asked_back(heard: Heard, state: State, grounds: Grounds) -> Asked | None:
    """The question that a message asks back while `state` stood, and was answered on these `grounds`; None where it
    asks none."""
    if heard.intent not in _ASKING:
        return None
    asked = Asked(intent=str(heard.intent), question=state.open)
    if heard.intent is not Intent.THEORY or heard.follow or not grounds.found:
        return asked
    label = grounds.passages[0].label if grounds.passages else ""
    return asked.model_copy(update={"label": label, "nearness": grounds.found[0].nearness})


def unhelpful(text: str, state: State) -> bool:
    """Whether a message says that the answer just given didn't help."""
    return state.theory is not None and bool(_UNHELPFUL.search(text))


def is_poor(asked: Asked) -> bool:
    """Whether a question was answered poorly by the library."""
    if asked.intent != Intent.THEORY:
        return False
    return asked.unhelpful or (asked.nearness is not None and (not asked.label or asked.nearness < FAR))
