"""Something put right within one message, before it is sent."""

import pytest

from coaching.understanding.corrections.in_one_breath import put_right_at_once
from journey.profile import Limits
from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize(
    ("text", "hours", "days"),
    [
        ("Vier uur, nee wacht, maak er maar twee van", 2, ()),
        ("drie uur, nou nee, twee uurtjes", 2, ()),
        ("4 hours a week, hang on, 3", 3, ()),
        ("2 uur, nee, een half uurtje maar", 0.5, ()),
        ("twee uurkes, allez nee, eentje", 1, ()),
        ("op zaterdag, nee wacht, vrijdag twee uurtjes", 2, ("vrijdag",)),
        ("twee uurtjes op zondagavond. ah nee, maandag dan", 2, ("maandag",)),
        ("zondagavond. ah nee dan zit ik bij mijn zus, maandag dan, twee uurkes", 2, ("maandag",)),
        ("friday, no sorry, thursday, 3 hours", 3, ("thursday",)),
        ("dinsdag 2 uur, of nee, woensdag", 2, ("woensdag",)),
        ("twee uurkes, den dinsdag, allez nee den donderdag", 2, ("donderdag",)),
    ],
)
def test_only_the_last_hours_and_day_count(hear: Hear, text: str, hours: float, days: tuple[str, ...]) -> None:
    told = facts(hear(text, "constraints", "hours"))["constraints"]
    assert told == Limits(hours_per_week=hours, work_days=days)


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("60 euro, ah nee wacht 65", "65 euro"),
        ("ik geef kookworkshops, 60 euro, ah nee wacht 65 per persoon", "65 euro per persoon"),
        ("90 euro, of nee, 95", "95 euro"),
        ("£30, no wait, £35 a cut", "£35 a cut"),
    ],
)
def test_the_last_price_counts_with_the_unit_of_the_first(hear: Hear, text: str, price: str) -> None:
    assert facts(hear(text, "offer"))["price"] == price


@pytest.mark.parametrize(
    ("text", "euros"),
    [("80 euro, nee wacht, 100", 100), ("Drie euro? Nee joh honderdvijftig.", 150), ("a hundred. no wait, eighty", 80)],
)
def test_the_last_amount_counts_as_the_budget(hear: Hear, text: str, euros: float) -> None:
    assert facts(hear(text, "constraints", "money"))["constraints"] == Limits(euros_per_month=euros)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("van 6 naar 20, nee wacht 24 bestellingen", "van 6 naar 24 bestellingen"),
        ("2 uur, 50 euro, nee wacht 60", "2 uur, 60 euro"),
        ("van mei tot september, nee wacht, oktober", "van mei tot oktober"),
    ],
)
def test_what_stands_around_the_new_value_stays(text: str, read: str) -> None:
    assert put_right_at_once(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "nee, 25",
        "niet 3 maar 5",
        "4 uur, en nee, 5 klanten per week is te weinig",
        "zaterdag dicht, nee, zondag open",
        "maandag tot vrijdag open. nee, zaterdag niet",
        "de prijs is 25. nee, 30 is te duur",
        "haal 3a weg, nee 2b",
        "ik ben 44, nee ik heb geen lijst, 50 euro",
        "3 hours. no ads please. 2 kids",
    ],
)
def test_a_no_that_puts_nothing_right_leaves_the_message_as_it_is(text: str) -> None:
    assert put_right_at_once(text) == text


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("4 in winter, summer more like 1, call it 2", 2),
        ("in de winter 4 uur, in de zomer 1, zeg maar 2", 2),
        ("drie uur, in december maar een, laat ons zeggen twee", 2),
        ("6 hours in the quiet months, 2 otherwise, so on average 3", 3),
        ("3 uur, zeg maar 2 avonden", 3),
        ("3 uur. Geld, zeg maar 150", 3),
    ],
)
def test_what_several_hours_come_to_counts_before_each_of_them(hear: Hear, text: str, hours: float) -> None:
    told = facts(hear(text, "constraints", "hours"))["constraints"]
    assert isinstance(told, Limits)
    assert told.hours_per_week == hours
