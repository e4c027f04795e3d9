import pytest

from journey.profile import Limits
from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize(
    ("text", "hours", "euros"),
    [
        ("een uurtje hooguit en drie tientjes in de maand", 1, 30),
        ("twintig euro in de maand en een uurtje", 1, 20),
        ("een half uurtje, en dat mag vijftien euro per maand kosten", 0.5, 15),
        ("maandag ben ik gesloten dus dan een uur of drie, en geld niet veel, zestig per maand ofzo", 3, 60),
        ("drie uur per week en vijftig per maand", 3, 50),
        ("2u en 30 euro p/m", 2, 30),
        ("2 hrs max n like a score a month", 2, 20),
        ("an hour, and I'd say fifty a month at the most", 1, 50),
        ("een uur of twee en dat mag niks kosten", 2, 0),
    ],
)
def test_a_month_told_of_the_money_is_not_one_of_the_hours(hear: Hear, text: str, hours: float, euros: float) -> None:
    told = facts(hear(text, "constraints", "hours", offer="fietsen"))
    assert isinstance(told["constraints"], Limits)
    assert (told["constraints"].hours_per_week, told["constraints"].euros_per_month) == (hours, euros)
    assert "price" not in told


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("4 uur per maand", 1),
        ("per maand een uur of vier", 1),
        ("een dag per maand", 2),
        ("eight hours a month", 2),
        ("maand of twee geleden had ik meer tijd, nu 3 uur", 3),
        ("bout an hour n a half", 1.5),
        ("Drie. Nee, realistisch: twee.", 2),
        ("Vier. Nee, eerlijk: drie.", 3),
        ("five, no honestly three", 3),
        ("twee uurkes, allez nee, eentje", 1),
    ],
)
def test_hours_are_told_the_way_people_tell_them(hear: Hear, text: str, hours: float) -> None:
    assert facts(hear(text, "constraints", "hours"))["constraints"] == Limits(hours_per_week=hours)


def test_hours_asked_again_are_heard_with_what_was_put_right_before_them(hear: Hear) -> None:
    text = "nee geen instagram zei ik toch! een uurtje hooguit hoor en het mag twee tientjes in de maand kosten"
    told = facts(hear(text, "constraints", "hours", offer="knippen", channels_current=("instagram",)))
    assert told["channels_excluded"] == ("instagram",)
    assert told["constraints"] == Limits(hours_per_week=1, euros_per_month=20)


@pytest.mark.parametrize("text", ["fifty like I said", "vijftig zei ik toch", "fifty euro a month, I said"])
def test_money_told_again_answers_the_question_for_it(hear: Hear, text: str) -> None:
    told = facts(hear(text, "constraints", "money", constraints=Limits(hours_per_week=2)))
    assert told == {"constraints": Limits(euros_per_month=50)}


@pytest.mark.parametrize(
    "text", ["ok take that one x", "go on then the one u say", "kids cut is 12 and we do two chairs"]
)
@pytest.mark.parametrize("asking", ["confirm", "model"])
def test_a_number_of_something_else_is_no_hours(hear: Hear, text: str, asking: str) -> None:
    known = Limits(hours_per_week=2, euros_per_month=20)
    assert "constraints" not in facts(hear(text, asking, offer="haircuts", constraints=known))
