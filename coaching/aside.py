"""What an owner says about the talk itself, told by its meaning where no pattern of the rules fits its words."""

import re

from coaching.ports import Library
from coaching.understanding.intents.questions import ASKS, asks_openly, asks_somehow, asks_until_it_helps, labels
from coaching.understanding.intents.subject import asks_about_all
from coaching.understanding.text.normalise import fold
from journey.asides import AGREEING, Aside, Follow
from journey.hearing import QUESTIONS_BACK, Heard, Intent
from journey.profile import Change, in_free_words
from journey.state import Phase, State
from journey.topics import Topic
from prompts.words import Words

#: How much nearer to asides a message must be than to anything else, in cosine: one that asks; and than to answers: one
#: of which nothing was made, and one of which an answer was made, which must not be lost. Tuned on one half each of
#: `bench/understanding` and `bench/retrieval` (docs/decisions/0063).
_ASKING, _NOTHING_MADE, _ANSWERING = 0.005, 0.0075, 0.015
#: What takes an owner out of the talk, or back in it, and how sure that must be: "zelfde dag klaar" sells something.
_INTERRUPTING, _TO_INTERRUPT = (Intent.STOP, Intent.BACK, Intent.RESTART), 0.02
#: Words of a question that may be taken for an answer, at most; and of any other message, at least and at most: fewer
#: mean too many things.
_SHORT, _FEW, _LONG = 10, 3, 24
#: Questions with which the coach proposes something.
_PROPOSALS = ("confirm", "model")
#: What these are about is the question that stands open.
_OF_THE_QUESTION = (Intent.MEANING, Intent.WHY, Intent.ADVICE, Intent.SKIP, Intent.DONT_KNOW)
#: Kinds of aside that are no intent's name.
_INTENTS = {
    "agree": Intent.YES,
    "leave": Intent.YES,
    "disagree": Intent.NO,
    Follow.EXAMPLE.value: Intent.DONT_KNOW,
}
#: Words long enough to mean something, and how much of one is compared ("verkoop", "verkopen").
_WORD, _STEM = re.compile(r"[^\W\d_]{5,}"), 6
#: What an owner should do, or which channel to be on: no question about the journey, but what the plan is made for.
_WHAT_TO_DO = re.compile(
    r"\bw(?:at?|o) (?:moet|zou|zal|kan) (?:ek|ik|we|wij) (?:(?:nu|dan|hier) )*doen\b"
    r"|\b(?:moet|zou|zal) (?:ek|ik|we|wij) (?:(?:nu|dan|best|beter|niet|ook|dus) )*op (?:de |den |het |'t )?\w+"
    r"|\bwhat (?:should|do|can) (?:i|we) do\b|\bshould (?:i|we) (?:\w+ )?(?:be|go|get|start) on\b"
)
#: Words with which somebody leaves a talk or says why: a name or a promise to customers ("zelfde dag klaar") has none.
_LEAVING = re.compile(
    r"\b(?:ik|'?k|kben|kmoet|we|wij|ons|mij|moet|i|i'm|i'll|i've|im|we'll|let's|let us|me|must|wacht\w*|wait|hold|"
    r"verder|voort|stop\w*|\w*pauze|pause|break|later|straks|vanavond|tonight|tomorrow|then|telefoon|phone|bel|bell|doorbell|"
    r"deur|door|klant\w*|customers?|iemand|some(?:body|one)|volk|bezoek|visitors|moment\w*|ogenblik\w*|sec|efkes|even|genoeg|"
    r"enough|tot|until|bye|daag|goesting|zin|beu|bothered|moe|tired|tijd|time|now|nu|today|vandaag|back|terug|batterij|"
    r"battery)\b"
)
#: Words in which somebody asks how long the talk takes: "meer sportblessures" sells something.
_LENGTH = re.compile(
    r"\b(?:lang\w*|long\w*|nog|hoeveel|many|much|vragen|vraagjes|questions?|du(?:ur|re)\w*|klaar|done|finish\w*|far|ver|hoever|"
    r"einde?|end|left|tijd|time|minu\w+|bijna|nearly|almost|gedaan|takes?|taking|progress|opschiet\w*|schiet|dragg?\w*)\b"
)
#: Words in which somebody asks what the coach costs: "of g'n prijs geeft" is a customer's doubt.
_COSTING = re.compile(
    r"\b(?:kost\w*|gratis|free|beta(?:al|len)\w*|pay\w*|paid|costs?|charge\w*|geld|money|factu\w+|bill|invoice|"
    r"abonnement|subscription|rekening|catch|fees?|account|prijs op|hoeveel|how much|voor niks|for nothing)\b"
)
#: What an owner asks for from customers, or gives them: whether that is free is a question about the trade.
_OWN_DEALINGS = re.compile(
    r"\b(?:offert\w*|bestek\w*|plaatsbezoek\w*|proef\w*|staal\w*|korting\w*|mijn \w+|m'n \w+|klant\w*|gasten|patienten|"
    r"ik (?:\w+ )?(?:vragen|rekenen|aanrekenen)|(?:vragen|rekenen|aanrekenen) (?:voor|vor|vo)|quotes?|quotations?|"
    r"estimates?|call-?outs?|samples?|discounts?|customers?|clients?|patients|guests|my \w+|"
    r"i (?:\w+ )?(?:charge|ask))\b"
)
#: What customers, the owner or the business are to be called.
_CALLED = re.compile(
    r"^\W*(?:(?:en|and|please|just|gewoon|ja|nee|no)\W+)*(?:call|noem|zeg maar)\b(?! (?:you|je|jij|u|jou)\b)"
)
#: Kinds that are told by their meaning only where the words ask something, or are these.
_ABOUT_THE_TALK = {Intent.HOW_LONG.value: _LENGTH, Intent.COST.value: _COSTING}
_CLAUSE = re.compile(r"[,;:.]\s+")
#: All that is kept of somebody: what is to go from a plan is less.
_ERASING = re.compile(
    r"\b(?:alles|gegevens|data|account|gesprek|chat|profiel|systeem|mij|me|niks|niets|everything|all|my|"
    r"this (?:chat|talk)|nothing|system)\b"
)
#: What some kinds are never said without, and what makes words another's that sound like them.
_NEEDS = {Intent.STOP.value: _LEAVING, Intent.DELETE.value: _ERASING}
_NEVER = {Intent.COST.value: _OWN_DEALINGS, Intent.ROBOT.value: _CALLED}
#: What asks the coach to do something, other than to explain.
_REQUEST = re.compile(
    r"\W*(?:(?:en|maar|ja|dus|and|but|so)\W+)*(?:kan|kun|kunt|kunde|wil|wilt|wilde|zou|zoudt|can|could|will|would)\s+"
    r"(?:je|jij|ge|gij|u|you)\b(?!.*\b(?:uitleggen|leg|vertellen|vertel|zeggen|explain|tell|say)\b)"
)
#: Words of a question without a question mark, at least.
_QUESTION = 4
#: Words of a question that is more than "wat bedoel je daarmee?", at least.
_LONG_QUESTION = 7


