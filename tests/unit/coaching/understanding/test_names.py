"""Names of owners and businesses as they type them."""

import pytest

from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("waggy tails by shaz its called lol, dog walks in Hull", "Waggy Tails By Shaz"),
        ("called kevs plumbing lol", "Kevs Plumbing"),
        ("Kev's Plumbing it's called, Leeds", "Kev's Plumbing"),
        ("zaak heet de gouden lepel haha, frituur in Aalst", "De Gouden Lepel"),
        ("Mulligan School of Motoring in Galway", "Mulligan School of Motoring"),
        ("Sam's Salon, hairdresser in Derby", "Sam's Salon"),
        ("Bean & Co, koffiebar in Gent", "Bean & Co"),
        ("Femke hier, founder van Schuim & Zo uit Zwolle", "Schuim & Zo"),
        ("ik heb een bakkerijtje in Zwolle, Bakker Teunis, vooral zuurdesem", "Bakker Teunis"),
        ("wij doen tuinen, Hovenier Van Dijk, Breda", "Hovenier Van Dijk"),
        ("wij hebben nen b&b in Watou, 't Hoppeveld heet da, drie kamers", "'t Hoppeveld"),
        ("'t Zusje, koffiebar in Gent", "'t Zusje"),
        ("onze zaak heet 't Hoppeveld", "'t Hoppeveld"),
        ("De Krul is de naam, kapsalon in Aalst", "De Krul"),
        ("ik heb De Krul in Aalst, kapsalon", "De Krul"),
        ("I've got the Salt Shed in Whitby", "The Salt Shed"),
        ("we run The Laughing Goat in Hull", "The Laughing Goat"),
        ("kheb een trimsalon voor honden in Hasselt, Wafwijs", "Wafwijs"),
        ("wij hebben een kleine B&B met vier kamers in Durbuy, Villa Rosa.", "Villa Rosa"),
        ("little pottery studio in York, Mudlark", "Mudlark"),
        ("garage. verstraete. wetteren", "Verstraete"),
        ("my little shop is called Wosk & Wick (wosk is wax in Polish!)", "Wosk & Wick"),
    ],
)
def test_a_business_is_named_in_the_words_of_its_owner(hear: Hear, text: str, name: str) -> None:
    assert facts(hear(text, "business"))["business_name"] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("im Denise i do mobile dog grooming", "Denise"),
        ("im shaz i do dog walking", "Shaz"),
        ("im kev, plumber in Leeds", "Kev"),
        ("hoi jan, bakkerij in gent", "Jan"),
        ("mn zus en ik runnen n b&b op Texel. Anneke trouwens", "Anneke"),
        ("bloemenwinkel in Aalst. Veerle is de naam", "Veerle"),
        ("kapsalon aan huis in dalen, gerda", "Gerda"),
        ("dog groomer round stockport, sean", "Sean"),
    ],
)
def test_an_owner_tells_a_first_name_beside_the_trade(hear: Hear, text: str, name: str) -> None:
    assert facts(hear(text, "business"))["owner_name"] == name


@pytest.mark.parametrize("text", ["im fully booked most days", "im based in Leeds", "hoi coach, ik heb een garage"])
def test_not_every_word_behind_im_or_hello_is_a_name(hear: Hear, text: str) -> None:
    assert "owner_name" not in facts(hear(text, "business"))


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Brinkman is al 12 jaar bezig trouwens", "Kantoor Brinkman"),
        ("Stitch has been going 9 years btw", "Stitch & Co"),
        ("de klanten van Brinkman zijn tevreden", "Kantoor Brinkman"),
    ],
)
def test_an_aside_with_part_of_the_name_renames_nothing(hear: Hear, text: str, known: str) -> None:
    assert "business_name" not in facts(hear(text, "confirm", business_name=known))


@pytest.mark.parametrize(
    ("text", "known", "name"),
    [
        ("gewoon Brinkman, zonder kantoor", "Kantoor Brinkman", "Brinkman"),
        ("take the And Sons off the name", "Foley And Sons", "Foley"),
        ("naam Toko Melati", "Melati", "Toko Melati"),
        ("it's Foley School of Motoring and I'm an instructor", "", "Foley School of Motoring"),
    ],
)
def test_the_name_is_put_right_at_the_summary(hear: Hear, text: str, known: str, name: str) -> None:
    told = {"business_name": known} if known else {}
    assert facts(hear(text, "confirm", **told))["business_name"] == name


