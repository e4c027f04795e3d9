"""No colleagues for who works alone, no scenes of youth for older customers, and words that agree with a member."""

import pytest

from coaching.planning.agreeing import agreeing
from coaching.planning.hands import works_alone
from coaching.planning.suited import play_suits, suited, suits
from journey.moments import Moment
from tests.making import profile


@pytest.mark.parametrize(
    "told",
    [
        {"persona_age": "55-75"},
        {"persona_situation": "senioren die slecht te been zijn"},
        {"persona_situation": "zestigers met een oude hond"},
        {"persona_situation": "retired couples"},
        {"persona_situation": "65-plussers"},
    ],
)
def test_customers_told_as_past_sixty_are_older(told):
    assert suits(profile(**told)).older


@pytest.mark.parametrize(
    "told", [{}, {"persona_age": "25-60"}, {"persona_situation": "jonge ouders"}, {"persona_situation": "studenten"}]
)
def test_others_are_not(told):
    assert not suits(profile(**told)).older


@pytest.mark.parametrize(
    "told",
    [
        {"usp": "zonder personeel, dus altijd mij aan de lijn"},
        {"goal": "ik werk alleen, dus twee klanten meer is genoeg"},
        {"aftercare": "eenvrouwszaak, alles gaat via mij"},
        {"offer": "haircuts, it's only me"},
    ],
)
def test_who_says_so_anywhere_works_alone(told):
    assert works_alone(profile(**told))


def test_a_pack_keeps_no_colleagues_for_who_works_alone(sectors):
    alone = suited(sectors["hair_beauty"], sectors["general"], suits(profile(usp="ik werk alleen")))
    assert not any("kapsters" in accident.seen for accident in alone.nl.accidents)
    assert len(alone.nl.accidents) >= 2


def test_a_line_about_youth_gives_way_for_older_customers(sectors):
    own, general = sectors["hair_beauty"], sectors["general"]
    older = suited(own, general, suits(profile(persona_age="60-80")))
    assert "elastiekje" in own.nl.moments[Moment.UNAWARE].message
    assert older.nl.moments[Moment.UNAWARE].message == general.nl.moments[Moment.UNAWARE].message
    assert suited(own, general, suits(profile())) is own


def test_a_play_with_a_school_in_it_does_not_suit_older_customers(library):
    play = next(play for play in library.plays() if play.key == "count-your-teeth-at-school")
    assert not play_suits(play, suits(profile(persona_age="70")), "nl")
    assert play_suits(play, suits(profile()), "nl")


@pytest.mark.parametrize(
    ("said", "customer", "right"),
    [
        ("Vraag elke nieuwe lid die blijft", "lid", "Vraag elk nieuw lid dat blijft"),
        ("De baasje zegt het", "baasje", "Het baasje zegt het"),
        ("een bruidspaar die twijfelt", "bruidspaar", "een bruidspaar dat twijfelt"),
        ("de beste lid van de club", "lid", "het beste lid van de club"),
        ("elke nieuwe klant die blijft", "klant", "elke nieuwe klant die blijft"),
    ],
)
def test_words_agree_with_what_a_customer_is_called(said, customer, right):
    assert agreeing(said, customer, "nl") == right


def test_an_owner_is_not_a_owner():
    assert agreeing("Ask a owner, then a client.", "owner", "en") == "Ask an owner, then a client."
