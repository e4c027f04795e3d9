import pytest

from journey.hearing import Intent
from journey.profile import Change, EmailList, FactValue, Limits, ProfileField
from journey.topics import Topic
from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize(
    ("text", "asking", "known", "about", "field", "value"),
    [
        ("nee wacht, 35 euro", "location", {"price": "25 euro"}, "price", "price", "35 euro"),
        ("sorry bedoelde Antwerpen", "goal", {"location": "Gent"}, "location", "location", "Antwerpen"),
        (
            "niet 3 maar 5 uur",
            "goal",
            {"constraints": Limits(hours_per_week=3)},
            "constraints",
            "constraints",
            Limits(hours_per_week=5),
        ),
        (
            "3 uur en niet 30",
            "usp",
            {"constraints": Limits(hours_per_week=30)},
            "constraints",
            "constraints",
            Limits(hours_per_week=3),
        ),
        (
            "oh trouwens toch geen facebook",
            "persona",
            {"channels_current": ("facebook",)},
            "channels_not",
            "channels_excluded",
            ("facebook",),
        ),
        ("klopt niet, ik zit in Mechelen", "confirm", {"location": "Gent"}, "location", "location", "Mechelen"),
        ("nee, mijn klanten zijn ouder, 50+", "confirm", {"persona_age": "30-40"}, "persona", "persona_age", "50+"),
        ("het is niet Gent maar Aalst", "confirm", {"location": "Gent"}, "location", "location", "Aalst"),
        ("ik zei 20 euro maar het is 25", "usp", {"price": "20 euro"}, "price", "price", "25 euro"),
        ("nee wacht, 25", "usp", {"price": "vanaf 20"}, "price", "price", "25"),
        (
            "oeps, 300",
            "usp",
            {"email_list": EmailList(has=True, size=30)},
            "email",
            "email_list",
            EmailList(has=True, size=300),
        ),
        (
            "oeps, 4",
            "usp",
            {"constraints": Limits(hours_per_week=3)},
            "constraints",
            "constraints",
            Limits(hours_per_week=4),
        ),
        (
            "wacht, 80 euro",
            "usp",
            {"price": "2 euro", "constraints": Limits(euros_per_month=50)},
            "constraints",
            "constraints",
            Limits(euros_per_month=80),
        ),
        ("verander de prijs naar 60 euro", None, {"price": "45 euro"}, "price", "price", "60 euro"),
        ("we zitten in Aalter", None, {"location": "Eeklo"}, "location", "location", "Aalter"),
        (
            "ik heb 4 uur per week tijd",
            "usp",
            {"constraints": Limits(hours_per_week=2)},
            "constraints",
            "constraints",
            Limits(hours_per_week=4),
        ),
    ],
)
def test_a_correction_replaces_the_right_field(
    hear: Hear, text: str, asking: str | None, known: dict[str, FactValue], about: str, field: str, value: FactValue
) -> None:
    heard = hear(text, asking, **known)
    assert heard.intent is Intent.CORRECT
    assert heard.about is Topic(about)
    assert facts(heard) == {field: value}


def test_what_is_wrong_may_be_named_without_the_right_value(hear: Hear) -> None:
    heard = hear("de locatie klopt niet", "confirm", location="Gent")
    assert (heard.intent, heard.about, heard.facts) == (Intent.CORRECT, Topic.LOCATION, ())


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("geen tijd maar wel zin", "usp"),
        ("niet op facebook maar wel op insta", "channels"),
        ("10 klanten in plaats van 4", "goal"),
        ("nee, nog niet", "email"),
    ],
)
def test_a_plain_contrast_corrects_nothing(hear: Hear, text: str, asking: str) -> None:
    assert hear(text, asking).intent is not Intent.CORRECT


def test_a_bare_number_without_anything_known_is_unclear(hear: Hear) -> None:
    assert hear("nee wacht, 35", "persona_info").intent is not Intent.CORRECT


