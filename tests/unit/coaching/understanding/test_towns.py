import pytest

from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("garage in geel", "Geel"),
        ("yoga studio in hebden bridge", "Hebden Bridge"),
        ("cakes in bath and bristol", "Bath"),
        ("slagerij in oudsbergen", "Oudsbergen"),
        ("schilder in Kortrijk. euh nee Roeselare", "Roeselare"),
    ],
)
def test_towns_are_known_without_capitals(hear: Hear, text: str, place: str) -> None:
    assert facts(hear(text, "business"))["location"] == place


@pytest.mark.parametrize(
    "text",
    ["ik werk in hout en metaal", "we have the best cakes", "wij maken alles zelf", "reading lessons for adults"],
)
def test_a_word_that_is_a_town_too_is_no_place_by_itself(hear: Hear, text: str) -> None:
    assert "location" not in facts(hear(text, "business"))


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("they find us on Google or through the hotel in Ballina", "channels"),
        ("the B&B in Easkey sends them", "constraints"),
        ("meer klanten, vooral uit Antwerpen", "goal"),
        ("via de stoffenwinkel in Lier", "channels"),
        ("my brother has a shop in Hull that closed in March", "constraints"),
        ("and we deliver in Galway", "confirm"),
        ("nee, mijn klanten komen uit Aalst", "confirm"),
    ],
)
def test_a_town_named_in_passing_does_not_move_the_business(hear: Hear, text: str, asking: str) -> None:
    assert "location" not in facts(hear(text, asking, location="Enniscrone"))


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("we moved to Galway last year", "usp"),
        ("trouwens, ik zit nu in Galway", "goal"),
        ("it's Galway, not Sligo", "goal"),
        ("the shop is in Galway", "confirm"),
        ("Galway", "confirm"),
        ("nee sorry, Galway", "usp"),
        ("Galway", "location"),
    ],
)
def test_an_owner_may_still_say_that_the_business_is_elsewhere(hear: Hear, text: str, asking: str) -> None:
    assert facts(hear(text, asking, location="Sligo"))["location"] == "Galway"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("I own a café in Leuven, moved here from Leeds six years ago", "Leuven"),
        ("verhuisd van Brugge naar Gent, bakker", "Gent"),
    ],
)
def test_where_an_owner_came_from_is_not_where_the_business_is(hear: Hear, text: str, place: str) -> None:
    assert facts(hear(text, "business"))["location"] == place


def test_a_name_of_a_business_is_no_place(hear: Hear) -> None:
    told = facts(hear("Slijperij De Scherpe Tand, achter de kerk", "location"))
    assert told == {"business_name": "Slijperij De Scherpe Tand"}
