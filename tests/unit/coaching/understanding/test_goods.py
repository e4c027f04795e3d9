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


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("aanbod is nasi rames, rijsttafel en catering", "nasi rames, rijsttafel en catering"),
        ("offer is group dog walks, solo walks and cat visits", "group dog walks, solo walks and cat visits"),
        ("the offer is driving lessons, the twelve lesson bundle and tests", None),
        ("aanbod: zeep, shampoo bars en giftboxes", "zeep, shampoo bars en giftboxes"),
        ("what we sell is cheese", "cheese"),
        ("nee, het aanbod is eigenlijk nasi en bami", "nasi en bami"),
        ("plaats is Zwolle", ""),
    ],
)
def test_an_offer_that_is_named_so_comes_whole_and_without_its_verb(hear: Hear, text: str, offer: str | None) -> None:
    whole = text.removeprefix("the offer is ") if offer is None else offer
    assert facts(hear(text, "confirm")).get("offer", "") == whole


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("Slagerij Verbeke in Deinze, ge kent ons misschien van de americain", "americain"),
        ("bakkerij in Gent, bekend om de mattentaarten", "mattentaarten"),
        ("bakery in Hull, known for sourdough", "sourdough"),
        ("hallo janneke hier, nagels in Assen", "nagels"),
    ],
)
def test_what_a_business_is_known_for_is_its_offer(hear: Hear, text: str, offer: str) -> None:
    assert facts(hear(text, "business"))["offer"] == offer


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("Kantoor Brinkman te Amersfoort. Administratie voor zzp'ers", "Administratie voor zzp'ers"),
        ("Salon Ans in Meppel, knippen en kleuren", "knippen en kleuren"),
        ("Bloemen in Gent", "Bloemen"),
    ],
)
def test_the_name_of_the_business_with_its_town_is_no_offer(hear: Hear, text: str, offer: str) -> None:
    assert facts(hear(text, "offer"))["offer"] == offer


@pytest.mark.parametrize(
    ("text", "asking", "customers"),
    [
        ("wild garlic pesto, sold to hotels and a few farm shops", "business", "hotels and a few farm shops"),
        ("we grow microgreens near Eindhoven, chefs buy it", "business", "chefs"),
        ("mensen met een paardenwei bellen mij", "constraints", "mensen met een paardenwei"),
        ("our regulars are teachers, they all come in at 4", "constraints", "teachers"),
        ("kruidenazijn, wordt verkocht aan restaurants", "business", "restaurants"),
        ("wij drukken trouwkaarten, bruidsparen bestellen ze bij ons", "business", "bruidsparen"),
        ("mijn vaste klanten zijn verpleegkundigen", "goal", "verpleegkundigen"),
    ],
)
def test_customers_are_told_by_what_they_do(hear: Hear, text: str, asking: str, customers: str) -> None:
    assert facts(hear(text, asking))["persona_situation"] == customers


@pytest.mark.parametrize("text", ["mensen bellen mij", "boeren kopen ze niet meer", "our regulars are in my WhatsApp"])
def test_nobody_in_particular_is_no_customer(hear: Hear, text: str) -> None:
    assert "persona_situation" not in facts(hear(text, "goal"))


@pytest.mark.parametrize(
    "text",
    [
        "Let's do the campsite first.",
        "laten we eerst de camping doen",
        "over de bakkerij eerst",
        "eerst de frituur dan",
        "the campsite first please",
        "let's start with the bakery",
    ],
)
def test_which_business_comes_first_is_no_offer(hear: Hear, text: str) -> None:
    assert "offer" not in facts(hear(text, "offer"))


@pytest.mark.parametrize("text", ["first aid courses", "eerste communiekleren", "safety first training"])
def test_such_words_within_an_offer_are_no_order(hear: Hear, text: str) -> None:
    assert "offer" in facts(hear(text, "offer"))


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("ah well the main thing would be the home visit, and I do a thing where they take four", "home visit"),
        ("it's the full groom that brings in most, and I do a thing where the third one is half price", "full groom"),
        ("well mostly it's the full service, and I do a deal if they bring two", "full service"),
        ("het voornaamste is de grote beurt", "grote beurt"),
        ("het meeste wat we verkopen is brood", "brood"),
        ("I do all kinds of things, mostly fencing", "fencing"),
        ("I do stuff with wood", "stuff with wood"),
    ],
)
def test_what_brings_in_most_is_the_offer_and_a_thing_is_none(hear: Hear, text: str, offer: str) -> None:
    assert facts(hear(text, "offer"))["offer"] == offer


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("Wij organiseren elke maand een repair café", "repair café"),
        ("ik geef elke zaterdag kooklessen in Gent", "kooklessen"),
        ("one day courses in pottery", "one day courses in pottery"),
    ],
)
def test_how_often_is_no_part_of_the_offer(hear: Hear, text: str, offer: str) -> None:
    assert facts(hear(text, "offer"))["offer"] == offer


@pytest.mark.parametrize(
    "text",
    [
        "ik begin een poetsbedrijf in Brussel",
        "we starten een traiteurzaak in Gent",
        "kgo een frietkot beginnen in Aalst",
    ],
)
def test_beginning_is_no_trade(hear: Hear, text: str) -> None:
    assert "offer" not in facts(hear(text, "business"))


@pytest.mark.parametrize(("text", "offered"), [("dat vind ik weggegooid geld", False), ("ik bereid maaltijden", True)])
def test_a_participle_is_no_verb_of_selling(hear: Hear, text: str, offered: bool) -> None:
    assert ("offer" in facts(hear(text, "offer"))) is offered