def may_be_aside(heard: Heard, text: str, state: State) -> bool:
    """Whether the rules may have missed something about the talk itself, or about the answer just given: only then is
    its meaning worth the time that a look at it takes."""
    if heard.private:
        return False
    if heard.intent in (Intent.THEORY, Intent.ROBOT):
        return True
    if _nothing_made(heard):
        return " " in text.strip()
    if state.open == "model" and heard.intent is Intent.ADVICE:
        return "?" not in text
    words = len(text.split())
    if len(heard.facts) > 1 or words > _LONG:
        return False
    informs = heard.intent in (Intent.INFORM, Intent.CORRECT) and words >= _FEW
    told = informs and all(
        fact.change is not Change.ADD and in_free_words(fact.field, fact.value) for fact in heard.facts
    )
    return told or (words <= _SHORT and _may_ask(heard, text, state))


def _nothing_made(heard: Heard) -> bool:
    """Whether nothing was taken from a message: words about a plan are passed on even then."""
    return heard.intent is Intent.UNCLEAR or (heard.intent is Intent.INFORM and not heard.facts)


def _may_ask(heard: Heard, text: str, state: State) -> bool:
    if state.theory and heard.intent in (Intent.MEANING, Intent.WHY, Intent.INFORM):
        return True
    asks = text.rstrip().endswith("?") or ASKS.match(fold(text)) is not None
    return asks and heard.intent in (Intent.INFORM, Intent.YES, Intent.NO)


def aside_in(heard: Heard, text: str, state: State, library: Library) -> Heard:
    """`heard` as something said about the talk or about the answer just given, where `text` is that; else as it was.
    What was taken from the same words goes, but not what was told beside a question."""
    said = heard.question or text
    if heard.intent is Intent.THEORY and state.phase is not Phase.PLANNED and _wants_the_plan(said):
        return heard.model_copy(update={"intent": Intent.IN_PLAN})
    asks = _asks(said)
    put = f"{said}?" if asks and "?" not in said else said
    found = library.asides(put, heard.language or state.language)
    nearest = next((aside for aside in found if _fits(aside.kind, state, asks=asks)), None)
    if nearest is None or not _near_enough(nearest, heard, put):
        return _asking(heard, text)
    if nearest.kind in set(Follow) and state.theory:
        return _going_on(heard, said, Follow(nearest.kind))
    return _said(heard, text, _intent(nearest, said, state), state)


def _fits(kind: str, state: State, *, asks: bool) -> bool:
    """Whether this kind of aside can be meant here."""
    if kind in AGREEING:
        return state.open in _PROPOSALS and not asks
    if kind == Intent.RESUME:
        return state.paused
    if kind == Follow.EXAMPLE and state.question and state.question.open:
        return True
    return kind not in set(Follow) or state.theory is not None


