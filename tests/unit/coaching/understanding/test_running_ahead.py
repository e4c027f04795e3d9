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
