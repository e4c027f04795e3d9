"""Owners who were asked again, and who tell something besides what they put right."""

import pytest

from journey.hearing import Intent
from journey.profile import Change
from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize(
    ("text", "asking", "field", "value"),
    [
        (
            "Dat heb ik twee berichten geleden verteld: zzp'er, schoenendoos, naheffing.",
            "persona",
            "persona_situation",
            "zzp'er, schoenendoos, naheffing",
        ),
        ("zoals ik al zei: studenten met een fiets", "persona", "persona_situation", "studenten met een fiets"),
        ("da heb k al verteld, jonge gezinnen", "persona", "persona_situation", "jonge gezinnen"),
        ("busy mums, like I said", "persona", "persona_situation", "busy mums"),
        ("I already told you that: brides", "persona", "persona_situation", "brides"),
        ("kheb da al gezegd he: da ze geen tijd hebben", "persona_pain", "persona_pain", "da ze geen tijd hebben"),
        (
            "dat ge niet terugbelt, zei ik toch",
            "persona_pain",
            "persona_pain",
            "dat ge niet terugbelt",
        ),
    ],
)
def test_that_it_was_told_before_is_no_part_of_the_answer(
    hear: Hear, text: str, asking: str, field: str, value: str
) -> None:
    assert facts(hear(text, asking, sector="bike"))[field] == value


@pytest.mark.parametrize(
    "text", ["Dat heb ik al gezegd.", "I've already said that", "Dat heb ik al gezegd: studenten."]
)
def test_where_nothing_new_is_told_the_question_is_left(hear: Hear, text: str) -> None:
    heard = hear(text, "persona_pain", persona_situation="studenten met een kapotte fiets")
    assert (heard.intent, heard.facts) == (Intent.SKIP, ())


@pytest.mark.parametrize(
    ("text", "asking", "known", "told"),
    [
        (
            "oh nee wacht, het is in Brugge. vooral jonge gezinnen met een hond",
            "persona",
            {"location": "Gent"},
            {"location": "Brugge", "persona_situation": "jonge gezinnen met een hond"},
        ),
        (
            "no no it's Leeds. they're worried about the cost",
            "persona_pain",
            {"location": "Hull"},
            {"location": "Leeds", "persona_pain": "they're worried about the cost"},
        ),
        (
            "people init, dog owners. and no my names not Lol haha its Shaz",
            "audience",
            {"owner_name": "Lol"},
            {"owner_name": "Shaz", "audience": "b2c"},
        ),
    ],
)
def test_other_sentences_than_a_correction_answer_the_open_question(
    hear: Hear, text: str, asking: str, known: dict[str, str], told: dict[str, str]
) -> None:
    assert facts(hear(text, asking, **known)) == told


@pytest.mark.parametrize("text", ["no no 85 addresses, not 850, we are a small shop", "nee 't is in Lier, niet Gent"])
def test_a_correction_itself_is_no_answer_to_the_open_question(hear: Hear, text: str) -> None:
    assert "usp" not in facts(hear(text, "usp", location="Gent"))


@pytest.mark.parametrize(
    ("text", "pain"),
    [
        (
            "T is niet dat ze het te duur vinden he, ze vinden gewoon geen plaats op tijd",
            "ze vinden gewoon geen plaats op tijd",
        ),
        ("'t is niet te duur, ze kennen ons gewoon niet", "ze kennen ons gewoon niet"),
    ],
)
def test_what_customers_do_not_find_takes_the_place_of_a_wrong_fear(hear: Hear, text: str, pain: str) -> None:
    assert facts(hear(text, "confirm", persona_pain="te duur"))["persona_pain"] == pain


@pytest.mark.parametrize(
    "text",
    [
        "de workshops staan ni bij t aanbod! en ge moogt ze niet vergeten",
        "workshops ontbreken nog bij het aanbod",
        "you forgot the workshops in the offer",
    ],
)
def test_what_the_summary_lacks_of_the_offer_is_put_beside_it(hear: Hear, text: str) -> None:
    heard = hear(text, "confirm", offer="wol en stoffen")
    assert [(fact.value, fact.change) for fact in heard.facts] == [("workshops", Change.ADD)]


def test_what_should_not_be_put_there_is_no_offer(hear: Hear) -> None:
    assert "offer" not in facts(hear("en zet er ni Vraag van het vak bij", "confirm", offer="wol en stoffen"))


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ça va, doet maar", Intent.YES),
        ("yeh thats it", Intent.YES),
        ("grand so", Intent.YES),
        ("nah thats not right at all", Intent.NO),
        ("klopt voor geen meter", Intent.NO),
        ("nee dat klopt van geen kanten", Intent.NO),
    ],
)
def test_yes_and_no_to_the_summary_in_other_words(hear: Hear, text: str, intent: Intent) -> None:
    assert hear(text, "confirm", sector="bike").intent is intent
