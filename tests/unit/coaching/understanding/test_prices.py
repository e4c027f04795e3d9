import pytest

from journey.profile import Limits
from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize(
    ("text", "price"),
    [
        (
            "knippen dames is zevenentwintig vijftig en kleuren vanaf vijfenvijftig",
            "knippen dames is zevenentwintig vijftig en kleuren vanaf vijfenvijftig",
        ),
        (
            "een broek voor heren is tachtig euro en een bloes voor vrouwen zestig",
            "een broek voor heren is tachtig euro en een bloes voor vrouwen zestig",
        ),
        (
            "uur is vijfenzestig en voor zwangere vrouwen zeventig",
            "uur is vijfenzestig en voor zwangere vrouwen zeventig",
        ),
        (
            "gezichtsbehandeling zevenenvijftig vijftig, pedicure vijfendertig",
            "gezichtsbehandeling zevenenvijftig vijftig, pedicure vijfendertig",
        ),
        (
            "ne koffie is drie twintig en een pannenkoek zes vijftig",
            "ne koffie is drie twintig en een pannenkoek zes vijftig",
        ),
        ("ladies cut thirty five, men fifteen", "ladies cut thirty five, men fifteen"),
        ("een massage kost 60 euro, hot stone tachtig", "een massage kost 60 euro, hot stone tachtig"),
        ("a service is ninety euro or a hundred and twenty", "a service is ninety euro or a hundred and twenty"),
        ("Kat 110, hond 190", "Kat 110, hond 190"),
        (
            "that's five hundred and forty for the bundle or fifty euro if they only want the one",
            "five hundred and forty for the bundle or fifty euro",
        ),
    ],
)
@pytest.mark.parametrize("asking", ["business", "offer"])
def test_prices_of_several_things_are_kept_together_and_are_nobodys_age(
    hear: Hear, text: str, price: str, asking: str
) -> None:
    told = facts(hear(text, asking))
    assert told["price"] == price
    assert "persona_age" not in told


def test_who_says_that_an_age_is_a_price_is_believed(hear: Hear) -> None:
    told = facts(
        hear(
            "nee wacht hoezo leeftijd vijftig dat is de prijs, zevenentwintig euro vijftig voor knippen dames dus",
            "goal",
            price="vanaf vijfenvijftig",
            persona_age="vijftig",
        )
    )
    assert told == {"price": "zevenentwintig euro vijftig"}


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("vrouwen van veertig, voor een yogales", "veertig"),
        ("dames rond de vijftig", "rond de vijftig"),
        ("vriendinnen van een jaar of dertig", "een jaar of dertig"),
    ],
)
def test_ages_in_words_are_ages_still(hear: Hear, text: str, age: str) -> None:
    assert facts(hear(text, "persona"))["persona_age"] == age


def test_customers_told_again_are_not_their_age(hear: Hear) -> None:
    told = facts(hear("studenten", "persona", persona_situation="studenten met een kapotte fiets"))
    assert "persona_age" not in told


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("42 euro t uur zonder btw", "42 euro t uur zonder btw"),
        ("65 euro 't uur exclusief btw", "65 euro 't uur exclusief btw"),
        ("honderdtien euro pn incl ontbijt", "honderdtien euro pn incl ontbijt"),
        ("£90 a night incl. the breakfast", "£90 a night incl. the breakfast"),
        ("een workshop is 35 euro materiaal inbegrepen", "een workshop is 35 euro materiaal inbegrepen"),
        ("apk en banden, apk kost 35 euro", "apk kost 35 euro"),
        ("yoga studio, pilates and yoga, a class costs £12 plus VAT", "a class costs £12 plus VAT"),
        ("gesprekken van 90 euro", "90 euro"),
        ("van 20 tot 40 euro", "van 20 tot 40 euro"),
        ("58 per uur / alleen linkedin", "58 per uur"),
    ],
)
def test_a_price_keeps_what_goes_with_it(hear: Hear, text: str, price: str) -> None:
    assert facts(hear(text, "business"))["price"] == price


