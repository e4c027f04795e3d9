"""What a text says that nothing it was made from says."""

import pytest

from coaching.assisting.inventions import inventions, numbers_in

KNOWN = (
    "Knippen vanaf 35 euro. Open op dinsdag. Noor van Bakkerij De Korst. In drie stappen, klaar in 20 minuten. "
    "10% van de klanten komt terug. Mail naar noor@korst.be. Gratis proeven mag."
)


@pytest.mark.parametrize(
    "text",
    [
        "Kom langs bij Noor, voor 35 euro.",
        "In 3 stappen.",
        "Drie stappen, twintig minuten.",
        "Een of twee ideeën, een paar klanten.",
        "Open op dinsdag.",
        "Gratis proeven bij De Korst.",
        "Mail naar noor@korst.be.",
        "Waarom niet? Omdat 10 % van je klanten terugkomt.",
        "Wat dacht je?\nZeg het ons.",
    ],
)
def test_what_is_known_may_be_said(text):
    assert inventions(text, KNOWN) == ()


@pytest.mark.parametrize(
    ("text", "invented"),
    [
        ("Nu voor 29 euro.", "29"),
        ("Nu voor € 20.", "€ 20"),
        ("Al sinds 1998 een begrip.", "1998"),
        ("Twaalf stappen.", "12"),
        ("Bij 35% van de mensen.", "35%"),
        ("Ook open op zaterdag.", "zaterdag"),
        ("Open every Sunday.", "sunday"),
        ("Kijk op www.evil.com.", "www.evil.com."),
        ("Kijk op evil.example voor meer.", "evil.example"),
        ("Volg @dekorst.", "@dekorst"),
        ("Vraag het aan Jan.", "Jan"),
        ("Elke taart met garantie.", "garant"),
        ("Niet goed, geld terug.", "niet goed, geld terug"),
        ("Met korting.", "korting"),
        ("Wij zijn de beste van Gent.", "de beste"),
        ("Our lifetime offer.", "lifetime"),
        ("Wij leveren aan huis.", "aan huis"),
        ("Binnen een dag klaar.", "binnen een"),
        ("Al twee weken vooraf vol.", "twee weken"),
        ("De helft van de prijs.", "helft"),
        ("Twee keer zo snel.", "twee keer"),
        ("Duizenden tevreden klanten.", "duizenden"),
        ("One in ten comes back.", "one in ten"),
        ("Veertigtal taarten.", "veertigtal"),
        ("Al ٤٥ jaar.", "45"),
        ("Glutenvrij brood.", "glutenvrij"),
        ("Het is bewezen.", "bewezen"),
        ("TikTok doet de rest.", "tiktok"),
        ("Sophie bakt elke ochtend.", "Sophie"),
        ("Geef je rekeningnummer.", "rekeningnummer"),
    ],
)
def test_what_is_not_known_is_named(text, invented):
    assert invented in inventions(text, KNOWN)


def test_a_number_is_the_same_in_figures_and_in_words():
    assert numbers_in("vijfendertig euro") == numbers_in("35 euro") == {35.0}


def test_english_i_is_no_name():
    assert inventions("Tell me what I'm missing, I said.", "x") == ()


def test_known_texts_may_be_long():
    assert inventions("Kost 977 euro.", "woord " * 2000 + "\n977 euro.") == ()
