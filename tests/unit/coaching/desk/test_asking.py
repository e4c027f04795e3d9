"""What counts as a question back, and when the answer was poor."""

import pytest

from coaching.coach import Coach
from coaching.desk.asking import asked_back, is_poor, unhelpful
from coaching.desk.records import Asked
from coaching.message import Message, MessageKind
from journey.asides import Follow, Theory
from journey.hearing import Intent
from journey.state import State
from tests.fakes.conversations import FakeConversations
from tests.making import heard

AFTER_THEORY = State(theory=Theory(question="wat is een persona?"))


@pytest.mark.parametrize("intent", [Intent.MEANING, Intent.WHY, Intent.WHO_READS, Intent.HELP])
def test_a_question_back_is_kept_with_what_stood_open(library, intent):
    assert asked_back(heard(intent), State(open="goal"), library, "nl") == Asked(intent=str(intent), question="goal")


def test_an_answer_is_no_question_back(library):
    assert asked_back(heard(Intent.INFORM), State(open="goal"), library, "nl") is None


def test_a_theory_question_says_which_passage_answered_it(library):
    asked = asked_back(heard(Intent.THEORY, question="wat is een persona?"), State(), library, "nl")
    assert asked is not None
    assert asked.label != ""
    assert asked.nearness is not None


def test_going_on_about_an_answer_asks_nothing_new_of_the_library(library):
    asked = asked_back(heard(Intent.THEORY, question="persona", follow=Follow.MORE), State(), library, "nl")
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


def test_the_coach_keeps_it_with_the_turn(library, understanding):
    conversations = FakeConversations()
    coach = Coach(conversations, library, understanding, composer=None)  # type: ignore[arg-type]
    for words in ("hallo", "wat bedoel je daarmee?"):
        coach.take("noor", Message(kind=MessageKind.TEXT, text=words))
    first, second = (turn.asked for turn in conversations.turns)
    assert first is None
    assert second == Asked(intent="meaning", question="business")
