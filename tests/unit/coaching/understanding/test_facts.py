import pytest

from journey.keys import Goal
from journey.profile import EmailList, GoalFact, Limits
from tests.unit.coaching.understanding.conftest import Hear, facts


def test_one_message_fills_many_fields(hear: Hear) -> None:
    text = (
        "hoi ik ben Noor, ik heb een bakkerij in Gent, taarten op maat vanaf 45 euro, vooral jonge ouders, "
        "zit op insta en fb maar geen tiktok, heb 3u per week en max 50 euro p/m"
    )
    heard = hear(text, "business")
    assert facts(heard) == {
        "owner_name": "Noor",
        "sector": "bakery",
        "location": "Gent",
        "offer": "taarten op maat",
        "price": "vanaf 45 euro",
        "persona_situation": "jonge ouders",
        "channels_current": ("instagram", "facebook"),
        "channels_excluded": ("tiktok",),
        "constraints": Limits(hours_per_week=3, euros_per_month=50),
    }
    assert all(proposal.quote and proposal.quote in text for proposal in heard.facts)


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("uurtarief 45 euro", "45 euro per uur"),
        ("mijn uurtarief is 45 euro", "45 euro per uur"),
        ("hourly rate £38", "£38 an hour"),
        ("dagprijs vanaf 300 euro", "vanaf 300 euro per dag"),
        ("voorrijkosten 45 euro", "voorrijkosten 45 euro"),
        ("45 euro", "45 euro"),
    ],
)
def test_a_price_keeps_what_it_is_the_price_of(hear: Hear, text: str, price: str) -> None:
    assert facts(hear(text, "price"))["price"] == price


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("fietsenwinkel", "bike"),
        ("trimsalon voor honden", "dog_groomer"),
        ("ik ben kinesist", "physio"),
        ("pruikenmaakster", "hair_beauty"),
        ("speelgoedwinkel in Lier", "retail"),
        ("winkel in tweedehands kleding", "second_hand"),
        ("I run a yoga studio", "fitness_yoga"),
        ("ik ben loopbaancoach", "coach_trainer"),
        ("wafelbakker op kermissen", "bakery"),
    ],
)
def test_a_trade_is_known_by_its_most_specific_name(hear: Hear, text: str, sector: str) -> None:
    assert facts(hear(text, "business"))["sector"] == sector


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("ik bouw websites voor restaurants", "business"),
        ("mijn zaak zit naast een bakkerij, ik ben kapper", "business"),
    ],
)
def test_the_trade_of_others_is_not_taken(hear: Hear, text: str, asking: str) -> None:
    assert facts(hear(text, asking))["sector"] in {"agency", "hair_beauty"}


def test_a_known_sector_is_not_replaced_in_passing(hear: Hear) -> None:
    assert "sector" not in facts(hear("ik heb ook nog een garage", "usp", sector="bakery"))


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("ik verkoop zelfgemaakte juwelen", "zelfgemaakte juwelen"),
        ("we bakken taarten op maat voor feesten", "taarten op maat voor feesten"),
        ("taarten", "taarten"),
        ("ik verkoop vooral de betere wijnen, al 10 jaar", "betere wijnen"),
        ("Dat zijn vooral reparaties", "reparaties"),
        ("tafels, stoelen en kasten maken we", "tafels, stoelen en kasten maken we"),
        ("bij ons verkopen wij stoelen, tafels en kasten", "stoelen, tafels en kasten"),
    ],
)
def test_the_offer_is_a_noun_phrase(hear: Hear, text: str, offer: str) -> None:
    assert facts(hear(text, "offer"))["offer"] == offer


@pytest.mark.parametrize("text", ["ik maak me zorgen", "ik geef veel korting aan u", "ik doe mijn best"])
def test_an_idiom_is_no_offer(hear: Hear, text: str) -> None:
    assert "offer" not in facts(hear(text, "business"))