@pytest.mark.parametrize(
    ("text", "before", "price"),
    [
        ("oh its 14 quid for group now not 12", "group walks 12 quid, solo £20", "group walks 14 quid, solo £20"),
        ("solo is 25 now", "group walks 12 quid, solo £20", "group walks 12 quid, solo £25"),
        (
            "de workshop is 38 euro eigenlijk",
            "bol vanaf 6 euro en een workshop is 35 euro",
            "bol vanaf 6 euro en een workshop is 38 euro",
        ),
        ("kleuren wordt 65", "knippen is 27,50, kleuren vanaf 55", "knippen is 27,50, kleuren vanaf 65"),
        ("knippen 25, kleuren 60 en een baard 15", "40 euro", "knippen 25, kleuren 60 en een baard 15"),
        ("nasi rames 13,50, rijsttafel 27,50 pp", "15 euro", "nasi rames 13,50, rijsttafel 27,50 pp"),
        ("prices 14 group 20 solo 11 cat visit", "14 quid", "14 group 20 solo 11 cat visit"),
    ],
)
def test_one_price_put_right_leaves_the_others(hear: Hear, text: str, before: str, price: str) -> None:
    assert facts(hear(text, "confirm", price=before))["price"] == price


@pytest.mark.parametrize(
    ("text", "asking", "question", "price", "euros"),
    [
        ("gelnagels is 35, bijwerken vanaf 25. en budget 30 euro", "constraints", "hours", "gelnagels is 35", 30),
        ("en het budget is 30 euro in de maand en een les kost 16", "confirm", "", "een les kost 16", 30),
        ("my budget's thirty quid a month and a class costs 16", "confirm", "", "a class costs 16", 30),
        ("zo'n dertig euro in de maand en een les is 12 euro", "confirm", "", "een les is 12 euro", 30),
        ("ge moogt 25 euro per maand rekenen voor reclame en ne coupe is 18 euro", "confirm", "", "ne coupe is 18", 25),
    ],
)
def test_price_and_budget_in_one_message_are_two_facts(
    hear: Hear, text: str, asking: str, question: str, price: str, euros: float
) -> None:
    told = facts(hear(text, asking, question))
    assert str(told["price"]).startswith(price)
    assert "budget" not in str(told["price"])
    assert isinstance(told["constraints"], Limits)
    assert told["constraints"].euros_per_month == euros


@pytest.mark.parametrize(
    "text",
    [
        "budget hoort niet bij de prijs dat is 20 euro in de maand",
        "en 20 euro is niet mijn prijs dat is wat ik wil uitgeven",
        "20 euro a month is my budget, not my price",
    ],
)
def test_what_is_said_to_be_no_price_is_the_budget(hear: Hear, text: str) -> None:
    told = facts(hear(text, "confirm", price="20 euro", offer="knippen"))
    assert "price" not in told
    assert isinstance(told["constraints"], Limits)
    assert told["constraints"].euros_per_month == 20


def test_a_price_beside_its_thing_does_not_replace_the_budget(hear: Hear) -> None:
    known = {"price": "14 quid", "constraints": Limits(hours_per_week=2, euros_per_month=20)}
    told = facts(hear("solo is £20 n cat visit £11", "confirm", **known))
    assert told == {"price": "solo is £20 n cat visit £11"}


