"""Goals in other words than ours."""

import pytest

from journey.keys import Goal
from journey.profile import GoalFact
from tests.unit.coaching.understanding.conftest import Hear, facts


def goal_in(hear: Hear, text: str, asking: str, **known: str) -> GoalFact | None:
    goal = facts(hear(text, asking, **known)).get("goal")
    return goal if isinstance(goal, GoalFact) else None


@pytest.mark.parametrize("asking", ["goal", "confirm", "persona"])
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("wat beter moet nou de dinsdagmiddag he die zit nooit vol", Goal.QUIET_TIMES),
        ("die woensdagochtenden moeten voller", Goal.QUIET_TIMES),
        ("ik zou vooral de maandagen vol willen", Goal.QUIET_TIMES),
        ("I just want the phone to ring more in January", Goal.QUIET_TIMES),
        ("I want the old ones back in", Goal.REPEAT),
        ("ik zou graag hebben dat de vroegere klanten terugkomen", Goal.REPEAT),
        ("kzou willen da ze er iets bij nemen", Goal.SPEND),
        ("I'd like them to add a treatment on", Goal.SPEND),
        ("ik zou willen dat de buurt weet dat wij bestaan", Goal.AWARENESS),
        ("tien nieuwe vaste klanten", Goal.NEW_CUSTOMERS),
    ],
)
def test_a_goal_is_told_in_any_words_and_at_any_time(hear: Hear, text: str, kind: Goal, asking: str) -> None:
    goal = goal_in(hear, text, asking, sector="hair_beauty")
    assert goal is not None
    assert goal.kind is kind


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("tien nieuwe vaste klanten voor de zomer", "klanten"),
        ("5 new regular clients by June", "clients"),
        ("vijf extra vaste leden", "leden"),
    ],
)
def test_new_regulars_are_new_customers(hear: Hear, text: str, unit: str) -> None:
    goal = goal_in(hear, text, "goal")
    assert goal is not None
    assert (goal.kind, goal.unit) == (Goal.NEW_CUSTOMERS, unit)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ik ben geen coach haha, een stoffenwinkel! Dat er meer volk komt", "Dat er meer volk komt"),
        ("waar is dan mijn doel gebleven, de dinsdagmiddag vullen", "de dinsdagmiddag vullen"),
        ("mijn doel dat is gewoon meer volk op de workshops", "meer volk op de workshops"),
        ("new customers isn't it, I've enough of them. I want the old ones back in", "the old ones back in"),
    ],
)
def test_remarks_before_a_goal_are_no_part_of_it(hear: Hear, text: str, told: str) -> None:
    goal = goal_in(hear, text, "goal", sector="retail")
    assert goal is not None
    assert told in goal.text
    assert goal.text.endswith(told)


def test_a_goal_that_goes_on_about_what_was_said_is_told_with_that(hear: Hear) -> None:
    text = "maandag en dinsdagmiddag is het stil, die moeten voller"
    assert facts(hear(text, "email"))["goal"].text == text


def test_prices_are_no_goal(hear: Hear) -> None:
    assert "goal" not in facts(hear("een vast bedrag per maand, 89 euro. Boekhouding en btw-aangifte", "goal"))


@pytest.mark.parametrize(
    ("text", "target", "current"),
    [
        ("8 boarders at the minute, the kennels would hold 20, so 20 by Easter", 20, 8),
        ("20 tafels per avond, nu 8", 20, 8),
    ],
)
def test_what_is_now_is_told_before_or_behind_what_should_be(
    hear: Hear, text: str, target: float, current: float
) -> None:
    goal = goal_in(hear, text, "goal")
    assert goal is not None
    assert (goal.target, goal.current) == (target, current)


@pytest.mark.parametrize(("text", "told"), [("nee wacht: vijftien", "vijftien"), ("oops, 20", "20")])
def test_a_number_alone_puts_the_goal_right_that_was_told_last(hear: Hear, text: str, told: str) -> None:
    known = GoalFact(text="tien nieuwe leden", kind=Goal.NEW_CUSTOMERS, target=10, unit="leden")
    goal = facts(hear(text, "channels", price="12 euro", goal=known))["goal"]
    assert isinstance(goal, GoalFact)
    assert goal.text == f"{told} nieuwe leden"
