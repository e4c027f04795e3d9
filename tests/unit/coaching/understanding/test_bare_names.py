"""Names of businesses told barely, in passing or in thick talk, and what stands like one but is none."""

import pytest

from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("schrijnwerker in Gent, Kowalski Interieur", "Kowalski Interieur"),
        ("ik ben loodgieter in Ede, Jansen Loodgieters", "Jansen Loodgieters"),
        ("Fotograaf Els in Lier", "Fotograaf Els"),
        ("Fietsenmaker Wim in Gent, een groot onderhoud is 90 euro", "Fietsenmaker Wim"),
        ("Wij zijn Klein Spul, een winkeltje in Assendorp in Zwolle, kinderkleding", "Klein Spul"),
        ("wij zijn Twee Linden uit Assen, een hoveniersbedrijf", "Twee Linden"),
        ("We zijn Knipoog, een kapsalon in Tiel", "Knipoog"),
        ("we're Little Acorns, a nursery in Hull", "Little Acorns"),
        ("ik ben de Katrien en wij hebben een B&B, 't Hoppeveld in Watou, drie kamers", "'t Hoppeveld"),
        ("we have a pub, The Anchor, in Whitby", "The Anchor"),
        ("Taverne De Linde in Geel", "Taverne De Linde"),
        ("haha ok robotje. nonna sonia dus, kookworkshops voor groepen, in genk", "Nonna Sonia"),
        ("it's a campsite near Rhayader, Cwm Derw Camping & Pods", "Cwm Derw Camping & Pods"),
    ],
)
def test_a_business_is_named_barely_beside_what_it_is(hear: Hear, text: str, name: str) -> None:
    told = facts(hear(text, "business"))
    assert told["business_name"] == name
    assert told.get("offer") != name


@pytest.mark.parametrize(
    "text",
    [
        "Wietse Bakker, schilder in Gent",
        "Loodgieter Gent",
        "Kapsalon in Gent, Turkse Kapper",
        "Goedemorgen Coach, ik heb een kapsalon in Aalst",
        "Wij zijn Jan en Piet, een schildersduo in Gent",
        "We are Dutch and run a bakery in Hull",
        "wij zijn met drie, een kapsalon in Tiel",
        "wij hebben een garage, de Geert en ik, in Watou",
        "een kapsalon in Gent, de beste van de stad",
        "kapper dus, in gent",
    ],
)
def test_people_kinds_and_towns_in_such_a_place_are_no_name(hear: Hear, text: str) -> None:
    assert "business_name" not in facts(hear(text, "business"))


def test_who_presents_themselves_by_two_are_both_the_owner(hear: Hear) -> None:
    told = facts(hear("Wij zijn Jan en Piet, een schildersduo in Gent", "business"))
    assert (told["owner_name"], told["offer"]) == ("Jan en Piet", "schildersduo")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("we noemn tuinen vandewalle en k zitte in roeselare. zet da der in", "Tuinen Vandewalle"),
        ("onze naam is de Blauwe Vogel", "De Blauwe Vogel"),
        ("the name of the shop is the Salt Shed", "The Salt Shed"),
        ("die naam is Klein Spul hoor", "Klein Spul"),
        ("The business is Kavanagh Physio on Wheels", "Kavanagh Physio on Wheels"),
    ],
)
@pytest.mark.parametrize("asking", ["confirm", "plan_feedback", "goal"])
def test_a_name_is_given_whatever_was_asked(hear: Hear, text: str, asking: str, name: str) -> None:
    assert facts(hear(text, asking, sector="garden"))["business_name"] == name


@pytest.mark.parametrize("text", ["we noemen de klanten gasten", "we noemen ze gasten", "wij noemen dat een intake"])
def test_what_else_is_called_something_is_not_the_business(hear: Hear, text: str) -> None:
    assert "business_name" not in facts(hear(text, "confirm", sector="garden"))


@pytest.mark.parametrize(
    "text",
    [
        "ik ben hovenier in Raalte en omgeving, dus Heino, Wijhe en Olst",
        "Ludlow and round about, so Craven Arms, Clun and Tenbury",
        "schilder in Zele en omstreken, zoals Overmere, Kalken en Laarne",
        "electricien in de regio rond Diest, dus Bekkevoort, Kaggevinne en Molenstede",
    ],
)
def test_villages_around_are_neither_the_name_nor_what_is_sold(hear: Hear, text: str) -> None:
    told = facts(hear(text, "business"))
    assert "business_name" not in told
    assert not {"Wijhe", "Clun", "Kalken", "Molenstede"} & set(str(told.get("offer", "")).replace(",", "").split())


def test_an_owner_goes_by_another_name_too(hear: Hear) -> None:
    assert (
        facts(hear("bakkerij in Tiel. Ik ben Marjolein maar iedereen zegt Jolein", "business"))["owner_name"]
        == "Marjolein"
    )