@pytest.mark.parametrize(
    ("text", "known", "field", "value"),
    [
        ("oei fout, 't is Mechelen", {"location": "Lier"}, "location", "Mechelen"),
        ("scratch that, it's £40 not £30", {"price": "£30"}, "price", "£40"),
        ("nee ik werk ook voor bedrijven", {"audience": "b2c"}, "audience", "both"),
        ("we verkopen geen brood meer, alleen nog taarten", {"offer": "brood en taarten"}, "offer", "taarten"),
        ("ik ben geen bakker maar slager", {"sector": "bakery"}, "sector", "butcher"),
        (
            "de naam is verkeerd, het is Bloem & Blad",
            {"business_name": "Bloem en Blad"},
            "business_name",
            "Bloem & Blad",
        ),
        ("sorry, ik zit in halle niet in hal", {"location": "Hal"}, "location", "Halle"),
        ("prijs is intussen 80", {"price": "75 euro"}, "price", "80 euro"),
        ("uren: 5", {"constraints": Limits(hours_per_week=2)}, "constraints", Limits(hours_per_week=5)),
        (
            "3 uur was te veel, doe maar 1",
            {"constraints": Limits(hours_per_week=3)},
            "constraints",
            Limits(hours_per_week=1),
        ),
        (
            "nee wacht 't zijn er 250, geen 150",
            {"email_list": EmailList(has=True, size=150), "price": "9 euro"},
            "email_list",
            EmailList(has=True, size=250),
        ),
        ("linkedin mag eruit", {"channels_current": ("linkedin", "website")}, "channels_excluded", ("linkedin",)),
    ],
)
def test_a_correction_in_other_words_replaces_what_it_is_about(
    hear: Hear, text: str, known: dict[str, FactValue], field: str, value: FactValue
) -> None:
    heard = hear(text, "confirm", **known)
    assert heard.intent is Intent.CORRECT
    assert facts(heard)[field] == value


@pytest.mark.parametrize(("text", "hours"), [("4 uur, nee zeg maar 2", 2), ("2 uur, wacht 3", 3)])
def test_what_is_put_right_before_it_was_sent_counts_as_it_ends(hear: Hear, text: str, hours: float) -> None:
    assert facts(hear(text, "constraints", "hours"))["constraints"] == Limits(hours_per_week=hours)


@pytest.mark.parametrize(
    ("text", "asking", "known", "field", "value"),
    [
        ("4 uur haal ik nooit, eerder 2", "usp", Limits(hours_per_week=4), "constraints", Limits(hours_per_week=2)),
        (
            "make that 4 hours, 2 won't do it",
            "email",
            Limits(hours_per_week=2),
            "constraints",
            Limits(hours_per_week=4),
        ),
        (
            "niet vrijdag hoor, zaterdag is het druk",
            "usp",
            Limits(busy_days=("vrijdag",)),
            "constraints",
            Limits(busy_days=("zaterdag",)),
        ),
        (
            "50 per maand is ook goed",
            "usp",
            Limits(euros_per_month=30),
            "constraints",
            Limits(euros_per_month=50),
        ),
    ],
)
def test_a_number_or_day_told_before_is_what_the_other_replaces(
    hear: Hear, text: str, asking: str, known: FactValue, field: str, value: FactValue
) -> None:
    heard = hear(text, asking, **{field: known})
    assert heard.intent is Intent.CORRECT
    assert facts(heard) == {field: value}


@pytest.mark.parametrize(
    ("text", "field", "known", "value"),
    [
        ("students?? no no, young families come to me", "persona_situation", "students", "young families"),
        ("ze vinden het ni te duur, ze weten ni dat het bestaat", "persona_pain", "ze vinden het te duur", None),
        ("stofzuigers doen we ni meer, enkel nog droogkasten", "offer", "stofzuigers en droogkasten", "droogkasten"),
        ("scrap the candles, I stopped doing those. only soap", "offer", "soap and candles", "soap"),
        ("achteraf bel ik ze niet, ik stuur een kaartje", "aftercare", "ik bel ze achteraf", "ik stuur een kaartje"),
        ("what makes us different isn't the price, it's the garden", "usp", "the price", "the garden"),
        ("eerder alleenstaanden dan gezinnen", "persona_situation", "gezinnen", "eerder alleenstaanden"),
    ],
)
def test_words_told_before_are_replaced_by_what_is_said_instead(
    hear: Hear, text: str, field: str, known: str, value: str | None
) -> None:
    heard = hear(text, "confirm", **{field: known})
    assert heard.intent is Intent.CORRECT
    assert facts(heard) == {field: value or "ze weten ni dat het bestaat"}


def test_what_is_no_longer_sold_is_taken_off_the_offer(hear: Hear) -> None:
    heard = hear("geen workshops meer, die zijn gestopt", "confirm", offer="keramiek en workshops")
    assert facts(heard) == {"offer": "keramiek"}


def test_what_is_sold_besides_is_added_to_the_offer(hear: Hear) -> None:
    heard = hear("je mist nog iets bij wat ik doe: ook kinderfeestjes", "confirm", offer="workshops keramiek")
    assert [(fact.field.value, fact.value, fact.change) for fact in heard.facts] == [
        ("offer", "kinderfeestjes", Change.ADD)
    ]


