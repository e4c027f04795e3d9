"""Who the customers are, apart from what they fear, from remarks and from places."""

import pytest

from journey.hearing import Intent
from journey.profile import Limits
from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize(
    ("text", "who", "fear"),
    [
        (
            "stellen rond de 33 die hun appartement verkopen omdat er een kind komt, en die zijn bang dat ze met "
            "dubbele lasten zitten",
            "stellen rond de 33 die hun appartement verkopen omdat er een kind komt",
            "die zijn bang dat ze met dubbele lasten zitten",
        ),
        (
            "couples around 35 selling their first flat, and they're afraid of paying two mortgages",
            "couples around 35 selling their first flat",
            "they're afraid of paying two mortgages",
        ),
        (
            "older ladies living alone, they worry about strangers in the house",
            "older ladies living alone",
            "strangers in the house",
        ),
        (
            "bomma's uit 't dorp. ze hebben altijd schrik da't te zwaar is",
            "bomma's uit 't dorp",
            "ze hebben altijd schrik da't te zwaar is",
        ),
        (
            "een thuisverpleegster die de baan op moet, en die heeft schrik dat ze zonder auto valt",
            "een thuisverpleegster die de baan op moet",
            "die heeft schrik dat ze zonder auto valt",
        ),
        ("mensen met een hond, ze twijfelen of hij luistert", "mensen met een hond", "of hij luistert"),
        ("new dads, they doubt whether it's any use", "new dads", "whether it's any use"),
    ],
)
def test_what_customers_fear_is_told_apart_from_who_they_are(hear: Hear, text: str, who: str, fear: str) -> None:
    told = facts(hear(text, "persona"))
    assert (told["persona_situation"], told["persona_pain"]) == (who, fear)


@pytest.mark.parametrize(
    "text", ["mensen die bang zijn van de tandarts", "vrouwen van 40 die schrik hebben van naalden", "nervous adults"]
)
def test_customers_who_are_known_by_their_fear_stay_whole(hear: Hear, text: str) -> None:
    told = facts(hear(text, "persona"))
    assert told["persona_situation"] == text
    assert "persona_pain" not in told


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "da ging over de maillijst. mijn beste klant is een bomma die op woensdag komt",
            "een bomma die op woensdag komt",
        ),
        (
            "oh that was about the list. my best customer is a retired teacher who comes every friday",
            "a retired teacher who comes every friday",
        ),
        ("beste klant: oma's met kleinkinderen", "oma's met kleinkinderen"),
        ("blokes in their thirties, always in a hurry", "blokes in their thirties, always in a hurry"),
        ("25 to 45, mostly mums", "mums"),
    ],
)
def test_the_customer_is_what_the_answer_names(hear: Hear, text: str, who: str) -> None:
    assert facts(hear(text, "persona"))["persona_situation"] == who


@pytest.mark.parametrize(
    "text",
    [
        "zoals mijn cliënt Marie Peeters van 43",
        "like my client Sarah Jones, 43",
        "bijvoorbeeld mijn klant Jan De Smet",
        "de prijs",
        "dat zou wel tof zijn, ik zou daar graag mee beginnen, met zo'n lijst",
    ],
)
def test_what_tells_nothing_of_customers_is_no_customer(hear: Hear, text: str) -> None:
    assert "persona_situation" not in facts(hear(text, "persona"))


@pytest.mark.parametrize(
    "text", ["I'm a mobile hairdresser, I go to people's houses and nursing homes", "we come to customers' homes"]
)
def test_where_customers_live_is_not_who_they_are(hear: Hear, text: str) -> None:
    assert "persona_situation" not in facts(hear(text, "business"))


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("hobby runners of about 30", "about 30"),
        ("koppels van ongeveer 40", "ongeveer 40"),
        ("weduwen met een jaren dertig huis", None),
    ],
)
def test_a_rough_age_is_an_age_and_a_decade_of_houses_is_not(hear: Hear, text: str, age: str | None) -> None:
    assert facts(hear(text, "persona")).get("persona_age") == age


@pytest.mark.parametrize(
    "text",
    [
        "honestly what I'd love is for people to come back after the trial lesson because most of them never do",
        "wat ik eigenlijk het liefst zou hebben is dat mensen terugkomen na de proefles",
        "ideally they'd come back after the first time",
    ],
)
def test_a_wish_told_where_customers_are_asked_is_the_goal(hear: Hear, text: str) -> None:
    told = facts(hear(text, "persona"))
    assert "goal" in told
    assert "persona_situation" not in told


