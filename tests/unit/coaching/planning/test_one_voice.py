"""An owner who works alone says "ik"."""

import pytest

from coaching.planning.one_voice import in_one_voice


@pytest.mark.parametrize(
    ("said", "alone"),
    [
        ("Wij bellen terug, en dan kijken we verder.", "Ik bel terug, en dan kijk ik verder."),
        ("Stuur ons een foto, bij ons wordt er meegedacht.", "Stuur mij een foto, bij mij wordt er meegedacht."),
        ("Onze klanten vragen naar ons schildersbedrijf.", "Mijn klanten vragen naar mijn schildersbedrijf."),
        ("Dan hoort u hoe we het rechtzetten.", "Dan hoort u hoe ik het rechtzet."),
        ("Kunnen we iets voor u doen?", "Kan ik iets voor u doen?"),
        ("Laat het onze studio meteen weten.", "Laat het mijn studio meteen weten."),
        ("Daar doen we ons best voor.", "Daar doe ik mijn best voor."),
        ("Iets waar wij u mee hielpen?", "Iets waar ik u mee hielp?"),
        ("Schrijf ons: ____\nHandtekening van ons allebei.", "Schrijf mij: ____\nHandtekening van ons allebei."),
    ],
)
def test_we_becomes_i_with_its_verb(said: str, alone: str) -> None:
    assert in_one_voice(said, "ons schildersbedrijf", "nl") == alone


@pytest.mark.parametrize(
    "said",
    [
        "Samen bekijken we wat er kan.",
        "We lezen het en bellen terug.",
        "Wat we niet kunnen beloven, zeggen we vooraf.",
        "Handtekening van ons allebei.",
        "Is uw tuin als het onze, dan weet u het.",
    ],
)
def test_what_takes_two_or_is_not_certain_stays_as_it_is(said: str) -> None:
    assert in_one_voice(said, "ons schildersbedrijf", "nl") == said


@pytest.mark.parametrize(
    ("said", "alone"),
    [
        ("We're glad to look. Our phone is on, so ring us.", "I'm glad to look. My phone is on, so ring me."),
        ("Are we far off? We were there at ten.", "Am I far off? I was there at ten."),
        ("We'll look at it together.", "We'll look at it together."),
    ],
)
def test_the_same_in_english(said: str, alone: str) -> None:
    assert in_one_voice(said, "our workshop", "en") == alone
