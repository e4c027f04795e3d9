"""Turns of owners who do not wait for a question, type what could be tapped, or come back later."""

import pytest

from coaching.coach import Coach
from coaching.planning.composer import Composer
from journey.profile import Limits
from journey.profile import ProfileField as F
from tests.fakes.conversations import FakeConversations
from tests.unit.coaching.test_coach import Talk, text_of


@pytest.fixture
def talk(library, understanding):
    return Talk(Coach(FakeConversations(), library, understanding, Composer(library)), owner="messy")


def test_the_first_message_of_all_tells_of_the_business(talk):
    answer = talk.says("zadelmaker")
    assert answer.profile.text(F.OFFER) == "zadelmaker"


def test_a_first_message_that_says_nothing_is_not_called_unclear(talk):
    answer = talk.says("wa is da hier?")
    assert answer.state.open == "business"
    assert "niet helemaal" not in text_of(answer)


def test_the_number_of_an_example_may_be_typed(talk):
    talk.says("ik heb een bakkerij in Gent")
    shown = talk.says("weet niet")
    assert shown.state.open == "offer"
    picked = talk.says("2")
    assert picked.profile.told(F.OFFER)
    assert picked.state.open != "offer"


def test_only_what_is_new_of_hours_and_money_is_read_back(talk):
    for text in ("bakkerij in Gent, ik verkoop taarten", "nieuwe klanten", "instagram en de winkel"):
        answer = talk.says(text)
    while answer.state.open != "hours":
        answer = talk.taps(f"skip:{answer.state.open}")
    talk.says("2 uur per week")
    answer = talk.says("50 euro per maand")
    assert answer.profile.limits == Limits(hours_per_week=2, euros_per_month=50)
    assert "2 uur" not in text_of(answer)


def test_what_a_caption_says_of_the_picture_is_no_answer(talk):
    answer = talk.shows("photo", "dit is mijn kantoor")
    assert answer.profile.facts.keys() <= {F.LANGUAGE}


def test_what_answers_nothing_is_kept_as_a_remark_and_the_question_comes_again(talk):
    talk.says("ik heb een bakkerij in Gent, ik verkoop taarten")
    talk.says("meer bestellingen voor doordeweeks")
    asked = talk.says("instagram en de winkel").state.open
    answer = talk.says("onze kok gaat volgend jaar met pensioen")
    assert answer.profile.many(F.NOTES) == ("onze kok gaat volgend jaar met pensioen",)
    assert "opmerking" in text_of(answer)
    assert answer.state.open == asked


def test_who_comes_back_may_answer_at_once(talk):
    talk.says("ik heb een bakkerij in Gent, ik verkoop taarten")
    talk.says("stop")
    answer = talk.says("meer bestellingen voor doordeweeks")
    assert answer.profile.told(F.GOAL)
