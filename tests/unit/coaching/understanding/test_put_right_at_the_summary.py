"""Owners who read the summary over and put right what is wrong, several things at once, with talk around them."""

import pytest

from journey.hearing import Intent
from journey.profile import Change, EmailList, FactValue, GoalFact, Limits
from tests.unit.coaching.understanding.conftest import Hear, facts

KNOWN: dict[str, FactValue] = {
    "sector": "painter",
    "offer": "kozijnen",
    "goal": GoalFact(text="binnenklussen voor de winter"),
    "persona_situation": "Ineke, weduwe",
    "persona_pain": "bang voor half werk",
    "usp": "kom zelf. 41 jaar in t vak. test's 65 quid with the scan",
    "channels_current": ("google_business", "online_booking"),
    "channels_excluded": ("newsletter", "tiktok"),
    "constraints": Limits(hours_per_week=1, work_days=("maandag", "zondag")),
    "email_list": EmailList(has=True, size=80),
}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("6 klussen. niet filmen, geen tiktok", {"goal", "forms_excluded", "channels_excluded"}),
        ("budget 150. patients not customers. 900 on the email list", {"constraints", "customer_word", "email_list"}),
        ("Wolters Schilderwerken is mijn zaak. ik heet gerrit", {"business_name", "owner_name"}),
        ("de zaak is tuinen vandewalle. k verkope onderhoudscontracten", {"business_name", "offer"}),
        ("test is 60 not 65. guests not customers", {"usp", "price", "customer_word"}),
        ("budget 100, zaterdag toe, ik heet Sonia", {"constraints", "owner_name"}),
        ("noem ze gasten. het budget is 80 euro. druk in mei", {"customer_word", "constraints"}),
    ],
)
def test_every_sentence_of_a_correction_is_heard(hear: Hear, text: str, told: set[str]) -> None:
    assert set(facts(hear(text, "confirm", **KNOWN))) == told


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("budget 150. waarom vraag je dat", Intent.WHY),
        ("druk in mei. who reads this?", Intent.WHO_READS),
    ],
)
def test_a_question_beside_a_correction_is_answered_too(hear: Hear, text: str, intent: Intent) -> None:
    heard = hear(text, "confirm", **KNOWN)
    assert (heard.intent, set(facts(heard))) == (intent, {"constraints"})


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("doel is 6 binnenklussen. waar staat dat", "6 binnenklussen"),
        ("goal is 35 tests a week. where does it say that", "35 tests a week"),
        ("doel is 6 binnenklussen zei ik toch", "6 binnenklussen"),
        ("the goal is 35 tests a week, like I said", "35 tests a week"),
        ("doel: 8 beurten. voor de zomer", "8 beurten. voor de zomer"),
        ("6 klussen", "6 binnenklussen voor de winter"),
        (
            "die doelstelling, dat is een lap tekst geworden, maak er maar van: zes klussen per maand",
            "zes klussen per maand",
        ),
        ("het doel is niet meer klanten maar meer omzet per klant", "meer omzet per klant"),
    ],
)
def test_a_goal_is_put_right_without_the_talk_around_it(hear: Hear, text: str, goal: str) -> None:
    told = facts(hear(text, "confirm", **KNOWN))["goal"]
    assert isinstance(told, GoalFact)
    assert told.text == goal


@pytest.mark.parametrize("asking", ["confirm", "model", "business"])
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("de zaak heet Wolters Schilderwerken zei ik", "Wolters Schilderwerken"),
        ("the business is called Bean There I said", "Bean There"),
        ("de zaak is tuinen vandewalle", "Tuinen Vandewalle"),
        ("wolters schilderwerken is mijn zaak", "Wolters Schilderwerken"),
        ("my shop is The Copper Kettle", "The Copper Kettle"),
        ("noem mij nonna sonia, dat is de naam van de zaak", "Nonna Sonia"),
    ],
)
def test_a_business_is_told_to_be_its_name(hear: Hear, asking: str, text: str, name: str) -> None:
    assert facts(hear(text, asking, sector="painter"))["business_name"] == name


@pytest.mark.parametrize(
    "text",
    [
        "de zaak is van mijn vader",
        "de zaak is gesloten op maandag",
        "mijn zaak is een bakkerij",
        "my business is dog grooming",
        "schilderen is mijn zaak",
        "my shop is on the High Street",
        "de zaak is Sint-Niklaas",
    ],
)
def test_what_else_a_business_is_names_nothing(hear: Hear, text: str) -> None:
    assert "business_name" not in facts(hear(text, "confirm", **KNOWN))


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        (
            "best customer isnt 'ignoring the letters'. its varifocal wearers with a bad pair",
            "persona_situation",
            "varifocal wearers with a bad pair",
        ),
        (
            "mijn beste klant is geen weduwe, 't zijn koppels die niet meer op de ladder durven",
            "persona_situation",
            "koppels die niet meer op de ladder durven",
        ),
        ("The offer isn't put, it's home visits, an hour, and massage", "offer", "home visits, an hour, and massage"),
        ("Aanbod, da moet dus gewoon drie kamers met ontbijt zijn, meer niet", "offer", "drie kamers met ontbijt"),
        ("its pods we sell not tents", "offer", "pods"),
        ("het zijn taarten die we bakken, geen brood", "offer", "taarten"),
        ("schrik hebben ze dat de fiets niet veilig staat", "persona_pain", "dat de fiets niet veilig staat"),
    ],
)
def test_what_it_is_takes_the_place_of_what_it_isnt(hear: Hear, text: str, field: str, value: str) -> None:
    heard = hear(text, "confirm", **KNOWN)
    assert facts(heard) == {field: value}
    assert heard.facts[0].change is Change.SET


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("En die beste klant, daar mis ik dat haar remmen piepen", "haar remmen piepen"),
        ("bij de beste klant ontbreekt nog dat ze alleen woont", "ze alleen woont"),
    ],
)
def test_what_is_missing_comes_to_what_was_told(hear: Hear, text: str, missing: str) -> None:
    told = hear(text, "confirm", **KNOWN).facts
    assert [(fact.field.value, fact.value, fact.change) for fact in told] == [
        ("persona_situation", missing, Change.ADD)
    ]


