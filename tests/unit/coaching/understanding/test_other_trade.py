"""The kind of business put right."""

import pytest

from journey.hearing import Intent
from tests.unit.coaching.understanding.conftest import Hear, facts

SHOP = {"sector": "cafe_bar", "offer": "zeep"}


@pytest.mark.parametrize("asking", ["confirm", "plan_feedback", "goal"])
@pytest.mark.parametrize(
    "text",
    [
        "Nee haha geen café, een webshop in zeep!",
        "soort zaak is webshop",
        "pff oke. verander soort zaak naar webshop",
        "kind of business is wrong, it's a webshop",
        "soort zaak klopt ni, 't is een webwinkel",
    ],
)
def test_a_shop_is_of_what_is_sold_there_whatever_it_was_taken_for(hear: Hear, text: str, asking: str) -> None:
    assert facts(hear(text, asking, **SHOP))["sector"] == "handmade_webshop"


@pytest.mark.parametrize(
    ("text", "known", "sector"),
    [
        ("Ik ben een webshop, geen café", "cafe_bar", "retail"),
        ("geen cateringzaak!! een eethuis", "caterer", "restaurant"),
        ("I'm a dog walker not a vet", "veterinary", "pets"),
        ("not a cafe at all, a bakery", "cafe_bar", "bakery"),
        ("dat 'café' is fout, wij zijn een frituur", "cafe_bar", "restaurant"),
        ("soort zaak: garage", "restaurant", "automotive"),
        ("sector moet bakkerij zijn", "restaurant", "bakery"),
    ],
)
def test_the_trade_that_is_denied_gives_way_to_the_one_beside_it(
    hear: Hear, text: str, known: str, sector: str
) -> None:
    heard = hear(text, "confirm", sector=known)
    assert heard.intent is Intent.CORRECT
    assert facts(heard)["sector"] == sector


@pytest.mark.parametrize("text", ["soort zaak is webshop. geen café dus", "kind of business is a web shop, not a pub"])
def test_the_right_kind_told_once_more_changes_nothing_and_answers_nothing_else(hear: Hear, text: str) -> None:
    heard = hear(text, "usp", sector="handmade_webshop", offer="zeep")
    assert {"sector", "usp"} & set(facts(heard)) == set()


def test_a_kind_of_business_that_no_list_knows_takes_the_place_of_the_wrong_one(hear: Hear) -> None:
    assert facts(hear("soort zaak is zwaardvegerij", "confirm", sector="cafe_bar"))["sector"] == "general"


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("soort zaak klopt niet", "cafe_bar"),
        ("wij zijn een café en geen restaurant", "cafe_bar"),
        ("geen kapper van dertien in een dozijn", "hair_beauty"),
        ("een kapsalon en we verkopen ook sieraden", "hair_beauty"),
    ],
)
def test_a_trade_that_is_not_denied_stays(hear: Hear, text: str, sector: str) -> None:
    assert "sector" not in facts(hear(text, "confirm", sector=sector))
