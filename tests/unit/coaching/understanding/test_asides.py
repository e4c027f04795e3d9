"""What is said to the coach around an answer: that it is a robot, that the owner has to go."""

import pytest

from journey.hearing import Intent
from journey.profile import GoalFact
from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize("asking", ["goal", "offer"])
@pytest.mark.parametrize(
    ("text", "goal"),
    [
        (
            "O oké, een robot dus, hoi robot! Wat ik wil is dat de webshop van 6 naar 20 bestellingen per week gaat",
            "de webshop van 6 naar 20 bestellingen per week gaat",
        ),
        ("O grappig, een robot! Wat ik wil is dat we van 10 naar 16 honden gaan", "van 10 naar 16 honden gaan"),
        ("ah ok, dus je bent een programma. Ik wil meer volk op dinsdag", "meer volk op dinsdag"),
        ("hi robot! we want more regulars", "more regulars"),
    ],
)
def test_a_goal_behind_a_remark_on_the_robot_is_told_alone(hear: Hear, text: str, asking: str, goal: str) -> None:
    told = facts(hear(text, asking))
    assert isinstance(told["goal"], GoalFact)
    assert told["goal"].text == goal
    assert "robot" not in str(told.get("offer"))


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("hoi robotje! bruidstaarten", "bruidstaarten"),
        ("hello robot, wedding cakes mostly", "wedding cakes"),
        ("robots voor scholen", "robots voor scholen"),
        ("een programma voor boekhouders", "programma voor boekhouders"),
        ("een machine, een houtklover en een aanhangwagen", "machine, een houtklover en een aanhangwagen"),
    ],
)
def test_robots_and_machines_may_be_sold(hear: Hear, text: str, offer: str) -> None:
    assert facts(hear(text, "offer"))["offer"] == offer


@pytest.mark.parametrize(
    ("text", "asking", "field", "told"),
    [
        ("ja kleine groepjes. ik moet er vandoor, mijn les begint", "usp", "usp", "kleine groepjes"),
        (
            "ik ken iedereen bij naam, maar ik moet nu gaan, er staat een klant",
            "usp",
            "usp",
            "ik ken iedereen bij naam",
        ),
        ("they're afraid it hurts. gotta dash, my next client is here", "persona_pain", "persona_pain", None),
        ("dat het pijn doet. 'k moet weg, tot morgen", "persona_pain", "persona_pain", "dat het pijn doet"),
        (
            "ontbijt met eigen eieren. Ik moet er efkes vandoor, de kamers moeten nog gedaan worden, maar zegt maar "
            "als ge nog iets moet hebben hè.",
            "usp",
            "usp",
            "ontbijt met eigen eieren",
        ),
    ],
)
def test_having_to_go_is_no_part_of_the_answer(
    hear: Hear, text: str, asking: str, field: str, told: str | None
) -> None:
    heard = hear(text, asking)
    assert facts(heard)[field] == (told or "they're afraid it hurts")
    assert heard.intent is Intent.INFORM


@pytest.mark.parametrize(
    "text",
    ["ik moet er vandoor", "ik moet weg, we doen later verder", "gotta go, talk later", "'k moet weg, tot morgen"],
)
def test_who_only_has_to_go_stops(hear: Hear, text: str) -> None:
    heard = hear(text, "usp")
    assert heard.intent is Intent.STOP
    assert not heard.facts


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("dat ze weg moeten voor hun werk", "persona_pain"),
        ("ze moeten stoppen met roken", "persona_need"),
        ("ik moet vaak naar klanten toe, dat vinden ze fijn", "usp"),
        ("mijn les begint altijd stipt", "usp"),
    ],
)
def test_what_only_sounds_like_leaving_is_told_whole(hear: Hear, text: str, asking: str) -> None:
    assert text in facts(hear(text, asking)).values() or text in map(str, facts(hear(text, asking)).values())


def test_who_says_the_name_over_tells_no_goal(hear: Hear) -> None:
    told = hear("nonna sonia dus, kookworkshops voor groepen, pasta maken", "goal", business_name="Nonna Sonia")
    assert "goal" not in facts(told)


def test_by_when_is_told_in_the_clause_behind_a_goal(hear: Hear) -> None:
    goal = facts(hear("I want more regulars, by easter ideally", "offer"))["goal"]
    assert isinstance(goal, GoalFact)
    assert goal.deadline == "easter"