def test_no_value_holds_a_blank_where_words_were_taken_out(hear: Hear) -> None:
    text = "ik ben niet twintig en de klanten ook niet haha. knippen is 27,50, kleuren vanaf 55. en budget 20 euro"
    heard = hear(text, "persona", price="twintig euro", persona_age="twintig")
    assert facts(heard)["price"] == "knippen is 27,50, kleuren vanaf 55"
    assert not any("\x00" in str(proposal.value) for proposal in heard.facts)


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("hun dure velo's worden gestolen, die dingen kosten vierduizend euro ze", "persona_pain"),
        ("their bikes cost four thousand pounds and they want them locked", "persona_pain"),
        ("zo'n kinderwagen kost 900 euro, die willen ze niet buiten laten", "persona_pain"),
        ("they compare with the big chain that charges 20 pounds", "usp"),
        ("the postage is 4,50", "email"),
        ("we are on google, email and the market, parking is 4,50", "channels"),
    ],
)
@pytest.mark.parametrize("known", [{}, {"price": "115 euro"}])
def test_what_customers_own_and_costs_beside_it_are_no_price(
    hear: Hear, text: str, asking: str, known: dict[str, str]
) -> None:
    assert "price" not in facts(hear(text, asking, **known))


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("bij ons kost een knipbeurt 35 euro", "35 euro"),
        ("dat het duur is, wij vragen 60 euro per uur", "60 euro per uur"),
    ],
)
def test_an_own_price_is_heard_among_what_customers_fear(hear: Hear, text: str, price: str) -> None:
    assert facts(hear(text, "persona_pain"))["price"] == price


@pytest.mark.parametrize(
    "text", ["no. dont do email. fifty quid btw", "nee. vijftig euro trouwens", "no list. about £50 a month"]
)
def test_money_by_itself_where_no_price_is_asked_is_the_budget(hear: Hear, text: str) -> None:
    told = facts(hear(text, "email", constraints=Limits(hours_per_week=2)))
    assert "price" not in told
    assert told["constraints"].euros_per_month == 50


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("Budget eighty pounds. Hm no, sixty, december is expensive", 60),
        ("150 euro per maand. Nee wacht m'n man kijkt mee, honderd zegt ie", 100),
        ("honderdvijftig euro, of nee toch honderd", 100),
        ("200 euro. wacht nee, 80 euro", 80),
        ("50 euro, niet meer dan 100", 50),
    ],
)
def test_of_two_budgets_the_one_that_takes_the_place_of_the_other_stands(hear: Hear, text: str, euros: float) -> None:
    assert facts(hear(text, "constraints", "money"))["constraints"].euros_per_month == euros


@pytest.mark.parametrize("text", ["60 pounds I said at the end, not 80!", "no. 60 a month. budget"])
def test_the_budget_is_put_right_and_no_price(hear: Hear, text: str) -> None:
    told = facts(hear(text, "confirm", price="£16", constraints=Limits(euros_per_month=80, currency="pound")))
    assert "price" not in told
    assert told["constraints"].euros_per_month == 60


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("insta 1400 volgers, whatsapp en den ouwe website. t is 65 he geen 60", "65 euro"),
        ("facebook and google. it's 65 not 60", "65 euro"),
    ],
)
def test_a_price_put_right_in_its_own_sentence_leaves_the_others_to_the_question(
    hear: Hear, text: str, price: str
) -> None:
    found = facts(hear(text, "channels", price="60 euro"))
    assert found["price"] == price
    assert found["channels_current"]


@pytest.mark.parametrize(
    ("text", "offer", "price"),
    [
        ("bolletjes voor 2 euro maar vooral ijstaarten, die zijn 28,50", "ijstaarten", "28,50"),
        ("brood natuurlijk, 3 euro, maar vooral taarten, die zijn 28 euro", "taarten", "28 euro"),
        ("we do coffees at 3 pounds but mainly wedding cakes, those are 350", "wedding cakes", "350"),
    ],
)
def test_of_several_things_the_one_that_counts_most_is_the_offer_and_its_price_the_price(
    hear: Hear, text: str, offer: str, price: str
) -> None:
    told = facts(hear(text, "offer"))
    assert (told["offer"], told["price"]) == (offer, price)


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("de taart is trouwens 29,50 geworden", "29,50"),
        ("the cake went up to 32 by the way", "32"),
        ("we zijn met de taarten opgeslagen naar 31", "31"),
    ],
)
def test_what_a_price_has_become_takes_the_place_of_the_old_one(hear: Hear, text: str, price: str) -> None:
    assert facts(hear(text, "confirm", price="28,50"))["price"] == price


def test_what_became_of_something_else_is_no_price(hear: Hear) -> None:
    assert "price" not in facts(hear("mijn dochter is 18 geworden", "confirm", price="28,50"))