def test_what_they_doubt_told_by_its_name_is_no_customer(hear: Hear) -> None:
    told = facts(hear("waar ze over twijfelen, nou dat het kind dan nog meer school krijgt na school", "persona"))
    assert told == {"persona_pain": "dat het kind dan nog meer school krijgt na school"}


def test_a_customer_told_late_and_by_name_comes_with_what_they_fear(hear: Hear) -> None:
    text = "dat was over den budget. mijn beste klant is een verpleegster, en die heeft schrik dat ze zonder auto valt"
    assert facts(hear(text, "persona_pain")) == {
        "persona_situation": "een verpleegster",
        "persona_pain": "die heeft schrik dat ze zonder auto valt",
    }


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("meestal bedrijven, maar ook vriendinnen of een communie", "both"),
        ("mostly companies but also the odd family", "both"),
        ("particulieren maar ook wel eens bedrijven", "both"),
        ("meestal bedrijven maar ook winkels", "b2b"),
        ("vooral mensen uit de buurt", "b2c"),
    ],
)
def test_whoever_is_served_besides_makes_it_both(hear: Hear, text: str, audience: str) -> None:
    assert facts(hear(text, "audience"))["audience"] == audience


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Drie euro? Nee joh honderdvijftig euro per maand. Mijn fijnste klant dat is een moeder van twee", 3),
        ("Three euro? No, 150 a month. My best customer is a mother of two", 3),
    ],
)
def test_a_customer_told_behind_a_number_that_is_put_right_is_kept(hear: Hear, text: str, known: float) -> None:
    found = facts(hear(text, "persona", constraints=Limits(euros_per_month=known)))
    assert found["constraints"] == Limits(euros_per_month=150)
    assert found["persona_situation"] in ("een moeder van twee", "a mother of two")


def test_what_is_sold_told_by_its_name_is_no_fear_beside_the_customers(hear: Hear) -> None:
    text = "nee, ons aanbod da zijn kamers met ontbijt, en de liefste gasten dat zijn gewoon koppels op pensioen"
    found = facts(hear(text, "persona", offer="'t Hoppeveld"))
    assert (found["offer"], found["persona_situation"]) == ("kamers met ontbijt", "koppels op pensioen")


def test_how_old_the_daughter_is_tells_no_age_of_the_customers(hear: Hear) -> None:
    text = "patients of 65 to 80, and it's usually the daughter that rings, she'd be in her forties"
    assert facts(hear(text, "persona"))["persona_age"] == "65 to 80"


_ASKING = ("persona", "goal", "email", "usp", "confirm", "model", "plan_feedback")


@pytest.mark.parametrize("asking", _ASKING)
@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("call them patients", "patients"),
        ("can you call them clients?", "clients"),
        ("call them campers", "campers"),
        ("patients not customers", "patients"),
        ("they're members here, not customers", "members"),
        ("I don't say customers, I say patients", "patients"),
        ("wij zeggen gasten", "gasten"),
        ("noem ze leden", "leden"),
        ("noemt ze gasten", "gasten"),
        ("kan je ze gasten noemen?", "gasten"),
        ("ge moet ze leden noemen", "leden"),
        ("zeg gasten in plaats van klanten", "gasten"),
        ("bij ons heten dat leerlingen", "leerlingen"),
    ],
)
def test_what_customers_are_called_is_heard_whatever_was_asked(hear: Hear, text: str, word: str, asking: str) -> None:
    heard = hear(text, asking, location="Ennis")
    assert (heard.intent, facts(heard)) == (Intent.INFORM, {"customer_word": word})


def test_what_is_told_beside_it_is_heard_too(hear: Hear) -> None:
    told = facts(hear("call them patients. budget 40", "confirm"))
    assert (told["customer_word"], told["constraints"]) == ("patients", Limits(euros_per_month=40))


@pytest.mark.parametrize(
    "text", ["call them afterwards", "call them names", "they are mostly guests from hotels", "ze bellen ons soms"]
)
def test_what_only_sounds_like_it_is_no_word_for_customers(hear: Hear, text: str) -> None:
    assert "customer_word" not in facts(hear(text, "persona"))


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("the daughter in her forties makes the call, patients are 65 to 80", "65 to 80"),
        ("de dochter in de veertig boekt, de gasten zijn tachtigers", "tachtigers"),
        ("klanten: 60 tot 75 jaar, de zoon van 40 betaalt", "60 tot 75 jaar"),
        ("kids 6 to 12, it's their mums in their thirties who book", None),
        ("komt al twintig jaar", None),
        ("mums in their thirties", "in their thirties"),
    ],
)
def test_so_old_are_the_customers_and_not_those_who_see_to_it_for_them(hear: Hear, text: str, age: str | None) -> None:
    assert facts(hear(text, "persona")).get("persona_age") == age
