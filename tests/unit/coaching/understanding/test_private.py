import pytest

from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize(
    "text",
    [
        "mijn klant Els Peeters (0475 12 34 56) heeft kanker",
        "mijn collega Karel zijn nummer is 0475 12 34 56",
        "mail naar sofie@voorbeeld.be",
        "mijn buurvrouw Greta heeft parkinson en komt elke week",
    ],
)
def test_third_persons_stay_out(hear: Hear, text: str) -> None:
    heard = hear(text, "persona")
    assert heard.private
    assert not any(
        name in str(facts(heard)) for name in ("Els", "Karel", "sofie", "Greta", "0475", "kanker", "parkinson")
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
