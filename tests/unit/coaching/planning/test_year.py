"""Months that an owner told go before those that are usual in the trade."""

from collections.abc import Mapping

import pytest

from coaching.planning.year import in_months_told, in_their_year, months, months_listed, year_told
from journey.keys import Address
from journey.profile import Limits, Profile, ProfileField
from journey.trades import Sector
from knowledge.records import load_sectors
from prompts.words import Words
from tests.making import profile

DUTCH = Words("nl", Address.JE)


@pytest.fixture(scope="module")
def sectors() -> Mapping[str, Sector]:
    return {sector.key: sector for sector in load_sectors()}


def quiet_in(*named: str) -> Profile:
    return profile(**{ProfileField.CONSTRAINTS: Limits(quiet_days=named)})


def test_months_and_seasons_are_known_in_both_languages() -> None:
    assert months(["januari", "March", "dinsdag", "zomer"]) == (1, 3, 6, 7, 8)


def test_told_quiet_months_replace_those_of_the_trade_and_are_said_so(sectors: Mapping[str, Sector]) -> None:
    told = in_their_year(sectors["bakery"], quiet_in("november"))
    assert told.quiet_months == (11,)
    assert told.nl.setting.slow_time == ("in november",)
    assert told.en.setting.slow_time == ("in November",)


def test_a_month_told_as_quiet_is_no_longer_busy(sectors: Mapping[str, Sector]) -> None:
    busy = sectors["bakery"].busy_months[0]
    told = in_their_year(sectors["bakery"], quiet_in(DUTCH.say(f"month.{busy}")))
    assert busy not in told.busy_months


def test_days_of_the_week_leave_the_year_of_the_trade_alone(sectors: Mapping[str, Sector]) -> None:
    assert in_their_year(sectors["bakery"], quiet_in("dinsdag")) is sectors["bakery"]


def test_a_plan_says_when_to_begin_on_a_quiet_month_by_the_length_of_a_purchase(
    sectors: Mapping[str, Sector],
) -> None:
    limits = Limits(quiet_days=("januari", "februari"))
    said = year_told(limits, sectors["painter"], DUTCH, customers="klanten")
    assert "januari en februari" in said
    assert "vanaf december" in said
    assert "vanaf november" in year_told(limits, sectors["party_venue"], DUTCH, customers="klanten")


@pytest.mark.parametrize(("named", "fall_in"), [("kerst", (12,)), ("Easter", (4,)), ("zomervakantie", (7, 8))])
def test_a_holiday_stands_for_the_months_it_falls_in(named, fall_in):
    assert months([named]) == fall_in


@pytest.mark.parametrize(
    ("named", "listed", "when"),
    [
        (["mei", "juni", "juli", "augustus", "september"], "mei tot september", "van mei tot september"),
        (["winter"], "december tot februari", "van december tot februari"),
        (["maart", "januari", "februari"], "januari tot maart", "van januari tot maart"),
        (["januari", "mei", "juni", "juli"], "januari en mei tot juli", "in januari en van mei tot juli"),
        (["juli", "augustus"], "juli en augustus", "in juli en augustus"),
        (["dinsdag"], "", ""),
    ],
)
def test_months_on_end_are_named_by_the_first_and_the_last(named, listed, when):
    assert months_listed(named, DUTCH) == listed
    assert in_months_told(named, DUTCH) == when
