"""The currency of an owner, from whatever was told in one."""

import pytest

from coaching.understanding.money.currency import currency_of, currency_said, in_own_currency
from journey.profile import Limits
from tests.making import profile


@pytest.mark.parametrize(
    ("told", "currency"),
    [
        ({}, "euro"),
        ({"price": "45 euro"}, "euro"),
        ({"price": "from £35"}, "pound"),
        ({"price": "thirty quid"}, "pound"),
        ({"constraints": Limits(euros_per_month=30, currency="pound")}, "pound"),
        ({"location": "Leeds"}, "pound"),
        ({"location": "near Hebden Bridge"}, "pound"),
        ({"location": "Stoke-on-Trent"}, "pound"),
        ({"location": "Leeds", "price": "50 euro"}, "euro"),
        ({"location": "Cork"}, "euro"),
        ({"location": "Gent"}, "euro"),
    ],
)
def test_the_currency_is_the_one_named_else_that_of_the_place(told, currency):
    assert currency_of(profile(**told)) == currency


@pytest.mark.parametrize(
    ("price", "words", "currency"),
    [
        ("28 euro a head", "a hundred quid", "euro"),
        ("28 euro a head", "a hundred pounds", "pound"),
        ("£28", "a hundred quid", "pound"),
        ("28 a head", "a hundred quid", "pound"),
    ],
)
def test_quid_are_euros_for_an_owner_whose_price_is_in_euros(price, words, currency):
    assert currency_said(words, profile(price=price)) == currency


def test_a_currency_told_once_stays_when_hours_follow():
    assert Limits(euros_per_month=30, currency="pound").with_(Limits(hours_per_week=2)).currency == "pound"


@pytest.mark.parametrize(
    ("told", "currency"),
    [({"location": "Whitby"}, "pound"), ({"location": "Gent"}, "euro"), ({"price": "£6"}, "pound")],
)
def test_an_amount_told_before_the_place_is_in_the_currency_of_the_place(told, currency):
    known = profile(constraints=Limits(euros_per_month=40), **told)
    assert in_own_currency(known).limits.currency == currency


def test_where_no_money_was_told_nothing_changes():
    known = profile(location="Whitby", constraints=Limits(hours_per_week=2))
    assert in_own_currency(known) == known