@pytest.mark.parametrize(
    ("text", "asking", "question", "price", "budget"),
    [
        ("een taart kost 45 euro", "constraints", "money", "45 euro", None),
        ("ik kan 50 euro per maand missen", "goal", "", None, 50),
        ("zo'n vijftig", "constraints", "money", None, 50),
        ("nul budget", "constraints", "money", None, 0),
        ("niks", "constraints", "money", None, 0),
        ("500 per jaar", "constraints", "money", None, 41.67),
        ("10 euro per week", "constraints", "money", None, 40),
        ("1.200 euro op jaarbasis", "constraints", "money", None, 100),
        ("een tientje", "constraints", "money", None, 10),
        ("knippen 35 en kleuren 80", "price", "", "knippen 35 en kleuren 80", None),
        ("€ 65 per uur excl btw", "price", "", "€ 65 per uur excl btw", None),
        ("mijn omzet is 5000 euro per maand", "usp", "", None, None),
        ("ja hoor tuurlijk, 10000 euro per maand haha", "constraints", "money", None, None),
        ("ja hoor tuurlijk, onbeperkt budget haha", "constraints", "money", None, None),
        ("30 klanten", "constraints", "money", None, None),
    ],
)
def test_a_price_is_no_budget(
    hear: Hear, text: str, asking: str, question: str, price: str | None, budget: float | None
) -> None:
    found = facts(hear(text, asking, question))
    limits = found.get("constraints", Limits())
    assert found.get("price") == price
    assert isinstance(limits, Limits)
    assert limits.euros_per_month == budget


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("3", 3),
        ("een uurtje of twee", 2),
        ("paar uur", 2),
        ("2 à 3 uur", 2),
        ("tussen 3 en 5 uur", 3),
        ("per dag 1 uur", 5),
        ("4 uur per maand", 1),
        ("1 dag per week", 8),
        ("halve dag", 4),
        ("een kwartiertje per dag", 1.25),
        ("twee keer een half uur", 1),
        ("twee keer per week een uur", 2),
        ("anderhalf uur", 1.5),
        ("an hour or two", 1),
        ("geen", 0),
        ("een avond", 3),
        ("ik werk 60 uur dus 1 uurtje", 1),
        ("we zijn open van 9 tot 18u", None),
        ("geen idee hoeveel eigenlijk", None),
        ("vijf euro", None),
    ],
)
def test_hours_a_week(hear: Hear, text: str, hours: float | None) -> None:
    limits = facts(hear(text, "constraints", "hours")).get("constraints", Limits())
    assert isinstance(limits, Limits)
    assert limits.hours_per_week == hours


@pytest.mark.parametrize(
    "text",
    [
        "levering binnen 24 uur",
        "ik geef 20 uur les per week",
        "65 euro per uur",
        "wij leggen elk spel uit in vijf minuten",
    ],
)
def test_other_hours_are_not_time_to_spend(hear: Hear, text: str) -> None:
    limits = facts(hear(text, "usp")).get("constraints", Limits())
    assert isinstance(limits, Limits)
    assert limits.hours_per_week is None


def test_hours_beside_a_question_of_money(hear: Hear) -> None:
    found = facts(hear("geen budget maar wel tijd, 5 uur per week", "constraints", "money"))
    assert found["constraints"] == Limits(hours_per_week=5, euros_per_month=0)


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("maandag gesloten", Limits(closed_days=("maandag",))),
        (
            "dinsdag en woensdag is het stil, zaterdag stormloop",
            Limits(quiet_days=("dinsdag", "woensdag"), busy_days=("zaterdag",)),
        ),
        ("closed on Sundays", Limits(closed_days=("sunday",))),
    ],
)
def test_days(hear: Hear, text: str, limits: Limits) -> None:
    assert facts(hear(text))["constraints"] == limits


def test_a_day_that_is_not_quiet_is_no_quiet_day(hear: Hear) -> None:
    assert "constraints" not in facts(hear("zaterdag is het nooit rustig"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("heb 200 adressen", EmailList(has=True, size=200)),
        ("geen mailinglijst", EmailList(has=False)),
        ("ik stuur een nieuwsbrief naar 150 mensen", EmailList(has=True, size=150)),
        ("ja", EmailList(has=True)),
        ("nog niet", EmailList(has=False)),
        ("ja, al 2 jaar een nieuwsbrief", EmailList(has=True)),
        ("een paar", EmailList(has=True)),
        ("640 subs", EmailList(has=True, size=640)),
        ("gin, fichebak", EmailList(has=False)),
        ("ik heb een fichebak met namen, geen mails", EmailList(has=False)),
        ("niks digitaal", EmailList(has=False)),
        ("I keep a paper diary", EmailList(has=False)),
        ("ja, in een schriftje", EmailList(has=True)),
    ],
)
def test_the_list_of_addresses(hear: Hear, text: str, value: EmailList) -> None:
    assert facts(hear(text, "email"))["email_list"] == value