def test_a_wrong_name_of_the_owner_is_put_right(hear: Hear) -> None:
    assert facts(hear("no my names not Lol haha its Shaz", "goal", owner_name="Lol"))["owner_name"] == "Shaz"


def test_what_is_sold_stands_behind_the_name_of_the_business(hear: Hear) -> None:
    told = facts(hear("founder of Bean & Co, coffee webshop", "business"))
    assert (told["business_name"], told["offer"]) == ("Bean & Co", "coffee webshop")


@pytest.mark.parametrize(
    ("text", "known", "name"),
    [
        ("nee, 't Hoppeveld met 't ervoor", "Hoppeveld", "'t Hoppeveld"),
        ("en 't is 't Hoppeveld met 't ervoor", "Hoppeveld", "'t Hoppeveld"),
        ("nee, De Smidse met De ervoor", "Smidse", "De Smidse"),
        ("it's The Salt Shed, with The in front", "Salt Shed", "The Salt Shed"),
    ],
)
def test_an_article_that_was_left_off_a_name_is_put_before_it(hear: Hear, text: str, known: str, name: str) -> None:
    assert facts(hear(text, "confirm", business_name=known))["business_name"] == name


@pytest.mark.parametrize(
    "text",
    [
        "regenputten kuisen, Wingene",
        "kapper in Gent, Turks",
        "bakkerij, Lokeren, Els",
        "wij zijn van de Kempen, kapper",
        "ik ben de Jan, kapper in Gent",
        "I've got the Sunday market in Whitby",
        "Het Is stil, bakkerij",
    ],
)
def test_places_people_and_kinds_that_stand_alone_are_no_name_of_the_business(hear: Hear, text: str) -> None:
    assert "business_name" not in facts(hear(text, "business"))


def test_a_name_in_a_sentence_of_its_own_is_no_part_of_the_offer(hear: Hear) -> None:
    told = facts(hear("boilers and leaks mostly. Dave's Heating", "offer"))
    assert (told["business_name"], told["offer"]) == ("Dave's Heating", "boilers and leaks")


@pytest.mark.parametrize(
    ("text", "business", "owner"),
    [
        ("Wolters Schilderwerken. gerrit", "Wolters Schilderwerken", "Gerrit"),
        ("Peeters Dakwerken", "Peeters Dakwerken", None),
        ("The Copper Kettle. susan", "The Copper Kettle", "Susan"),
        ("Van der Wal. Hennie", "Van der Wal", "Hennie"),
        ("Nagels bij Karin", "Nagels bij Karin", "Karin"),
        ("Bloemenhuis Roos, bloemist in Meppel", "Bloemenhuis Roos", None),
    ],
)
def test_names_told_where_the_offer_is_asked_are_no_offer(
    hear: Hear, text: str, business: str, owner: str | None
) -> None:
    found = facts(hear(text, "offer"))
    assert (found["business_name"], found.get("owner_name")) == (business, owner)
    assert business not in str(found.get("offer"))


@pytest.mark.parametrize("text", ["Deep Tissue Massage", "Wedding Cakes", "Houten Kozijnen. Trappen", "Alle Dakwerken"])
def test_an_offer_with_capitals_is_no_name(hear: Hear, text: str) -> None:
    found = facts(hear(text, "offer"))
    assert ("business_name" not in found, str(found["offer"])[:5]) == (True, text[:5])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kavanagh Physio on Wheels is me, I'm a physio around Ennis", "Kavanagh Physio on Wheels"),
        ("wij zijn Klein Spul, een winkeltje in Assendorp in Zwolle", "Klein Spul"),
        ("a campsite near Rhayader, Cwm Derw Camping & Pods", "Cwm Derw Camping & Pods"),
    ],
)
def test_a_business_that_presents_itself_is_called_so(hear: Hear, text: str, name: str) -> None:
    assert facts(hear(text, "business"))["business_name"] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ik heb een ijssalon in Middelburg, IJs van Zeeuw heet ie", "IJs van Zeeuw"),
        ("ik heb een kapsalon in Goes, Knip & Zo heet het", "Knip & Zo"),
        ("we run a cafe in Hull, The Daily Grind it's called", "The Daily Grind"),
    ],
)
def test_a_name_may_stand_before_the_word_that_it_is_one(hear: Hear, text: str, name: str) -> None:
    assert facts(hear(text, "business"))["business_name"] == name
