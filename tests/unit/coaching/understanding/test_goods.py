"""Goods told without a verb are the offer, all of them; moods, sizes and people are not."""

import pytest

from journey.profile import Limits
from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        (
            "hi there, florist in Stroud. bouquets, wedding flowers and dried wreaths",
            "bouquets, wedding flowers and dried wreaths",
        ),
        ("kapsalon in Kortrijk, dames en heren, knippen en kleuren", "knippen en kleuren"),
        (
            "pff drukke dag gehad, maar goed. ik heb een nagelstudio in Ninove, gelnagels en pedicure",
            "gelnagels en pedicure",
        ),
        ("Hallo, tuinaanleg en onderhoud rond Zwolle, Wim hier", "tuinaanleg en onderhoud"),
        ("ijssalon in Bredene, schepijs en wafels, bolletje 2 euro", "schepijs en wafels"),
    ],
)
def test_a_list_beside_the_trade_is_what_is_sold(hear: Hear, text: str, offer: str) -> None:
    assert facts(hear(text, "business"))["offer"] == offer


@pytest.mark.parametrize(
    "text",
    [
        "bloemenwinkel leuven, vlug he want er staat volk",
        "pff lange dag gehad. ik heb een libanees restaurant in Antwerpen",
        "B&B Het Duinhuis in Domburg, drie kamers",
        "kapsalon in Kortrijk, dames en heren",
    ],
)
def test_moods_sizes_and_people_beside_the_trade_are_not(hear: Hear, text: str) -> None:
    assert "offer" not in facts(hear(text, "business"))


def test_a_price_keeps_the_thing_it_buys(hear: Hear) -> None:
    heard = hear("koffiebar in Mechelen. specialty koffie en zelfgebakken taart, cappuccino 4 euro", "business")
    assert facts(heard)["price"] == "cappuccino 4 euro"


def test_hours_a_week_lend_no_period_to_the_money(hear: Hear) -> None:
    heard = hear("3u per week en 40 euro", "constraints", "hours")
    assert facts(heard)["constraints"] == Limits(hours_per_week=3, euros_per_month=40)