def test_followers_are_no_addresses(hear: Hear) -> None:
    assert "email_list" not in facts(hear("ik heb 300 volgers op de lijst", "email"))


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        (
            "van 8 naar 20 taarten per week tegen juni",
            {"current": 8, "target": 20, "unit": "taarten", "per": "week", "deadline": "juni", "kind": None},
        ),
        ("meer volk op dinsdag", {"kind": Goal.QUIET_TIMES}),
        ("dat ze vaker terugkomen", {"kind": Goal.REPEAT}),
        ("10 opdrachten per maand in plaats van 4", {"current": 4, "target": 10, "unit": "opdrachten", "per": "month"}),
        ("nu 4 klanten per week, liefst 10", {"current": 4, "target": 10, "kind": Goal.NEW_CUSTOMERS}),
        ("I want to sell 30 candles a month, now it's 12", {"current": 12, "target": 30, "unit": "candles"}),
        ("van vier klanten per maand naar tien", {"current": 4, "target": 10}),
        ("20 leden wekelijks", {"target": 20, "per": "week"}),
        ("20 leden maandelijks", {"target": 20, "per": "month"}),
        ("meer omzet", {"kind": None}),
    ],
)
def test_the_goal(hear: Hear, text: str, goal: dict[str, object]) -> None:
    value = facts(hear(text, "goal"))["goal"]
    assert isinstance(value, GoalFact)
    assert {name: getattr(value, name) for name in goal} == goal


def test_a_wish_is_a_goal_whatever_was_asked(hear: Hear) -> None:
    value = facts(hear("ik heb een kapsalon en ik wil meer nieuwe klanten", "business"))["goal"]
    assert value == GoalFact(text="meer nieuwe klanten", kind=Goal.NEW_CUSTOMERS)


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("30-45", "30-45"),
        ("tussen de 30 en 45", "tussen de 30 en 45"),
        ("dertigers met een druk leven", "dertigers"),
        ("vrouwen boven de 50", "boven de 50"),
        ("klanten van 40 tot 60", "40 tot 60"),
        ("mensen, al 10 jaar dezelfde", None),
        ("ik ben zelf 45 tot 50", None),
    ],
)
def test_ages(hear: Hear, text: str, age: str | None) -> None:
    assert facts(hear(text, "persona")).get("persona_age") == age


@pytest.mark.parametrize(
    ("text", "asking", "place"),
    [
        ("ik zit vlakbij het station in mechelen", "location", "Mechelen"),
        ("kapper in Sint-Niklaas", "business", "Sint-Niklaas"),
        ("kapper in Zandhoven", "business", "Zandhoven"),
        ("loodgieter, regio Kortrijk", "business", "regio Kortrijk"),
        ("loodgieter in de regio Wuustwezel", "business", "regio Wuustwezel"),
        ("tussen gent en brugge", "location", "tussen Gent en Brugge"),
        ("Ik woon in Gent maar de winkel is in Aalst", "location", "Aalst"),
        ("ik woonde vroeger in Gent, nu in Lier", "location", "Lier"),
        ("op de Grote Markt", "location", "de Grote Markt"),
        ("in het weekend", "usp", None),
        ("ik ben open in Mei", "business", None),
        ("mijn klanten komen uit Gent", "goal", None),
        ("geen idee", "location", None),
    ],
)
def test_places(hear: Hear, text: str, asking: str, place: str | None) -> None:
    assert facts(hear(text, asking)).get("location") == place


