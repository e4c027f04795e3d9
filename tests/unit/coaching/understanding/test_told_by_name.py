"""Owners who call a thing of the summary by its name, and tell or take away what goes there."""

import pytest

from journey.hearing import Intent
from journey.profile import Change, FactValue, GoalFact, Limits
from tests.unit.coaching.understanding.conftest import Hear, facts

GARAGE: dict[str, FactValue] = {
    "sector": "automotive",
    "offer": "onderhoud en banden",
    "price": "180 euro",
    "goal": GoalFact(text="tien nieuwe klanten", target=10, unit="klanten"),
    "persona_situation": "thuisverpleegsters",
    "persona_pain": "dat ze zonder auto vallen",
    "aftercare": "ik bel eerst voor ik iets extra doe",
    "constraints": Limits(quiet_days=("januari",), busy_days=("mei",)),
}


@pytest.mark.parametrize("asking", ["confirm", "model"])
@pytest.mark.parametrize(
    ("text", "usp"),
    [
        (
            "waarom ze naar mij komen: kbel eerst voor kiets extra doe. en ne gratis vervangwagen",
            "kbel eerst voor kiets extra doe. en ne gratis vervangwagen",
        ),
        ("waarom ze komen: ge wordt hier niet opgejaagd", "ge wordt hier niet opgejaagd"),
        ("why choose me: patient, 22 years at it, never shout", "patient, 22 years at it, never shout"),
        ("why me: patient. 22 years. never shout", "patient. 22 years. never shout"),
        ("waarom jou: je mag alles proeven", "je mag alles proeven"),
        ("nee, waarom de mensen voor ons kiezen is de gratis koffie", "de gratis koffie"),
        ("add: im patient, 22 years, never shout. thats why they pick me", "im patient, 22 years, never shout"),
        ("ik bel altijd eerst, daarom komen ze", "ik bel altijd eerst"),
        ("we're open till nine, that's why people come to us", "we're open till nine"),
    ],
)
def test_a_reason_told_by_its_name_is_the_reason(hear: Hear, asking: str, text: str, usp: str) -> None:
    assert facts(hear(text, asking, **GARAGE)) == {"usp": usp}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "de prijs is 45 euro, het doel is acht taarten per week, en m'n beste klant is een moeder met een kind",
            {"price": "45 euro", "goal": "acht taarten per week", "persona_situation": "een moeder met een kind"},
        ),
        (
            "Goal is only: sell 30 candles a week online. Best customer is women who need a present last minute.",
            {
                "goal": "sell 30 candles a week online",
                "persona_situation": "women who need a present last minute",
            },
        ),
        (
            "waar ze over twijfelen: ze denken dat we duur zijn. waarom jou: je mag alles proeven",
            {"persona_pain": "ze denken dat we duur zijn", "usp": "je mag alles proeven"},
        ),
        (
            "wat ik verkoop is kaas en borrelplanken, en doel is dertig borrelplanken per week",
            {"offer": "kaas en borrelplanken", "goal": "dertig borrelplanken per week"},
        ),
        (
            "de beste klant klopt ook niet, dat is een weduwe met een oud huis, en de twijfel is dat ge niet opdaagt",
            {"persona_situation": "een weduwe met een oud huis", "persona_pain": "dat ge niet opdaagt"},
        ),
        (
            "no wait, the goal is wrong, it's six new clients a month, the quiet thing isn't the goal",
            {"goal": "six new clients a month"},
        ),
        ("en bij wat we verkopen moet ge schrijven drie kamers met ontbijt", {"offer": "drie kamers met ontbijt"}),
    ],
)
def test_each_thing_that_is_put_right_in_one_message_lands_in_its_own_place(
    hear: Hear, text: str, told: dict[str, str]
) -> None:
    heard = hear(text, "confirm", **GARAGE)
    found = facts(heard)
    words = {name: value.text if isinstance(value, GoalFact) else value for name, value in found.items()}
    assert heard.intent is Intent.CORRECT
    assert words == told


@pytest.mark.parametrize(
    ("asking", "text", "field", "value"),
    [
        ("usp", "oh die angst van net: ze denken dat we duur zijn", "persona_pain", "ze denken dat we duur zijn"),
        ("email", "waarom ze voor mij kiezen is omdat ik juf ben geweest", "usp", None),
        ("persona", "beste klant: oma's met kleinkinderen", "persona_situation", "oma's met kleinkinderen"),
        ("usp", "why they pick me: 30 years at it", "usp", "30 years at it"),
        ("persona_pain", "twijfel: dat het te kort wordt", "persona_pain", "dat het te kort wordt"),
    ],
)
def test_a_name_tells_which_question_is_answered_and_is_no_part_of_the_answer(
    hear: Hear, asking: str, text: str, field: str, value: str | None
) -> None:
    found = facts(hear(text, asking, sector="bakery"))
    assert set(found) == {field}
    assert value is None or found[field] == value


@pytest.mark.parametrize(
    "text",
    ["de prijs klopt niet", "het doel is niet goed", "ja, het doel is ok", "geen nazorg", "that's why they pick me"],
)
def test_a_name_without_what_belongs_to_it_tells_nothing(hear: Hear, text: str) -> None:
    assert not hear(text, "confirm", **GARAGE).facts


@pytest.mark.parametrize(
    "text",
    [
        "das geen nazorg, da's waarom ze voor mij kiezen",
        "nee, dat is geen nazorg maar waarom ze komen",
        "wat bij nazorg staat is waarom ze voor mij kiezen",
        "zet nazorg bij waarom ze komen",
        "that's not aftercare, that's why they choose me",
        "da's waarom ze voor mij kiezen, geen nazorg",
    ],
)
def test_what_stands_in_the_wrong_place_is_put_where_it_belongs(hear: Hear, text: str) -> None:
    heard = hear(text, "confirm", **GARAGE)
    assert heard.intent is Intent.CORRECT
    assert [(fact.field, fact.change) for fact in heard.facts] == [("aftercare", Change.REMOVE), ("usp", Change.ADD)]
    assert heard.facts[1].value == GARAGE["aftercare"]


