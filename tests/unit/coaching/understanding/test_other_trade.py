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
        ("ik ben geen boekhoudkantoor jongens toch, een bakkerij met tearoom", "accountant", "bakery"),
        ("wij zijn geen garage zulle, ne fietsenmaker", "automotive", "bike"),
        ("boekhoudkantoor??? nee!! we zijn een slagerij", "accountant", "butcher"),
        ("Bakery?? No! I'm a florist", "bakery", "florist"),
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


@pytest.mark.parametrize(
    ("text", "asking", "known"),
    [
        ("nee wacht, ons Kelly zegt tachtig, die doet de boekhouding", "channels", "bakery"),
        ("wacht, het is Lokeren en niet Damme, maar de tearoom daar gaat het mij om", "offer", "bakery"),
        ("I told you already! smells of forest and plum cake", "usp", "handmade_webshop"),
        ("sorry, ons moeder had vroeger een café", "goal", "bakery"),
        ("no, our supplier is a bakery", "confirm", "cafe_bar"),
        ("nee wacht, de boekhouding doet mijn zus", "confirm", "bakery"),
        ("no sorry, my brother does window cleaning, he told me", "persona", "florist"),
        ("een bakkerij? nee die zijn duurder dan wij", "usp", "bakery"),
    ],
)
def test_a_trade_of_somebody_else_or_in_passing_is_not_taken_for_the_owners(
    hear: Hear, text: str, asking: str, known: str
) -> None:
    assert "sector" not in facts(hear(text, asking, sector=known))


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("bakkerij in Lokeren, ons Kelly doet de boekhouding", "bakery"),
        ("ik heb een kapsalon in Gent en mijn man is elektricien", "hair_beauty"),
        ("I run a flower shop in Hull, my husband works as a plumber", "florist"),
        ("my daughter owns a hair salon in Hull, I help her", "hair_beauty"),
        ("hoi, ik ben van de kaaswinkel in Gouda", "deli"),
        ("Jan hier van de fietsenwinkel in Gent", "bike"),
        ("ik ben de buurman van de bakker, ik verkoop fietsen", "bike"),
    ],
)
def test_who_opens_with_two_trades_has_the_one_that_is_not_a_relatives(hear: Hear, text: str, sector: str) -> None:
    assert facts(hear(text, "business"))["sector"] == sector


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("nee, een slagerij", "butcher"),
        ("sorry, café bedoel ik", "cafe_bar"),
        ("no, it's a hair salon", "hair_beauty"),
        ("maak er een fietsenwinkel van", "bike"),
    ],
)
def test_a_trade_told_by_itself_in_a_correction_is_the_owners(hear: Hear, text: str, sector: str) -> None:
    assert facts(hear(text, "confirm", sector="bakery"))["sector"] == sector


@pytest.mark.parametrize(
    "text",
    [
        "a physio, on my own since I left the hospital in Limerick",
        "I run a cafe, I quit nursing",
        "since I left the factory",
    ],
)
def test_where_the_owner_was_before_is_no_offer(hear: Hear, text: str) -> None:
    assert "offer" not in facts(hear(text, "business"))