@pytest.mark.parametrize(
    ("text", "asking", "field", "value"),
    [
        ("mijn zaak heet De Kroon en we bakken", "business", "business_name", "De Kroon"),
        ("Bakkerij Molenzicht in Deinze", "business", "business_name", "Bakkerij Molenzicht"),
        ('kapsalon "Knip en zo"', "business", "business_name", "Knip en zo"),
        ("a cafe called Bean There", "business", "business_name", "Bean There"),
        ("ik heet joris", "business", "owner_name", "Joris"),
        ("Joris", "owner_name", "owner_name", "Joris"),
        ("Dag, Peter hier", "business", "owner_name", "Peter"),
        ("we noemen onze klanten gasten", None, "customer_word", "gasten"),
        ("wij zeggen u tegen klanten", None, "form_of_address", "u"),
        ("we tutoyeren", None, "form_of_address", "je"),
        ("doe maar AIDA", None, "model", "aida"),
        ("see think do care", "model", "model", "stdc"),
        ("dat met 7 stappen", "model", "model", "keenr7"),
        ("zeg nooit dat we goedkoop zijn", None, "notes", ("nooit dat we goedkoop zijn",)),
        ("B2B", "audience", "audience", "b2b"),
        ("bedrijven en scholen, soms particulieren", "audience", "audience", "b2b"),
        ("particulieren en kantoren", "audience", "audience", "both"),
        ("alleen voor bedrijven", None, "audience", "b2b"),
        ("we zijn een vzw", None, "audience", "non-profit"),
        ("in de winkel en online", "on_offline", "on_offline", "both"),
        ("gewoon in de winkel", "on_offline", "on_offline", "offline"),
        ("enkel online", None, "on_offline", "online"),
        ("kapster aan huis in Ede", "business", "on_offline", "visiting"),
        ("mobiele fietsenmaker, Utrecht", "business", "on_offline", "visiting"),
        ("pedicure, ik kom bij de mensen thuis", "business", "on_offline", "visiting"),
        ("physio on wheels, I come to you", "business", "on_offline", "visiting"),
        ("I'm a mobile hairdresser, I go to people's houses", "business", "on_offline", "visiting"),
    ],
)
def test_short_facts(hear: Hear, text: str, asking: str | None, field: str, value: object) -> None:
    assert facts(hear(text, asking))[field] == value


@pytest.mark.parametrize(
    "text",
    [
        "kapsalon aan huis in Gent",
        "ik heb een kapsalon en doe soms ook thuisbezoeken",
        "mobile phone repairs in Leeds",
        "slagerij in Mol, we leveren aan huis",
    ],
)
def test_a_place_of_ones_own_stays_one_beside_visits_and_deliveries(hear: Hear, text: str) -> None:
    assert "on_offline" not in facts(hear(text, "business"))


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("ik ben bakker", "owner_name"),
        ("ik ben moe", "owner_name"),
        ("ja", "owner_name"),
        ("mijn zaak heet nog niet iets", "business_name"),
        ('mijn buurman zegt "Hallo"', "business_name"),
        ("kapper naast Bakkerij Peeters", "business_name"),
        ("niet AIDA, dat is niks", "model"),
        ("wat is aida?", "model"),
        ("we noemen ze gewoon", "customer_word"),
    ],
)
def test_what_only_looks_like_a_fact(hear: Hear, text: str, field: str) -> None:
    assert field not in facts(hear(text, "owner_name" if field == "owner_name" else None))


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("mijn klanten zijn meestal oudere dames, en zaterdag gesloten", "persona_situation", "oudere dames"),
        ("mijn klanten willen snel geholpen worden", "persona_need", "snel geholpen worden"),
        ("ze haken af omdat het te duur is", "persona_pain", "het te duur is"),
        ("klanten voelen zich onzeker", "persona_feeling", "onzeker"),
        ("ze zoeken op google naar een kapper", "persona_info", "ze zoeken op google naar een kapper"),
        ("wat ons anders maakt is dat alles bio is", "usp", "alles bio is"),
        ("ik ben de enige in de streek", "usp", "de enige in de streek"),
        ("na de aankoop stuur ik een kaartje", "aftercare", "na de aankoop stuur ik een kaartje"),
    ],
)
def test_free_text_told_in_passing(hear: Hear, text: str, field: str, value: str) -> None:
    assert facts(hear(text, "goal"))[field] == value


