"""Which words of an owner are posted as they stand, and what is made of the rest."""

import pytest

from coaching.planning.hands import works_alone
from coaching.planning.posting import joined, postable, short_names, with_subject
from coaching.planning.reasons import reasons
from coaching.planning.slots import Slots
from coaching.planning.told import tidied
from journey.keys import Address
from tests.making import profile


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nl", "bang dan ik niet kommn"),
        ("nl", "ik komme ak ik het zegge"),
        ("nl", "ze peinzn dat het diere is"),
        ("nl", "ik werke alleene"),
        ("nl", "tn goeien ure"),
        ("nl", "ze zeggn dat ze nooit iemand zien"),
        ("en", "same bloke 22 years"),
        ("en", "nowt goes in that isn't local"),
    ],
)
def test_dialect_and_slang_are_not_posted(language, told):
    assert not postable(told, language)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nl", "ik bel altijd een half uur vooraf en kom op het uur dat ik zeg"),
        ("nl", "moderne kern met hoorn, 45 mm dik, btw inbegrepen"),
        ("nl", "wij schilderen intern en extern, ook een clown of een design"),
        ("nl", "het moet vooral leuk zijn"),
        ("nl", "John en Evelyn staan zelf in de winkel"),
        ("en", "I know every dog by name"),
        ("en", "no sugar in anything, and a ten-year guarantee"),
    ],
)
def test_plain_language_is(language, told):
    assert postable(told, language)


@pytest.mark.parametrize(
    ("language", "told", "said"),
    [
        ("nl", "kom zelf", "ik kom zelf"),
        ("nl", "Doe wat ik zeg", "ik doe wat ik zeg"),
        ("nl", "bel altijd terug", "ik bel altijd terug"),
        ("en", "come out myself", "I come out myself"),
        ("en", "do what I say", "I do what I say"),
        ("nl", "werk van 41 jaar", "werk van 41 jaar"),
        ("nl", "kom gerust langs", "kom gerust langs"),
        ("nl", "we bakken alles zelf", "we bakken alles zelf"),
        ("en", "work of art", "work of art"),
    ],
)
def test_what_the_owner_does_gets_a_subject(language, told, said):
    assert with_subject(told, language) == said


def test_a_full_stop_before_or_goes_on():
    assert joined("bang voor half werk. of te laat") == "bang voor half werk, of te laat"
    assert joined("te duur. Of te ver") == "te duur. Of te ver"


def test_short_names_become_one_reason():
    told = ["ik kom zelf", "41 jaar in het vak", "6 jaar garantie"]
    assert short_names(told, "nl") == ["ik kom zelf", "41 jaar in het vak en 6 jaar garantie"]
    assert short_names(["iedereen kent mij", "vaste prijs"], "nl") == ["iedereen kent mij", "vaste prijs"]


@pytest.mark.parametrize(
    ("language", "told", "said"),
    [
        (
            "nl",
            "kom zelf. 41 jaar in t vak. 6 jaar garantie",
            ("Ik kom zelf.", "41 jaar in het vak en 6 jaar garantie."),
        ),
        ("nl", "vaste prijs. geen voorrijkosten", ("Vaste prijs en geen voorrijkosten.",)),
        ("nl", "k komme ak k het zegge", ()),
        (
            "nl",
            "ik kom binnen twee dagen, ook 's avonds tot negen uur, en de rest zien we wel, want dat is druk genoeg in "
            "de zomer en ook in de winter, zeg ik altijd maar",
            ("Ik kom binnen twee dagen, ook 's avonds tot negen uur.", "De rest zien we wel."),
        ),
        (
            "nl",
            "het recepten van mijn oma zijn, en iedereen staat met zijn handen in de bloem",
            ("Iedereen staat met zijn handen in de bloem.",),
        ),
        (
            "en",
            "45 mins not 15. same bloke 22 years. varifocals remade free if they don't suit",
            ("45 minutes not 15.", "Varifocals remade free if they don't suit."),
        ),
    ],
)
def test_reasons_are_sentences_that_customers_can_read(language, told, said):
    assert reasons(tidied(told, language), language) == said


def test_a_worry_and_a_reason_in_dialect_give_way_to_the_trade(sectors):
    told = profile(language="nl", persona_pain="bang dan k nie kommn. en tn diere", usp="k komme ak k het zegge")
    slots = Slots(told, sectors["garden"], "nl", Address.U)
    assert slots.told_pain == slots.expected() == ""
    assert slots.values()["pain"]


def test_who_comes_in_person_works_alone():
    assert works_alone(profile(usp="kom zelf. 41 jaar in het vak"))
    assert works_alone(profile(usp="bak alles zelf"))
    assert not works_alone(profile(usp="we bakken alles zelf"))
