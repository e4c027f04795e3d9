"""What is said around an answer is no part of it, and no answer where it is all that is said."""

import pytest

from journey.keys import Audience
from journey.profile import FactValue
from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize("asking", ["persona_pain", "persona", "usp", "offer", "goal"])
@pytest.mark.parametrize(
    "text",
    [
        "amai druk hier vandaag",
        "pff wat een dag",
        "busy here today",
        "god, it's hot today",
        "allez weer zo'n vraag",
        "wacht, de telefoon gaat",
        "sorry, a customer just came in",
        "seffens verder, er staat volk in de winkel",
        "dat was over den budget",
        "oh, that was about the list",
    ],
)
def test_a_remark_of_the_moment_answers_nothing(hear: Hear, text: str, asking: str) -> None:
    assert not {"persona_pain", "persona_situation", "usp", "offer", "goal"} & set(facts(hear(text, asking)))


@pytest.mark.parametrize(
    "text",
    [
        "dat het te druk is hier",
        "te druk hier",
        "too busy in here for the dog",
        "of het vandaag nog lukt",
        "te duur?",
        "een klant zei dat het te duur is",
    ],
)
def test_what_customers_fear_may_sound_like_one(hear: Hear, text: str) -> None:
    assert "persona_pain" in facts(hear(text, "persona_pain"))


@pytest.mark.parametrize(
    ("text", "asking", "field", "told"),
    [
        ("wablieft, ah awel drie kamers dus met ontbijt", "offer", "offer", "drie kamers dus met ontbijt"),
        ("wablieft? ah ja, voetverzorging", "offer", "offer", "voetverzorging"),
        ("sorry? oh right, birthday cakes", "offer", "offer", "birthday cakes"),
        ("watte? ah, gewoon onderhoud en banden", "offer", "offer", "onderhoud en banden"),
        ("brood en pistolets en taart hé, wat anders", "offer", "offer", "brood en pistolets en taart"),
        ("café?? ne bakker zijn we, met nen tearoom erbij! brood en taart", "offer", "offer", "brood en taart"),
        ("bakery? no, soap and candles", "offer", "offer", "soap and candles"),
        ("I told you already this!! forest smells and a card", "usp", "usp", "forest smells and a card"),
        ("kzei het al, jonge gezinnen uit de buurt", "persona", "persona_situation", "jonge gezinnen uit de buurt"),
        (
            "al wie schoenen aan zijn voeten heeft hé",
            "persona",
            "persona_situation",
            "al wie schoenen aan zijn voeten heeft",
        ),
        ("enfin ja, dat het zeer doet hé", "persona_pain", "persona_pain", "dat het zeer doet"),
        ("that nobody dances 😬", "persona_pain", "persona_pain", "that nobody dances"),
        ("en schrik van de rekening natuurlijk", "persona_pain", "persona_pain", "schrik van de rekening"),
        ("hun grootste twijfel is dat het te kort wordt", "persona_pain", "persona_pain", "dat het te kort wordt"),
        ("waarom jou: wij werken zonder afspraak", "usp", "usp", "wij werken zonder afspraak"),
        (
            "uurtje. vrouw van in de zestig, oud huis",
            "persona",
            "persona_situation",
            "vrouw van in de zestig, oud huis",
        ),
    ],
)
def test_an_answer_is_kept_without_what_stands_around_it(
    hear: Hear, text: str, asking: str, field: str, told: FactValue
) -> None:
    assert facts(hear(text, asking)).get(field) == told


@pytest.mark.parametrize(
    ("text", "asking", "field"),
    [
        ("natuurlijke zeep", "offer", "offer"),
        ("like new furniture", "offer", "offer"),
        ("alles is natuurlijk en lokaal", "usp", "usp"),
        ("prijs? nee, vooral omdat ik snel ben", "usp", "usp"),
        ("people like me", "persona", "persona_situation"),
    ],
)
def test_words_that_only_look_like_it_stay(hear: Hear, text: str, asking: str, field: str) -> None:
    assert field in facts(hear(text, asking))


@pytest.mark.parametrize(
    "text",
    [
        "Bakery?? No!!! I make candles, not cake hahaha. The smell is like plum cake",
        "kapper?? nee! wij maken kaarsen, geen kapsels",
    ],
)
def test_who_rejects_the_word_of_the_coach_gives_no_reason_to_come(hear: Hear, text: str) -> None:
    assert "usp" not in facts(hear(text, "usp", sector="maker"))


def test_words_that_only_lead_in_are_no_offer(hear: Hear) -> None:
    assert "offer" not in facts(hear("haha oke nou. Kaashuis 't Wieltje heet het", "business"))


@pytest.mark.parametrize("text", ["ma en di", "mornings", "8u-12u", "za"])
def test_when_there_is_room_is_told_in_a_word(hear: Hear, text: str) -> None:
    heard = hear(text, "trade")
    assert facts(heard)["trade_answer"] == text
    assert not heard.thin


@pytest.mark.parametrize(
    "text", ["ik poets in Brussel voor kantoren", "I'm starting a cleaning company in Leeds for small offices"]
)
def test_offices_are_businesses(hear: Hear, text: str) -> None:
    assert facts(hear(text, "business"))["audience"] == Audience.B2B.value
