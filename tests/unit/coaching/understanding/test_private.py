import pytest

from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize(
    "text",
    [
        "mijn klant Els Peeters (0475 12 34 56) heeft kanker",
        "mijn collega Karel zijn nummer is 0475 12 34 56",
        "mail naar sofie@voorbeeld.be",
        "mijn buurvrouw Greta heeft parkinson en komt elke week",
        "mijn klant Marie Peeters van 43 uit Deurne heeft MS",
        "mijn klant marie peeters van 43 uit deurne heeft ms",
        "zoals mijn cliënt Marie Peeters van 43 uit Deurne, die met haar man niet meer praat",
        "my mum has dementia so I started this",
        "her mobile is 07700 900123",
        "stort maar op BE71 0961 2345 6769",
    ],
)
def test_third_persons_stay_out(hear: Hear, text: str) -> None:
    heard = hear(text, "persona")
    assert heard.private
    assert not any(
        name in str(facts(heard))
        for name in (
            "Els",
            "Karel",
            "sofie",
            "Greta",
            "Peeters",
            "peeters",
            "Deurne",
            "0475",
            "0770",
            "BE71",
            "kanker",
            "parkinson",
            "mum",
        )
    )


def test_the_rest_of_the_message_is_still_taken(hear: Hear) -> None:
    heard = hear("mensen zoals Marie Peeters, vooral senioren uit de buurt", "persona")
    assert heard.private
    assert facts(heard)["persona_situation"] == "senioren uit de buurt"


def test_the_owners_own_contact_is_not_private_but_no_fact(hear: Hear) -> None:
    heard = hear("ik verkoop juwelen, mijn mail is info@glinster.be", "business")
    assert not heard.private
    assert facts(heard) == {"sector": "handmade_webshop", "offer": "juwelen"}


def test_the_owners_own_name_is_fine(hear: Hear) -> None:
    assert not hear("ik ben Noor", "business").private


@pytest.mark.parametrize(
    "text",
    [
        "we bestaan sinds 1998 en hebben 2500 klanten",
        "mensen met diabetes die gezond willen eten",
        "zwangere vrouwen uit de buurt",
        "van 10 000 naar 15 000 euro omzet",
        "mijn man en ik hebben een camping in Drenthe",
    ],
)
def test_figures_and_groups_of_people_are_nobodys_data(hear: Hear, text: str) -> None:
    assert not hear(text, "persona").private


def test_a_channel_beside_somebodys_number_is_still_taken(hear: Hear) -> None:
    heard = hear("instagram en de rest doet mijn nicht Leen Claes, leen@claes.be", "channels")
    assert heard.private
    assert facts(heard)["channels_current"] == ("instagram",)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("nadine. thuisverpleegster, 52", "thuisverpleegster, 52"),
        ("mijn beste klant is Chantal, 67, bomma, komt elke zaterdag", "67, bomma, komt elke zaterdag"),
        ("Rosa van tachtig, die ziet slecht", "van tachtig"),
        ("Marloes Jansen, moeder van twee", "moeder van twee"),
        ("people like Tom and Sarah, both retired", "people, both retired"),
        ("Maureen who has cancer, 70, comes every week", "70, comes every week"),
    ],
)
def test_a_customer_named_by_first_name_is_kept_without_name_and_health(hear: Hear, text: str, kept: str) -> None:
    heard = hear(text, "persona")
    assert heard.private
    assert facts(heard)["persona_situation"] == kept


@pytest.mark.parametrize(
    "text",
    [
        "jonge gezinnen uit Mechelen",
        "oudere mensen die slecht te been zijn",
        "mensen die van rosa champagne houden",
        "hans en grietje lezers",
    ],
)
def test_what_customers_in_general_are_like_stays(hear: Hear, text: str) -> None:
    heard = hear(text, "persona")
    assert not heard.private
    assert text in str(facts(heard).values())


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("like Jean in Topsham, her boiler packed in at christmas", "her boiler packed in at christmas"),
        ("someone like Breda in Clarecastle, hip done", "someone, hip done"),
        ("a woman like Eileen, 72, lives alone", "a woman, 72, lives alone"),
        ("iemand gelijk Maria uit Lier, weduwe met nen hond", "iemand, weduwe met nen hond"),
        ("bv. Jan uit Diest, bouwt zelf zijn huis", "bouwt zelf zijn huis"),
        ("therell be gemma and her whippet, came for the stars", "someone with her whippet, came for the stars"),
    ],
)
def test_a_customer_who_is_compared_to_is_kept_without_name_and_town(hear: Hear, text: str, kept: str) -> None:
    heard = hear(text, "persona")
    assert heard.private
    assert facts(heard)["persona_situation"] == kept


@pytest.mark.parametrize("text", ["like Breda in Clarecastle", "like Mary", "zoals Ans"])
def test_a_name_alone_is_no_best_customer(hear: Hear, text: str) -> None:
    assert facts(hear(text, "persona")) == {}
