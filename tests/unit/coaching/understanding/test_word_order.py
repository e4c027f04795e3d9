"""A reason told behind "omdat" stands in a text as a sentence of its own, or not at all."""

import pytest

from coaching.planning.phrases import sentence
from coaching.planning.reasons import reasons
from coaching.understanding.phrases.word_order import in_order


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("omdat ik dezelfde dag klaar ben", "ik ben dezelfde dag klaar"),
        ("ik proper werk", "ik werk proper"),
        ("wij alles opkuisen", "wij kuisen alles op"),
        ("omdat je bij mij nooit moet wachten", "je moet bij mij nooit wachten"),
        ("omdat mijn vrouw lekker kookt", "mijn vrouw kookt lekker"),
        ("omdat ik het al twintig jaar heb gedaan", "ik heb het al twintig jaar gedaan"),
        ("omdat er altijd iemand opneemt", "er neemt altijd iemand op"),
        ("ik dezelfde dag klaar ben en gratis ophaal", "ik ben dezelfde dag klaar en haal gratis op"),
        ("omdak eerst bel voor ik iets extra doe", "ik bel eerst voor ik iets extra doe"),
        ("kbel eerst voor ik iets extra doe", "ik bel eerst voor ik iets extra doe"),
        ("omdat ge hier niet opgejaagd wordt", "ge wordt hier niet opgejaagd"),
        ("omdat ik mijn werk goed doe", "ik doe mijn werk goed"),
        ("het persoonlijk is", "het is persoonlijk"),
        ("omdat wij nooit foefelen met de prijs", "wij foefelen nooit met de prijs"),
    ],
)
def test_the_verb_comes_back_to_its_place(told, said):
    assert in_order(told) == said


@pytest.mark.parametrize(
    "told",
    [
        "ik bel altijd een half uur op voorhand en kom op het uur dat ik zeg",
        "alles is gratis en er is altijd taart",
        "het vlees komt van een boer die ik ken en ik snij alles zelf",
        "de tafel blijft van jou tot sluitingstijd",
        "een hond tegelijk, zonder bench",
        "ik strijk alles zelf",
        "we show you the worn part before we replace it",
        "I clean up after myself",
    ],
)
def test_what_is_in_order_stays_word_for_word(told):
    assert in_order(told) == told


@pytest.mark.parametrize("told", ["omdat ik altijd goed gezind", "omdat wij de beste"])
def test_a_reason_whose_verb_is_not_found_is_left_out(told):
    assert in_order(told) == ""
    assert sentence(told) == ""


@pytest.mark.parametrize(
    "told",
    [
        "die angst van net: ze denken dat we duur zijn en ze weten niet wat ze moeten kiezen",
        "klanten vinden ons te duur",
        "their fear: they think we're expensive",
    ],
)
def test_what_customers_fear_is_no_reason_to_come(told):
    assert sentence(told) == ""


def test_of_a_long_story_the_parts_that_stand_by_themselves_are_reasons():
    told = (
        "het persoonlijk is, mijn man maakt voor iedereen een fietsroute op maat naar de brouwerijen en de kerkhoven, "
        "en zoals ik zei de eitjes van onze eigen kippen, en ze kunnen hun fiets in de schuur steken achter slot, "
        "wij koken elke avond zelf met groenten uit de tuin"
    )
    assert reasons(told, "nl") == (
        "Mijn man maakt voor iedereen een fietsroute op maat naar de brouwerijen en de kerkhoven.",
        "Wij koken elke avond zelf met groenten uit de tuin.",
    )
    assert reasons("omdat ik proper werk", "nl") == ("Ik werk proper.",)
    assert reasons("", "nl") == ()
    assert reasons("I'm patient, 22 years, never shout. that's why they pick me.", "en") == (
        "I'm patient, 22 years, never shout.",
    )