@pytest.mark.parametrize(
    ("text", "asking", "known", "field", "value"),
    [
        ("'t is Lowie, met een w", "goal", {"owner_name": "Louie"}, "owner_name", "Lowie"),
        ("er moet nog De voor: De Smidse", "confirm", {"business_name": "Smidse"}, "business_name", "De Smidse"),
        ("het is eerder een tearoom dan een bakkerij", "confirm", {"sector": "bakery"}, "sector", "cafe_bar"),
        ("ze zijn toch wat jonger, 25 à 35", "persona_pain", {"persona_age": "40-50"}, "persona_age", "25 à 35"),
        ("we werken intussen ook B2B", "persona", {"audience": "b2c"}, "audience", "both"),
        (
            "oh ja die tiktok, toch maar niet",
            "persona",
            {"channels_current": ("tiktok", "instagram")},
            "channels_excluded",
            ("tiktok",),
        ),
    ],
)
def test_a_correction_in_the_middle_of_another_question_is_no_answer_to_it(
    hear: Hear, text: str, asking: str, known: dict[str, FactValue], field: str, value: FactValue
) -> None:
    heard = hear(text, asking, **known)
    assert heard.intent is Intent.CORRECT
    assert facts(heard) == {field: value}


def test_the_same_town_in_another_language_is_nothing_new(hear: Hear) -> None:
    assert "location" not in facts(hear("expats in Antwerp", "persona", location="Antwerpen"))


def test_a_no_before_a_channel_refuses_it_and_corrects_nothing(hear: Hear) -> None:
    heard = hear("no tiktok please", "constraints", "money", offer="cakes")
    assert facts(heard) == {"channels_excluded": ("tiktok",)}


@pytest.mark.parametrize(
    ("text", "asking", "known", "field", "value"),
    [
        (
            "make that 60",
            "email",
            {"constraints": Limits(euros_per_month=50)},
            "constraints",
            Limits(euros_per_month=60),
        ),
        (
            "maak er maar 60 van",
            "email",
            {"constraints": Limits(hours_per_week=2, euros_per_month=50)},
            "constraints",
            Limits(euros_per_month=60),
        ),
        ("make that 32", "goal", {"price": "28 euro a head"}, "price", "32 euro a head"),
        ("nee wacht, het is 7 nu", "confirm", {"price": "6 euro per zaagblad"}, "price", "7 euro per zaagblad"),
        (
            "nee wacht, het is 7 euro nu per zaagblad",
            "confirm",
            {"price": "6 euro per zaagblad", "constraints": Limits(hours_per_week=1, euros_per_month=0)},
            "price",
            "7 euro per zaagblad",
        ),
    ],
)
def test_a_number_said_anew_takes_the_place_of_the_last_one_and_keeps_its_unit(
    hear: Hear, text: str, asking: str, known: dict[str, FactValue], field: str, value: FactValue
) -> None:
    assert facts(hear(text, asking, **known)) == {field: value}


@pytest.mark.parametrize("text", ["we doen het op een dag", "we do it in a day", "klaar in 2 uur"])
def test_how_long_the_work_takes_is_no_time_for_this(hear: Hear, text: str) -> None:
    assert "constraints" not in facts(hear(text, "usp", constraints=Limits(hours_per_week=1)))


@pytest.mark.parametrize("asking", ["confirm", "plan_feedback"])
@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("aanbod moet ook binnenschilderwerk en behangen zijn", "binnenschilderwerk en behangen"),
        ("bij aanbod moet ook behangen staan", "behangen"),
        ("ik doe ook behangen", "behangen"),
        ("we also do contact lenses", "contact lenses"),
    ],
)
def test_what_is_sold_besides_may_be_told_of_the_plan_too(hear: Hear, text: str, more: str, asking: str) -> None:
    heard = hear(text, asking, offer="kozijnen")
    assert [(fact.field, fact.value, fact.change) for fact in heard.facts] == [(ProfileField.OFFER, more, Change.ADD)]


@pytest.mark.parametrize("text", ["ik doe ook zaterdagen", "wij geven ook gratis advies"])
def test_when_or_for_nothing_is_not_what_is_sold(hear: Hear, text: str) -> None:
    assert "offer" not in facts(hear(text, "plan_feedback", offer="kozijnen"))


@pytest.mark.parametrize(
    ("text", "price", "channels"),
    [
        (
            "insta 1400 volgers, whatsapp en den ouwe website van mijn neef, t is 65 he geen 60",
            "65 euro",
            ("instagram", "whatsapp", "website"),
        ),
        ("facebook en google, en het is 65 niet 60", "65 euro", ("facebook", "google_business")),
        ("t is 65 he geen 60, en we zitten op facebook en google", "65 euro", ("facebook", "google_business")),
        ("flyers en mond aan mond. 't is 65 euro, geen 60", "65 euro", ("flyer", "word_of_mouth")),
    ],
)
def test_a_price_put_right_beside_the_channels_leaves_the_channels_told(
    hear: Hear, text: str, price: str, channels: tuple[str, ...]
) -> None:
    told = facts(hear(text, "channels", price="60 euro"))
    assert (told["price"], told["channels_current"]) == (price, channels)
