"""What owners write on a phone: rare trades, several answers at once, numbers that mean something else."""

import pytest

from coaching.understanding import Understanding
from journey.hearing import Intent
from journey.profile import EmailList, GoalFact, Limits
from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("touwslager", "touwslager"),
        ("ik ben zelfstandig erfrechtplanner te Brugge en zou graag meer volk", "erfrechtplanner"),
        ("we run a letterpress workshop in Cornwall", "letterpress workshop"),
        ("wij zijn een bedrijf dat windorgels maakt voor tuinen", "windorgels"),
        ("vlotverhuur aan de rivier, open van mei tot oktober", "vlotverhuur aan de rivier"),
        ("ik doe wimpers en wenkbrauwen thuis in hoogstraten 65€ voor een setje", "wimpers en wenkbrauwen"),
        ("Wij leveren IT-support, abonnement vanaf 150 euro per maand", "IT-support"),
    ],
)
def test_a_trade_in_no_list_is_still_an_offer(hear: Hear, text: str, offer: str) -> None:
    assert facts(hear(text, "business"))["offer"] == offer


@pytest.mark.parametrize("text", ["wacht even", "ik ben moe vandaag", "geen idee", "goedemiddag", "ik heb een vraag"])
def test_small_talk_is_no_trade(hear: Hear, text: str) -> None:
    assert "offer" not in facts(hear(text, "business"))


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("wij maken luchtfoto-animaties voor makelaars en aannemers", None),
        ("stoelen vlechten. meubelzaak is het niet", None),
        ("paardenosteopaat!!", "physio"),
        ("kheb een speelgoedwinkelke", "retail"),
    ],
)
def test_the_trade_of_customers_or_a_denied_one_is_not_taken(hear: Hear, text: str, sector: str | None) -> None:
    assert facts(hear(text, "business")).get("sector") == sector


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("atelier in Hasselt. heet Haarwerk Lies", "Haarwerk Lies"),
        ("een doolhof in Groningen: De Verlaten Kliniek", "De Verlaten Kliniek"),
        ("wij plaatsen ramen, Alubouw Peeters bvba", "Alubouw Peeters"),
        ("speelgoedwinkel, Pieterpad heet da", "Pieterpad"),
        ("ijssalon Venezia in Oostende", "IJssalon Venezia"),
    ],
)
def test_a_business_is_named_in_many_ways(hear: Hear, text: str, name: str) -> None:
    assert facts(hear(text, "business"))["business_name"] == name


def test_an_owner_may_say_how_to_be_called(hear: Hear) -> None:
    assert facts(hear("U mag mij De Groot noemen.", "business"))["owner_name"] == "De Groot"


@pytest.mark.parametrize(
    ("text", "question", "limits"),
    [
        ("3 uur per week en 50 euro per maand", "hours", Limits(hours_per_week=3, euros_per_month=50)),
        ("couple of hours", "money", Limits(hours_per_week=2)),
        ("een uurke of twee", "hours", Limits(hours_per_week=2)),
    ],
)
def test_hours_and_money_answer_each_other(hear: Hear, text: str, question: str, limits: Limits) -> None:
    heard = hear(text, "constraints", question)
    told = facts(heard)
    assert told["constraints"] == limits
    assert set(told) == {"constraints"}


@pytest.mark.parametrize(
    "text", ["jonge mama's tussen 25 en 40 die tijd voor zichzelf willen", "vrouwen van 30 tot 50", "20 quid"]
)
def test_ages_and_money_are_no_number_of_addresses(hear: Hear, text: str) -> None:
    assert "email_list" not in facts(hear(text, "email"))


@pytest.mark.parametrize("text", ["nee enkel papieren fiches", "mails? nee da doe ik nie", "nee, ooit mss"])
def test_a_no_with_words_around_it_answers_the_question_about_addresses(hear: Hear, text: str) -> None:
    assert facts(hear(text, "email", sector="bakery"))["email_list"] == EmailList(has=False)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("een nieuwsbrief waar 140 man op zit", 140),
        ("ja dus die 400 van de nieuwsbrief he", 400),
        ("no no 85 addresses, we are a small shop", 85),
        ("it's a newsletter that goes to 60 people", 60),
    ],
)
def test_how_many_read_a_newsletter_is_how_many_addresses_there_are(hear: Hear, text: str, size: int) -> None:
    assert facts(hear(text, "email", sector="bakery"))["email_list"] == EmailList(has=True, size=size)


def test_addresses_put_right_are_the_new_number(hear: Hear) -> None:
    known = {"email_list": EmailList(has=True, size=1500)}
    told = facts(hear("Its 150 addresses not 1500, fat thumbs sorry", "email", **known))
    assert told["email_list"] == EmailList(has=True, size=150)


@pytest.mark.parametrize(
    "text",
    [
        "Nope. but I've got 600 odd on whatsapp",
        "nee maar wel 300 man op facebook",
        "neen, enkel 80 gsm-nummers",
    ],
)
def test_people_reached_elsewhere_are_no_addresses(hear: Hear, text: str) -> None:
    assert facts(hear(text, "email", sector="bakery"))["email_list"] == EmailList(has=False)


def test_a_price_that_changes_is_not_the_number_told_last(hear: Hear) -> None:
    known = {"price": "vanaf 2800 euro", "email_list": EmailList(has=False)}
    told = facts(hear("nee prijs is vanaf 3200", "confirm", **known))
    assert told == {"price": "vanaf 3200"}


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("ik wil toch ook linkedin", "channels_current", ("linkedin",)),
        ("geen instagram meer", "channels_excluded", ("instagram",)),
        ("maar 1 uur per week", "constraints", Limits(hours_per_week=1)),
    ],
)
def test_after_the_plan_wishes_are_changes(hear: Hear, text: str, field: str, value: object) -> None:
    assert facts(hear(text, "plan_feedback", channels_current=("instagram",)))[field] == value