def test_a_price_that_was_the_budget_becomes_the_budget(hear: Hear) -> None:
    heard = hear("that's not the price, that's my budget", "confirm", price="50 euro")
    assert [(fact.field, fact.change) for fact in heard.facts] == [
        ("price", Change.REMOVE),
        ("constraints", Change.SET),
    ]
    assert heard.facts[1].value == Limits(euros_per_month=50)


@pytest.mark.parametrize(
    "text", ["de angst en de reden zijn omgedraaid", "you've got the doubts and the reasons swapped"]
)
def test_two_things_in_each_others_place_change_places(hear: Hear, text: str) -> None:
    found = facts(hear(text, "confirm", persona_pain="je mag alles proeven", usp="ze denken dat we duur zijn"))
    assert found == {"persona_pain": "ze denken dat we duur zijn", "usp": "je mag alles proeven"}


CUSTOMER = "ging over de maillijst. mijn beste klant is een bomma van 67, die komt na de markt"


@pytest.mark.parametrize(
    ("text", "field", "left"),
    [
        ("haal dat van die maillijst weg hé", "persona_situation", "een bomma van 67, die komt na de markt"),
        ("dat van die maillijst mag eruit", "persona_situation", "een bomma van 67, die komt na de markt"),
        (
            "laat dat van de markt maar weg",
            "persona_situation",
            "ging over de maillijst. mijn beste klant is een bomma van 67",
        ),
        ("take the refill jar out", "usp", "smells from polish forest, I write the card by hand"),
        ("please drop the card by hand", "usp", "smells from polish forest, refill jar"),
        ("that thing with the jar can go", "usp", "smells from polish forest, I write the card by hand"),
    ],
)
@pytest.mark.parametrize("asking", ["confirm", "model"])
def test_a_part_of_what_was_told_is_taken_out(hear: Hear, asking: str, text: str, field: str, left: str) -> None:
    known = {"persona_situation": CUSTOMER, "usp": "smells from polish forest, refill jar and I write the card by hand"}
    assert facts(hear(text, asking, **known)) == {field: left}


@pytest.mark.parametrize("text", ["I'd leave it out of politeness", "haal de fiets weg", "dat mag weg"])
def test_nothing_is_taken_out_of_what_says_no_such_thing(hear: Hear, text: str) -> None:
    assert not hear(text, "confirm", persona_situation=CUSTOMER).facts


@pytest.mark.parametrize("asking", ["confirm", "model"])
@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("en februari is ook dood. zet da erbij", ("februari",)),
        ("februari is ook rustig", ("februari",)),
        ("also december is quiet", ("december",)),
        ("november is quiet as well", ("november",)),
    ],
)
def test_a_quiet_month_told_besides_comes_to_the_others(
    hear: Hear, asking: str, text: str, days: tuple[str, ...]
) -> None:
    (fact,) = hear(text, asking, **GARAGE).facts
    assert (fact.change, fact.value) == (Change.ADD, Limits(quiet_days=days))


def test_quiet_days_of_the_week_come_to_quiet_months(hear: Hear) -> None:
    (fact,) = hear("dinsdag is het stil", "confirm", **GARAGE).facts
    assert (fact.change, fact.value) == (Change.ADD, Limits(quiet_days=("dinsdag",)))


def test_quiet_months_told_anew_take_the_place_of_the_others(hear: Hear) -> None:
    (fact,) = hear("nee, het is stil in februari", "confirm", **GARAGE).facts
    assert fact.change is Change.SET


@pytest.mark.parametrize(
    "text", ["en schrik van de rekening natuurlijk", "en bang dat het lang duurt", "and they're worried about the bill"]
)
def test_a_second_fear_told_late_comes_to_the_first(hear: Hear, text: str) -> None:
    (fact,) = (fact for fact in hear(text, "usp", **GARAGE).facts if fact.field == "persona_pain")
    assert fact.change is Change.ADD


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("doe toch maar acht nieuwe klanten in plaats van tien", "acht nieuwe klanten"),
        ("no, make that twelve new klanten instead of 10", "twelve nieuwe klanten"),
    ],
)
def test_a_goal_with_another_number_keeps_its_words(hear: Hear, text: str, goal: str) -> None:
    found = facts(hear(text, "confirm", **GARAGE))["goal"]
    assert isinstance(found, GoalFact)
    assert found.text == goal


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        (
            "als ik er over peins, eigenlijk wil ik liever die kamers vol in de week, maandag tot donderdag",
            "die kamers vol in de week, maandag tot donderdag",
        ),
        ("I'd rather get more weekday bookings", "more weekday bookings"),
        ("we zouden liever bekender worden in de buurt", "bekender worden in de buurt"),
        ("what I really want is ten new regulars", "ten new regulars"),
    ],
)
def test_a_change_of_mind_about_what_is_wanted_is_the_goal_and_no_busy_day(hear: Hear, text: str, goal: str) -> None:
    found = facts(hear(text, "confirm", **GARAGE))
    assert set(found) == {"goal"}
    assert isinstance(found["goal"], GoalFact)
    assert found["goal"].text == goal


@pytest.mark.parametrize(
    "text", ["ik wil liever geen facebook", "I'd rather not be on tiktok", "ik wil liever 50 euro per maand uitgeven"]
)
def test_what_somebody_would_rather_is_not_always_a_goal(hear: Hear, text: str) -> None:
    assert "goal" not in facts(hear(text, "confirm", **GARAGE))
