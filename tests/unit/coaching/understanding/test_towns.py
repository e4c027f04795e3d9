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
