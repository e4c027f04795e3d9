"""A message that tells something and asks something: what it tells is heard, and only a real question is answered."""

import pytest

from journey.hearing import Intent
from journey.profile import GoalFact
from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize(
    ("text", "asking", "field", "told", "intent"),
    [
        ("rust en fietsroutes, hoe lang nog?", "usp", "usp", "rust en fietsroutes", Intent.HOW_LONG),
        (
            "omdat ik in kleine groepjes werk maar waarom vraagt ge dat?",
            "usp",
            "usp",
            "ik in kleine groepjes werk",
            Intent.WHY,
        ),
        (
            "I run a florist's in Leeds called Petal, are you a real person by the way?",
            "business",
            "business_name",
            "Petal",
            Intent.ROBOT,
        ),
        (
            "ik geef kookworkshops in Genk, zijt gij nu een echte mens of een robot?",
            "business",
            "location",
            "Genk",
            Intent.ROBOT,
        ),
        (
            "instagram en google, en wat kost dit eigenlijk?",
            "channels",
            "channels_current",
            ("instagram", "google_business"),
            Intent.COST,
        ),
    ],
)
def test_what_stands_before_a_question_in_its_sentence_is_heard(
    hear: Hear, text: str, asking: str, field: str, told: object, intent: Intent
) -> None:
    heard = hear(text, asking)
    assert (heard.intent, facts(heard)[field]) == (intent, told)


def test_a_question_that_begins_with_its_condition_tells_nothing(hear: Hear) -> None:
    heard = hear("als je dat zo vraagt, wie leest dit eigenlijk?", "usp")
    assert (heard.intent, heard.facts) == (Intent.WHO_READS, ())


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("I'd love twelve bookings a month, is that mad?", "twelve bookings a month"),
        ("meer volk op dinsdag, is dat raar?", "meer volk op dinsdag"),
        ("twintig nieuwe leden voor de zomer, kan dat?", "twintig nieuwe leden voor de zomer"),
        ("meer vaste klanten in de week, snapt ge?", "meer vaste klanten in de week"),
    ],
)
def test_a_tag_behind_what_is_told_asks_nothing(hear: Hear, text: str, goal: str) -> None:
    heard = hear(text, "goal")
    told = facts(heard)["goal"]
    assert isinstance(told, GoalFact)
    assert (heard.intent, told.text) == (Intent.INFORM, goal)


@pytest.mark.parametrize("text", ["is dat raar?", "is that mad?", "wat is een persona? is dat belangrijk?"])
def test_a_question_on_its_own_is_one(hear: Hear, text: str) -> None:
    assert hear(text, "goal").intent is not Intent.INFORM


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("what, like one person? couples from the city with a dog", "couples from the city with a dog"),
        ("wie, de klant? jonge gezinnen met een hond", "jonge gezinnen met een hond"),
    ],
)
def test_the_coachs_question_said_over_before_its_answer_is_none(hear: Hear, text: str, told: str) -> None:
    heard = hear(text, "persona")
    assert (heard.intent, facts(heard)["persona_situation"]) == (Intent.INFORM, told)