def _near_enough(aside: Aside, heard: Heard, put: str) -> bool:
    asks = put.rstrip().endswith("?")
    if asks and min(aside.over_answers, aside.over_questions) <= _ASKING:
        return False
    if not _in_words_of(aside.kind, fold(put)):
        return False
    if aside.kind == Intent.HOW_LONG and asks_until_it_helps(fold(put)):
        return False
    if aside.kind in _ABOUT_THE_TALK and not (asks_somehow(fold(put)) or _ABOUT_THE_TALK[aside.kind].search(fold(put))):
        return False
    if aside.kind in _INTERRUPTING:
        return aside.over_answers > _TO_INTERRUPT
    if heard.intent is Intent.THEORY:
        return asks or aside.over_answers > _NOTHING_MADE
    return aside.over_answers > (_NOTHING_MADE if heard.intent is Intent.UNCLEAR else _ANSWERING)


def _in_words_of(kind: str, low: str) -> bool:
    """Whether folded words have what this kind of aside is never said without, and nothing that no such aside has."""
    needs, never = _NEEDS.get(kind), _NEVER.get(kind)
    return (needs is None or needs.search(low) is not None) and (never is None or never.search(low) is None)


def _intent(aside: Aside, said: str, state: State) -> Intent:
    """What is wanted. Asking for advice at the choice of a model, in words that don't ask, leaves the choice to the
    coach."""
    if aside.kind == "advice" and state.open == "model" and "?" not in said:
        return Intent.YES
    return _INTENTS.get(aside.kind) or Intent(aside.kind)


def _said(heard: Heard, text: str, intent: Intent, state: State) -> Heard:
    if heard.intent is intent:
        return _asking(heard, text)
    return heard.model_copy(
        update={
            "intent": intent,
            "facts": heard.facts if heard.intent is Intent.THEORY else (),
            "about": _about(intent, text, state),
            "question": (heard.question or text) if intent in QUESTIONS_BACK else "",
        }
    )


def _about(intent: Intent, text: str, state: State) -> Topic | None:
    if intent is Intent.WHY and asks_about_all(text):
        return Topic.CONFIRM
    return state.asking if intent in _OF_THE_QUESTION else None


def _wants_the_plan(said: str) -> bool:
    """Whether a question is what the plan is made for."""
    return _WHAT_TO_DO.search(fold(said)) is not None


def asks_about_question(heard: Heard, state: State) -> bool:
    """Whether a question about a meaning is about a word of the question that stands open."""
    if heard.intent is not Intent.MEANING or heard.about is not None or not state.open:
        return False
    words = Words(state.language)
    texts = [f"{how}.{state.open}" for how in ("ask", "again")]
    put = " ".join(words.raw(text) for text in texts if words.has(text))
    return bool(_stems(heard.question) & _stems(put)) or _joins_words_of(heard.question, put)


def _joins_words_of(said: str, put: str) -> bool:
    """Whether a word was put apart where it is said in one: "komen ... tegen" and "tegenkomen"."""
    asked = _WORD.findall(fold(put))
    return any(word.startswith(first) and word != first for word in _WORD.findall(fold(said)) for first in asked)


def not_of_question(heard: Heard, text: str, state: State) -> Heard:
    """A long question once the plan is there asks about the journey: what stands open then needs no explaining."""
    of_the_question = heard.intent in (Intent.MEANING, Intent.WHY, Intent.ADVICE)
    short = len(text.split()) < _LONG_QUESTION or heard.about is Topic.CONFIRM
    if state.phase is not Phase.PLANNED or not of_the_question or short:
        return heard
    return heard.model_copy(update={"intent": Intent.THEORY, "about": None, "question": text})


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(fold(text))}


def _going_on(heard: Heard, said: str, follow: Follow) -> Heard:
    return heard.model_copy(update={"intent": Intent.THEORY, "facts": (), "question": said, "follow": follow})


def _asks(text: str) -> bool:
    """Whether a text, or a clause of it, begins as a question does."""
    return not labels(fold(text)) and any(asks_openly(clause) for clause in _CLAUSE.split(fold(text)))


def _wants_done(text: str) -> bool:
    """Whether what is asked is that the coach does something: "kunt ge dat eruit halen"."""
    return any(_REQUEST.match(clause) for clause in _CLAUSE.split(fold(text)))


def _asking(heard: Heard, text: str) -> Heard:
    """A question without its question mark is a question all the same."""
    asks = _asks(text) and len(text.split()) >= _QUESTION
    if _nothing_made(heard) and asks and not (heard.intent is Intent.INFORM and _wants_done(text)):
        return heard.model_copy(update={"intent": Intent.THEORY, "question": text})
    return heard
