"""Owners who answer a question before it is put."""

import pytest

from tests.unit.coaching.understanding.conftest import facts


@pytest.mark.parametrize(
    ("asking", "text", "field", "value"),
    [
        ("email", "studenten met een kapotte fiets", "persona_situation", "studenten met een kapotte fiets"),
        ("constraints", "jonge gezinnen vooral", "persona_situation", "jonge gezinnen"),
        ("email", "bang dat het weken duurt", "persona_pain", "bang dat het weken duurt"),
        ("channels", "they're worried it takes too long", "persona_pain", "they're worried it takes too long"),
        ("constraints", "afraid it takes weeks", "persona_pain", "afraid it takes weeks"),
    ],
)
def test_who_the_customers_are_and_what_they_fear_is_heard_whatever_was_asked(asking, text, field, value, hear):
    assert facts(hear(text, asking))[field] == value


@pytest.mark.parametrize(
    ("asking", "text"),
    [("email", "klanten in een excel"), ("channels", "mensen via via"), ("constraints", "mijn ouders helpen 2 uur")],
)
def test_people_named_in_an_answer_are_not_taken_for_the_customers(asking, text, hear):
    assert "persona_situation" not in facts(hear(text, asking))


@pytest.mark.parametrize("text", ["plan aub", "maak maar een plan aub", "just give me the plan please"])
def test_who_asks_for_the_plan_tells_no_goal(text, hear):
    assert "goal" not in facts(hear(text, "goal"))


@pytest.mark.parametrize(
    "text",
    [
        "whatsapp en google. en ik heb twee uurtjes per week, vijftig euro per maand",
        "the Facebook page and Google. I'd have two hours maybe when himself has the kids, and I could put fifty a "
        "month at it",
        "google en de bus, ik kan er misschien twee uurtjes voor vrijmaken, en vijftig euro per maand",
    ],
)
def test_hours_and_money_told_with_the_channels_are_kept(text, hear):
    found = facts(hear(text, "channels"))
    assert found["channels_current"]
    assert (found["constraints"].hours_per_week, found["constraints"].euros_per_month) == (2, 50)


@pytest.mark.parametrize("text", ["website and leaflets, the lessons are two hours", "google, ik werk van 9 tot 5"])
def test_hours_of_something_else_told_with_the_channels_are_none(text, hear):
    assert "constraints" not in facts(hear(text, "channels"))


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("vijftig. en ik verkoop vooral kozijnen en houtwerk", "kozijnen en houtwerk"),
        ("fifty pounds. we sell mostly cakes", "cakes"),
        ("vijftig euro, ik verkoop niet online", None),
    ],
)
def test_what_is_sold_told_with_the_budget_is_kept(text, offer, hear):
    found = facts(hear(text, "constraints", "money"))
    assert (found["constraints"].euros_per_month, found.get("offer")) == (50, offer)


def test_who_never_said_something_tells_no_reason_to_come(hear):
    text = "I never said a hundred was nothing. July and August it's dead, everyone's at the beach, and December too"
    assert "usp" not in facts(hear(text, "email"))