def test_where_customers_come_from_is_a_channel(hear: Hear) -> None:
    assert facts(hear("klanten komen via insta", "business"))["channels_current"] == ("instagram",)


def test_the_only_place_online_is_a_channel_in_use(hear: Hear) -> None:
    told = facts(hear("zit nergens online behalve facebook", "business"))
    assert told == {"channels_current": ("facebook",)}


def test_paper_is_refused_without_being_asked(hear: Hear) -> None:
    assert facts(hear("snoeien en vellen. geen flyers aub", "business"))["channels_excluded"] == ("flyer",)


def test_a_group_of_customers_answers_for_whom(hear: Hear) -> None:
    assert facts(hear("ruiters, maneges", "audience"))["persona_situation"] == "ruiters, maneges"


def test_a_goal_may_name_money(hear: Hear) -> None:
    goal = facts(hear("meer grote bestellingen en minder klusjes van 12 euro", "goal"))["goal"]
    assert isinstance(goal, GoalFact)
    assert goal.text == "meer grote bestellingen en minder klusjes van 12 euro"


@pytest.mark.parametrize(
    ("text", "asking", "intent"),
    [
        ("geen facebook want dat snap ik niet", "business", Intent.INFORM),
        ("zou graag meer cliënten uit de streek aantrekken", "business", Intent.INFORM),
        ("ouders met kinderen?", "persona", Intent.INFORM),
        ("moet ik echt op instagram dan?", "goal", Intent.THEORY),
        ("kies jij maar", "model", Intent.YES),
        ("the one you recommend", "model", Intent.YES),
        ("hier ben ik weer", "goal", Intent.RESUME),
    ],
)
def test_questions_and_answers_are_told_apart(hear: Hear, text: str, asking: str, intent: Intent) -> None:
    assert hear(text, asking).intent is intent


def test_a_fear_keeps_the_word_its_clause_hangs_on(hear: Hear) -> None:
    assert facts(hear("dat het te eng is 😅", "persona_pain"))["persona_pain"] == "dat het te eng is"


def test_formal_owners_are_recognised_by_any_verb(understanding: Understanding, hear: Hear) -> None:
    assert hear("U begrijpt dat dit geen snelle verkoop is.").address == "u"
    assert hear("3 u per week").address is None


@pytest.mark.parametrize(
    ("text", "asking", "price"),
    [
        ("14 euro per nacht per kat, in Nieuwegein", "business", "14 euro per nacht per kat"),
        ("een pakket kost 750", "business", "750"),
        ("wasje 5 euro, droger 2,50", "business", "wasje 5 euro, droger 2,50"),
        ("prijs hangt af van de stof", "business", "hangt af van de stof"),
        ("£220 for 45 minutes", "business", "£220 for 45 minutes"),
        ("£45 a dog", "goal", "£45 a dog"),
        ("my hourly rate is £48", "email", "£48 an hour"),
    ],
)
def test_a_price_is_told_with_all_it_hangs_on_and_nothing_else(hear: Hear, text: str, asking: str, price: str) -> None:
    told = facts(hear(text, asking))
    assert told["price"] == price
    assert not {"email_list", "goal"} & set(told)


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("vorig jaar heb ik 600 euro gegeven aan een advertentie, zeg maar 60 per maand", 60),
        ("3 uur per week en niks van geld", 0),
        ("een tientje of zo", 10),
        ("nen twintiger in de maand", 20),
    ],
)
def test_the_money_that_can_be_spent_is_not_what_was_spent(hear: Hear, text: str, euros: float) -> None:
    limits = facts(hear(text, "constraints", "money"))["constraints"]
    assert isinstance(limits, Limits)
    assert limits.euros_per_month == euros


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("oh, uren: 4 per week lukt wel", "money", {"constraints": Limits(hours_per_week=4)}),
        ("mails: ja, een stuk of 900", "money", {"email_list": EmailList(has=True, size=900)}),
        ("voor de prijs: 40 euro", "money", {"price": "40 euro"}),
    ],
)
def test_an_answer_that_names_its_question_is_heard_as_the_answer_to_that(
    hear: Hear, text: str, question: str, expected: dict[str, object]
) -> None:
    assert facts(hear(text, "constraints", question)) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [("can I have the plan in Dutch please, for my staff?", "nl"), ("het plan mag in het Engels", "en")],
)
def test_the_plan_may_be_asked_for_in_another_language_than_the_talk(hear: Hear, text: str, language: str) -> None:
    heard = hear(text, "business")
    assert (facts(heard), heard.intent, heard.asked_language) == ({"language": language}, Intent.INFORM, None)


def test_who_is_served_and_where_it_is_sold_are_no_trade(hear: Hear) -> None:
    assert "sector" not in facts(hear("dry stone walling, farmers and big houses", "business"))
    assert "sector" not in facts(hear("ik maak muziek op begrafenissen", "business"))


def test_a_free_answer_of_many_words_is_kept_where_nothing_tells_its_meaning(hear: Hear) -> None:
    told = facts(hear("omdat ik altijd zelf de telefoon opneem en dezelfde dag kom", "usp", sector="bike"))
    assert told == {"usp": "ik altijd zelf de telefoon opneem en dezelfde dag kom"}
