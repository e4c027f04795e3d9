import pytest

from journey.profile import Limits
from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("in augustus zijn we dicht", Limits(closed_days=("augustus",))),
        ("in januari en februari is het hier stil", Limits(quiet_days=("januari", "februari"))),
        (
            "december is een gekkenhuis maar in de zomer is het stil",
            Limits(quiet_days=("zomer",), busy_days=("december",)),
        ),
        ("woensdag is mijn vrije dag", Limits(closed_days=("woensdag",))),
        ("closed mon to wed", Limits(closed_days=("monday", "tuesday", "wednesday"))),
        ("ma t/m wo is het kalm", Limits(quiet_days=("maandag", "dinsdag", "woensdag"))),
        ("in het weekend gesloten", Limits(closed_days=("zaterdag", "zondag"))),
        ("maandag zijn we open, dinsdag gesloten", Limits(closed_days=("dinsdag",))),
        (
            "weekends are mad and then Monday to Thursday you could hear a sock drop",
            Limits(busy_days=("saturday", "sunday"), quiet_days=("monday", "tuesday", "wednesday", "thursday")),
        ),
        (
            "zaterdag is druk en dan maandag hoor je een speld vallen",
            Limits(busy_days=("zaterdag",), quiet_days=("maandag",)),
        ),
        ("zaterdag en zondag zijn druk", Limits(busy_days=("zaterdag", "zondag"))),
    ],
)
def test_days_months_and_seasons_are_heard_with_what_is_said_of_them(hear: Hear, text: str, limits: Limits) -> None:
    found = [proposal.value for proposal in hear(text).facts if isinstance(proposal.value, Limits)]
    assert _merged(found) == limits


def test_a_day_off_is_no_closing_day_where_hours_were_asked(hear: Hear) -> None:
    assert facts(hear("vrijdagnamiddag ben ik vrij dus een uur of 3", "constraints", "hours"))["constraints"] == Limits(
        hours_per_week=3
    )


@pytest.mark.parametrize(
    "text", ["Twee uurtjes, op zaterdag als de winkel dicht is", "two hours, saturdays when the shop is shut"]
)
def test_when_there_is_time_for_this_is_no_closing_day(hear: Hear, text: str) -> None:
    assert facts(hear(text, "constraints", "hours"))["constraints"] == Limits(hours_per_week=2)


@pytest.mark.parametrize(
    "text",
    ["the hotel is closed since March", "my brother has a shop that closed in March", "in juli is de school dicht"],
)
def test_what_is_closed_of_somebody_else_is_no_closing_day(hear: Hear, text: str) -> None:
    assert "constraints" not in facts(hear(text, "goal"))


def test_a_hotel_that_is_closed_is_the_owners_own_where_that_is_the_business(hear: Hear) -> None:
    heard = hear("the hotel is closed in january", "goal", offer="hotel rooms")
    assert facts(heard)["constraints"] == Limits(closed_days=("january",))


def _merged(found: list[Limits]) -> Limits:
    merged = Limits()
    for limits in found:
        merged = merged.with_(limits)
    return merged