@pytest.mark.parametrize(
    ("text", "asking", "field", "value"),
    [
        ("dat is denk ik omdat ze bang zijn", "persona_pain", "persona_pain", "ze bang zijn"),
        ("ehm ja, vooral kwaliteit", "persona_need", "persona_need", "kwaliteit"),
        ("20 jaar ervaring en altijd eerlijk advies", "usp", "usp", "20 jaar ervaring en altijd eerlijk advies"),
        ("ik stuur ze een kaartje, geen TikTok", "aftercare", "aftercare", "ik stuur ze een kaartje"),
        ("jonge ouders, tussen de 30 en 45", "persona", "persona_situation", "jonge ouders"),
        ("hangt af van de grootte", "price", "price", "hangt af van de grootte"),
        ("gespannen", "persona_feeling", "persona_feeling", "gespannen"),
    ],
)
def test_a_free_answer_fills_the_field_asked(hear: Hear, text: str, asking: str, field: str, value: str) -> None:
    assert facts(hear(text, asking))[field] == value


@pytest.mark.parametrize(
    ("text", "asking", "thin"),
    [
        ("iedereen", "persona", True),
        ("goede service", "usp", True),
        ("kwaliteit", "persona_need", True),
        ("alles", "offer", True),
        ("taarten op maat", "offer", False),
        ("bakker", "business", False),
        ("35 euro", "price", False),
        ("ze vinden ons te duur en weten niet wat ze krijgen", "persona_pain", False),
    ],
)
def test_thin_answers(hear: Hear, text: str, asking: str, thin: bool) -> None:
    assert hear(text, asking).thin is thin


@pytest.mark.parametrize(
    ("text", "state", "days"),
    [
        ("in oktober en november sta ik op mijne kop", "busy_days", ("oktober", "november")),
        ("in de paasvakantie zit alles vol", "busy_days", ("paasvakantie",)),
        ("in the winter we stand still", "quiet_days", ("winter",)),
        ("op maandag komt er niemand", "quiet_days", ("maandag",)),
    ],
)
def test_busy_and_quiet_times_in_owners_own_words(hear, text, state, days):
    limits = facts(hear(text, "constraints", "hours"))["constraints"]
    assert getattr(limits, state) == days


def test_what_nobody_else_does_on_a_day_makes_no_quiet_day(hear):
    heard = hear("ik haal 's maandags op en breng 's vrijdags terug, dat doet niemand", "constraints", "hours")
    assert not facts(heard)


@pytest.mark.parametrize("asking", ["channels", "persona", "usp", "constraints", "confirm"])
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("our name is The Meeple's Rest", "The Meeple's Rest"),
        ("the café's name is Time Keeper", "Time Keeper"),
        ("'t heet Slijperij De Scherpe Tand, dat had ik al gezegd", "Slijperij De Scherpe Tand"),
        ("ja, maar de naam ontbreekt: De Zwarte Kat", "De Zwarte Kat"),
    ],
)
def test_a_name_given_as_such_is_heard_at_any_question(hear: Hear, text: str, name: str, asking: str) -> None:
    assert facts(hear(text, asking, location="Hull")) == {"business_name": name}


@pytest.mark.parametrize("text", ["onze naam is bekend in de streek", "the name is Jan", "mijn naam is Jan"])
def test_what_is_said_of_a_name_or_names_a_person_is_no_name_of_the_business(hear: Hear, text: str) -> None:
    assert "business_name" not in facts(hear(text, "usp"))


@pytest.mark.parametrize(
    ("text", "asking", "value"),
    [
        ("gsm nummers heb ik wel, zeshonderd", "email", EmailList(has=False)),
        ("kzeg toch geen nieuwsbrief. gsm nummers heb ik wel, zeshonderd", "email", EmailList(has=False)),
        ("only numbers in my phone, about 150", "email", EmailList(has=False)),
        ("no. dont do email", "email", EmailList(has=False)),
        ("we hebben er 120, adressen en gsm nummers", "email", EmailList(has=True, size=120)),
        ("borden in de tuin. mailen mag ik ook, zo'n 220 mensen", "channels", EmailList(has=True, size=220)),
        ("facebook, and I can mail about 220 people", "channels", EmailList(has=True, size=220)),
        ("4,50", "email", None),
        ("the best customer is someone from sixty five to eighty", "email", None),
        ("ik mail 20 mensen per week een factuur", "trade", None),
    ],
)
def test_only_addresses_make_a_mailing_list(hear: Hear, text: str, asking: str, value: EmailList | None) -> None:
    assert facts(hear(text, asking)).get("email_list") == value