@pytest.mark.parametrize(
    ("text", "field", "channel"),
    [
        ("take newsletter out of rather not", "channels_excluded", "newsletter"),
        ("haal de nieuwsbrief uit 'liever niet'", "channels_excluded", "newsletter"),
        ("nieuwsbrief mag weg bij liever niet", "channels_excluded", "newsletter"),
        ("so don't have newsletter under the things I won't do", "channels_excluded", "newsletter"),
    ],
)
def test_a_channel_comes_off_the_list_of_those_refused(hear: Hear, text: str, field: str, channel: str) -> None:
    told = hear(text, "confirm", **KNOWN).facts
    assert [(fact.field.value, fact.value, fact.change) for fact in told] == [(field, (channel,), Change.REMOVE)]


@pytest.mark.parametrize(
    "text",
    ["take away the online booking", "I don't have online booking either, they text me", "online booking mag eruit"],
)
def test_a_channel_that_is_not_there_is_no_longer_used(hear: Hear, text: str) -> None:
    told = [fact for fact in hear(text, "confirm", **KNOWN).facts if "online_booking" in str(fact.value)]
    assert [fact.field.value for fact in told if fact.change is Change.REMOVE or fact.field == "channels_excluded"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("zondag niet he, maandag!", ("maandag",)),
        ("dinsdag ipv zondag", ("maandag", "dinsdag")),
        ("niet op maandag", ("zondag",)),
    ],
)
def test_a_day_takes_the_place_of_the_one_taken_back(hear: Hear, text: str, days: tuple[str, ...]) -> None:
    assert facts(hear(text, "confirm", **KNOWN)) == {"constraints": Limits(work_days=days)}


@pytest.mark.parametrize(
    ("text", "usp"),
    [
        ("42 jaar in t vak, geen 41", "kom zelf. 42 jaar in t vak. test's 65 quid with the scan"),
        ("the test is 60, not 65", "kom zelf. 41 jaar in t vak. test's 60 quid with the scan"),
    ],
)
def test_a_number_told_among_words_is_put_right_there(hear: Hear, text: str, usp: str) -> None:
    assert facts(hear(text, "confirm", **KNOWN))["usp"] == usp


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("The patients are sixty-five to eighty, it's the daughter is in her forties", "sixty-five to eighty"),
        ("patients are 65 to 80", "65 to 80"),
        ("leeftijd: vijfenvijftig tot zeventig", "vijfenvijftig tot zeventig"),
    ],
)
def test_an_age_is_put_right(hear: Hear, text: str, age: str) -> None:
    assert facts(hear(text, "confirm", **KNOWN)) == {"persona_age": age}


@pytest.mark.parametrize(
    "text",
    [
        "Ah it'll do, yes, go on, I've the dinner on",
        "Ja voilà, da's nu wel goed denk ik hè, doe maar voort, ik heb ook nog ander werk.",
        "perfect, the kettle is on",
    ],
)
def test_a_yes_among_talk_is_a_yes(hear: Hear, text: str) -> None:
    assert hear(text, "confirm", **KNOWN).intent is Intent.YES


@pytest.mark.parametrize("text", ["ja, maar de tekst klopt niet", "yes but the hours", "yes, and we do weddings too"])
def test_a_yes_with_more_to_put_right_is_none(hear: Hear, text: str) -> None:
    assert hear(text, "confirm", **KNOWN).intent is not Intent.YES


def test_a_text_is_not_replaced_by_a_sentence_that_names_nothing(hear: Hear) -> None:
    told = facts(hear("best customer isnt 'X'. its landlords with flats. you keep ignoring that", "confirm", **KNOWN))
    assert told == {"persona_situation": "landlords with flats"}


@pytest.mark.parametrize(
    "text",
    [
        "it'll do",
        "ja hoor, goed zo, ik moet verder",
        "ah sure that's grand, the dog is barking",
        "ok doe maar, 'k heb gene tijd meer",
        "Go with whatever you think yourself there, I haven't a notion",
        "ja, klopt wel zo'n beetje",
    ],
)
def test_so_is_a_yes_in_other_words(hear: Hear, text: str) -> None:
    assert hear(text, "confirm", **KNOWN).intent is Intent.YES


@pytest.mark.parametrize(
    "text",
    ["yes, I have 3 hours", "yes, only the name is wrong", "ja, alleen de naam klopt niet", "ok but I've no door"],
)
def test_a_yes_with_something_wrong_is_none_and_puts_nothing_in_the_place_of_the_offer(hear: Hear, text: str) -> None:
    heard = hear(text, "confirm", **KNOWN)
    assert heard.intent is not Intent.YES
    assert "offer" not in facts(heard)
