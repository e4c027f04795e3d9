"""What counts as a question back, and when the answer was poor."""

import pytest

from coaching.answering import Grounds, grounds_of
from coaching.coach import Coach
from coaching.desk.asking import asked_back, is_poor, unhelpful
from coaching.desk.records import Asked
from coaching.message import Message, MessageKind
from journey.asides import Follow, Theory
from journey.hearing import Intent
from journey.moves import AnswerTheory
from journey.state import State
from tests.fakes.conversations import FakeConversations
from tests.fakes.library import FakeLibrary
from tests.making import heard

AFTER_THEORY = State(theory=Theory(question="wat is een persona?"))


@pytest.mark.parametrize("intent", [Intent.MEANING, Intent.WHY, Intent.WHO_READS, Intent.HELP])
def test_a_question_back_is_kept_with_what_stood_open(intent):
    assert asked_back(heard(intent), State(open="goal"), Grounds()) == Asked(intent=str(intent), question="goal")


def test_an_answer_is_no_question_back():
    assert asked_back(heard(Intent.INFORM), State(open="goal"), Grounds()) is None


def test_a_theory_question_says_which_passage_answered_it(library):
    question = "wat is een persona?"
    grounds = grounds_of([AnswerTheory(question=question)], library, "nl")
    asked = asked_back(heard(Intent.THEORY, question=question), State(), grounds)
    assert asked is not None
    assert asked.label == "general/persona"
    assert asked.nearness is not None


def test_going_on_about_an_answer_asks_nothing_new_of_the_library(library):
    grounds = grounds_of([AnswerTheory(question="persona", follow=Follow.MORE)], library, "nl")
    asked = asked_back(heard(Intent.THEORY, question="persona", follow=Follow.MORE), State(), grounds)
    assert asked == Asked(intent="theory")


@pytest.mark.parametrize(
    "words", ["daar heb ik niks aan", "Dat is geen antwoord.", "that didn't help", "not what I asked", "helpt niet"]
)
def test_says_that_the_answer_did_not_help(words):
    assert unhelpful(words, AFTER_THEORY)
    assert not unhelpful(words, State())


@pytest.mark.parametrize("words", ["dank je, helder", "ik help klanten graag", "niets bijzonders"])
def test_says_nothing_of_the_kind(words):
    assert not unhelpful(words, AFTER_THEORY)


@pytest.mark.parametrize(
    ("asked", "poor"),
    [
        (Asked(intent="theory", label="general/persona", nearness=0.97), False),
        (Asked(intent="theory", label="general/persona", nearness=0.80), True),
        (Asked(intent="theory", label="", nearness=0.95), True),
        (Asked(intent="theory", label="general/persona", nearness=0.97, unhelpful=True), True),
        (Asked(intent="theory"), False),
        (Asked(intent="why"), False),
    ],
)
def test_an_answer_is_poor_where_nothing_fits_or_it_is_far_off(asked, poor):
    assert is_poor(asked) is poor


class CountedLibrary(FakeLibrary):
    """Remembers what it was searched for."""

    def __init__(self):
        super().__init__()
        self.searched = []

    def search(self, question, language, limit=5):
        self.searched.append(question)
        return super().search(question, language, limit)


def turns(library, understanding, *messages):
    conversations = FakeConversations()
    coach = Coach(conversations, library, understanding, composer=None)  # type: ignore[arg-type]
    for *before, text in messages:
        coach.take("noor", Message(kind=MessageKind.TEXT, text=text, before=tuple(before)))
    return conversations.turns


def test_the_coach_keeps_it_with_the_turn(library, understanding):
    first, second = turns(library, understanding, ("hallo",), ("wat bedoel je daarmee?",))
    assert first.asked is None
    assert second.asked == Asked(intent="meaning", question="business")


def test_a_theory_question_is_looked_up_once(understanding):
    library = CountedLibrary()
    *_, last = turns(library, understanding, ("hallo",), ("wat is een touchpoint?",))
    assert library.searched == ["wat is een touchpoint?"]
    assert last.asked is not None
    assert last.asked.label == "general/touchpoints"


def test_in_a_burst_every_message_may_say_that_the_answer_did_not_help(library, understanding):
    *_, last = turns(library, understanding, ("wat is een touchpoint?",), ("daar heb ik niks aan", "ok"))
    assert last.unhelpful
