import pytest

from coaching.understanding.text.normalise import read
from coaching.understanding.text.numbers import find_numbers


def _values(text: str) -> list[float]:
    return [number.value for number in find_numbers(read(text))]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("that's five hundred and forty for the bundle", [540]),
        ("a hundred and eighty", [180]),
        ("honderd en tien euro", [110]),
        ("zevenentwintig vijftig", [27.5]),
        ("zevenentwintig euro vijftig voor knippen", [27.5]),
        ("27 euro en 50 cent", [27.5]),
        ("twaalf vijfennegentig", [12.95]),
        ("drie tientjes", [30]),
        ("een tientje of drie", [30]),
        ("a couple of tenners", [20]),
        ("a score a month", [20]),
    ],
)
def test_an_amount_told_in_several_words_is_one_number(text: str, values: list[float]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("tien vijftien klanten", [10, 15]),
        ("20 euro 30 minuten", [20, 30]),
        ("om acht dertig open", [8, 30]),
        ("since nineteen eighty", [19, 80]),
        ("vijf zes euro", [5, 6]),
    ],
)
def test_two_numbers_that_are_no_euros_and_cents_stay_two(text: str, values: list[float]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(
    "text",
    ["take that one", "go on then the one you say", "if they only want the one", "one on one coaching", "one offs"],
)
def test_one_that_stands_for_something_else_is_no_number(text: str) -> None:
    assert _values(text) == []


@pytest.mark.parametrize("text", ["one hour", "just one", "the one hour I have"])
def test_one_that_counts_is_a_number(text: str) -> None:
    assert _values(text) == [1]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("vuftig euro", [50]),
        ("vuvetwintig, of tweejentwintich", [25, 22]),
        ("oenderd vuftig", [150]),
        ("twie uur", [2]),
        ("neegntig, virtig en tsestig", [90, 40, 60]),
        ("tweeëntwintig", [22]),
    ],
)
def test_numbers_in_dialect_and_with_a_diaeresis_are_read(text: str, values: list[float]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize("text", ["those are the ones I love", "onder de onderdelen", "twiedehands", "de vuvuzela"])
def test_words_that_only_look_like_numbers_are_none(text: str) -> None:
    assert _values(text) == []
