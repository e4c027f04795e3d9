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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("gewoon meer werk verdomme", "meer werk"),
        ("20 weddings next year instead of 11 💍", "20 weddings next year instead of 11"),
        ("meer volk, miljaar", "meer volk"),
        ("more bookings ffs", "more bookings"),
        ("meer klanten 🙏🙏", "meer klanten"),
        ("amai druk vandaag, maar meer volk op maandag", "meer volk op maandag"),
        ("no the goal is wrong, it's ten more regulars by Easter", "ten more regulars by Easter"),
    ],
)
def test_swearing_emoji_and_remarks_are_no_part_of_a_goal(hear: Hear, text: str, told: str) -> None:
    goal = goal_in(hear, text, "goal")
    assert goal is not None
    assert goal.text == told


@pytest.mark.parametrize(
    ("text", "told", "current", "target"),
    [
        (
            "well I'd love to be getting about six new ones a month, I'm at about three now, and usually it's the "
            "daughter who rings me, she'd be in her forties",
            "about six new ones a month, I'm at about three now",
            3,
            6,
        ),
        (
            "ik wil vijf leerlingen erbij en wie dat dan zijn dat zijn eigenlijk altijd moeders van rond de veertig",
            "vijf leerlingen erbij",
            None,
            5,
        ),
        (
            "minder Booking, nu is dat misschien twintig procent en ik zou naar veertig willen",
            "minder Booking, nu is dat misschien twintig procent en ik zou naar veertig willen",
            20,
            40,
        ),
        ("10 percent direct now and I'd like 30", "10 percent direct now and I'd like 30", 10, 30),
    ],
)
def test_a_goal_ends_where_the_customers_are_told(
    hear: Hear, text: str, told: str, current: float | None, target: float
) -> None:
    goal = goal_in(hear, text, "goal")
    assert goal is not None
    assert (goal.text, goal.current, goal.target) == (told, current, target)


@pytest.mark.parametrize(
    "text",
    ["januari is dood hier", "in augustus komt er geen kat", "in de namiddag zit er niemand", "mondays are dead"],
)
def test_when_nobody_comes_is_a_goal_of_quiet_times(hear: Hear, text: str) -> None:
    goal = goal_in(hear, text, "goal")
    assert goal is not None
    assert goal.kind is Goal.QUIET_TIMES


@pytest.mark.parametrize(
    "text",
    ["nee winter is juist stil", "nee, in juli is het druk", "no, July and August are quiet", "nee, maandag is kalm"],
)
def test_when_it_is_quiet_puts_no_goal_right(hear: Hear, text: str) -> None:
    known = GoalFact(text="zes binnenklussen")
    assert "goal" not in facts(hear(text, "channels", goal=known))


@pytest.mark.parametrize("text", ["nee, de maandagen vullen", "no, fill the quiet mornings"])
def test_filling_a_quiet_time_does(hear: Hear, text: str) -> None:
    assert "goal" in facts(hear(text, "confirm", goal=GoalFact(text="zes binnenklussen")))


@pytest.mark.parametrize(
    ("text", "now", "then"),
    [
        ("we get about 5 bookings a month nov to march and id love 12", 5, 12),
        ("negen onderhoudsbeurten in de week en dat moeten er vijftien worden", 9, 15),
        ("we hebben 6 klanten per week, graag 10", 6, 10),
        ("25 a week now, want 35 by easter", 25, 35),
    ],
)
def test_what_is_wished_for_comes_behind_what_there_is(hear: Hear, text: str, now: int, then: int) -> None:
    goal = goal_in(hear, text, "goal")
    assert goal is not None
    assert (goal.current, goal.target) == (now, then)


@pytest.mark.parametrize("asking", ["confirm", "plan_feedback"])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("binnenwerk is het doel", "binnenwerk"),
        ("ja, binnenwerk, dat is mijn doel", "binnenwerk"),
        ("inside work is the goal", "inside work"),
        ("the goal is inside work", "inside work"),
        ("de winter vullen blijft ons doel", "de winter vullen"),
    ],
)
def test_a_goal_may_stand_before_its_name(hear: Hear, text: str, told: str, asking: str) -> None:
    goal = goal_in(hear, text, asking, goal="iets anders")
    assert goal is not None
    assert goal.text == told


@pytest.mark.parametrize("text", ["wat is het doel", "dit is niet mijn doel", "what is the goal"])
def test_asking_for_the_goal_or_denying_it_tells_none(hear: Hear, text: str) -> None:
    assert goal_in(hear, text, "plan_feedback") is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("id like another 30 regulars, theres 140 the now", Goal.NEW_CUSTOMERS),
        ("ten more regulars", Goal.NEW_CUSTOMERS),
        ("more regulars, people come twice and then vanish", Goal.REPEAT),
        ("my 30 regulars to come more often", Goal.REPEAT),
    ],
)
def test_so_many_regulars_more_are_new_ones_and_more_of_them_come_back(hear: Hear, text: str, kind: Goal) -> None:
    goal = goal_in(hear, text, "goal")
    assert goal is not None
    assert goal.kind is kind
