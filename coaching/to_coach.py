"""Which messages may be about the talk itself though the rules made something else of them: those are worth the time
that a look at their meaning takes."""

import re
from collections.abc import Iterable

from coaching.understanding.normalise import fold
from coaching.understanding.questions import ASKS
from journey.hearing import Heard, Intent
from journey.profile import FREE_TEXT, GoalFact, Proposal
from journey.state import State

#: Words of a question that may be taken for an answer, at most; and of what is said in words that any answer has.
_SHORT, _LONG = 10, 24
#: Who speaks of the talk speaks of themselves, to the coach, or of what is asked here.
_OF_THE_TALK = re.compile(
    r"\b(?:ik|'?k|mij|me|m'n|je|jij|jou|jouw|jullie|u|uw|ge|gij|i|i'm|i've|i'd|i'll|my|you|your|you're|you've|ya|yer|"
    r"k(?:heb|zit|ben|moet|weet|zou|val|ga|kan|wil|versta|snap|vraag)|(?:bedoel|heb|kun|zij|wil|moet|zou|ga|doe)de|"
    r"bot|chatbot|robot|computer|machine|ai|chatgpt|vraag\w*|gevraagd|vragen|questions?|antwoord\w*|answer\w*|plan|"
    r"hier|here|dit|this|these|daar|daarover|dat|da|that|"
    r"nu|now|later|straks|morgen?|vanavond|tonight|tomorrow|terug|back|verder|volgende|vorige|next|"
    r"geen|niks|niet|nie|ni|no|not|nothing|never|nooit|zeg|thanks|merci|bedankt|dank|stop|skip|pas|pass)\b"
)


def may_be_aside(heard: Heard, text: str, state: State) -> bool:
    """Whether the rules may have missed something about the talk itself, or about the answer just given."""
    if heard.private:
        return False
    if heard.intent in (Intent.THEORY, Intent.UNCLEAR, Intent.ROBOT):
        return True
    if state.open == "model" and heard.intent is Intent.ADVICE:
        return "?" not in text
    words, few = len(text.split()), len(heard.facts) <= 1
    if words <= _SHORT and few and _may_ask(heard, text, state):
        return True
    told = heard.intent in (Intent.INFORM, Intent.CORRECT) and few and _in_free_words(heard.facts)
    return told and words <= _LONG and _OF_THE_TALK.search(fold(text)) is not None


def _may_ask(heard: Heard, text: str, state: State) -> bool:
    if state.theory and heard.intent in (Intent.MEANING, Intent.WHY, Intent.INFORM):
        return True
    asks = text.rstrip().endswith("?") or ASKS.match(fold(text)) is not None
    return asks and heard.intent in (Intent.INFORM, Intent.YES, Intent.NO)


def _in_free_words(facts: Iterable[Proposal]) -> bool:
    """Whether any words at all could have been taken for these facts."""
    return all(
        fact.field in FREE_TEXT or (isinstance(fact.value, GoalFact) and fact.value.in_words_alone) for fact in facts
    )
