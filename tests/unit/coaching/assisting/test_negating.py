"""The opposite of what was told, and what only looks so."""

import pytest

from coaching.assisting.negating import negates, turned_round

KNOWN = "Een persona is geen doelgroep, maar één verzonnen klant met een naam. We werken zonder afspraak op zaterdag."


@pytest.mark.parametrize(
    "text",
    [
        "Een persona is een doelgroep.",
        "Een persona is geen verzonnen klant.",
        "We werken op zaterdag met afspraak.",
        "Een persona is één klant, en we werken op afspraak.",
    ],
)
def test_a_not_that_came_or_went_is_seen(text: str) -> None:
    assert turned_round(text, KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "Een persona is geen doelgroep.",
        "Een persona is één verzonnen klant.",
        "Op zaterdag werken we zonder afspraak.",
        "Bakken is leuk.",
        "Niet doen.",
    ],
)
def test_the_same_in_other_words_is_not(text: str) -> None:
    assert not turned_round(text, KNOWN)


@pytest.mark.parametrize("text", ["niet meer dan drie uur", "not only bread", "no more than 3 hours"])
def test_how_much_is_no_denial(text: str) -> None:
    assert not negates(text)


@pytest.mark.parametrize("text", ["niet meer in Gent", "I don't", "zonder website", "Nooit."])
def test_a_denial_is_one(text: str) -> None:
    assert negates(text)
