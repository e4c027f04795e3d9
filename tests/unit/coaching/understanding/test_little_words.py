"""Short words that change everything: a no behind a name, nothing to say, what a question is about."""

import pytest

from journey.hearing import Context, Intent
from journey.profile import ProfileField as F
from journey.topics import Topic


def heard(understanding, text, asking=None, question=""):
    return understanding.hear(text, Context(asking=asking, question=question or (asking or "")))


def facts(heard):
    return {proposal.field: proposal.value for proposal in heard.facts}


@pytest.mark.parametrize(
    "text", ["tiktok hoeft voor mij niet", "tiktok wil ik niet", "tiktok liever niet", "tiktok wil k nie"]
)
def test_a_no_behind_a_channel_rules_it_out(understanding, text):
    assert facts(heard(understanding, text, Topic.CHANNELS)) == {F.CHANNELS_EXCLUDED: ("tiktok",)}


@pytest.mark.parametrize("text", ["niks", "niks eigenlijk", "niets speciaals", "nothing really", "niks bijzonders"])
@pytest.mark.parametrize("topic", [Topic.USP, Topic.PERSONA_PAIN])
def test_having_nothing_to_say_is_no_answer_to_a_why(understanding, text, topic):
    told = heard(understanding, text, topic)
    assert told.intent is Intent.DONT_KNOW
    assert told.facts == ()


def test_the_end_of_a_list_is_no_goal(understanding):
    assert F.GOAL not in facts(heard(understanding, "ik doe insta, verder niks", Topic.GOAL))


def test_a_full_evening_and_a_closed_day_are_kept_apart(understanding):
    told = heard(understanding, "zaterdagavond veel volk, maandag toe", Topic.BUSINESS)
    days = [value for field, value in facts(told).items() if field is F.CONSTRAINTS]
    assert all("zaterdag" not in limits.closed_days for limits in days)


def test_the_age_of_customers_is_no_number_of_addresses(understanding):
    told = heard(understanding, "pendelaars van rond de 40 die snel hun fiets terug willen", Topic.EMAIL)
    assert F.EMAIL_LIST not in facts(told)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("wat bedoel je met een persona?", Topic.PERSONA),
        ("wat bedoel je met nazorg?", Topic.AFTERCARE),
        ("wat bedoel je?", Topic.CONSTRAINTS),
        ("wat bedoel je met een touchpoint?", None),
    ],
)
def test_what_a_question_back_is_about(understanding, text, about):
    told = heard(understanding, text, Topic.CONSTRAINTS, "hours")
    assert told.intent is Intent.MEANING
    assert told.about is about


@pytest.mark.parametrize("text", ["de eerste", "take it", "kies jij maar", "neem die"])
def test_the_choice_of_a_model_may_be_left_to_the_coach(understanding, text):
    assert heard(understanding, text, Topic.MODEL).intent is Intent.YES


def test_asking_why_something_matters_is_theory_and_not_doubt_about_the_question(understanding):
    assert heard(understanding, "waarom is mond-tot-mond zo belangrijk?", Topic.USP).intent is Intent.THEORY


@pytest.mark.parametrize("text", ["prijs ong 50 eu", "ongeveer 50 euro per keer", "+- 60 euro"])
def test_a_rough_price_is_a_price(understanding, text):
    assert F.PRICE in facts(heard(understanding, text, Topic.PRICE))
