"""The owner's own words made fit for a text that customers read: tables of told and shown."""

import pytest

from coaching.planning.phrases import customers_question, phrase, sentence
from journey.keys import Address


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("we bakken alles zelf", "We bakken alles zelf."),
        ("omdat ik alles zelf maak", "Ik maak alles zelf."),
        ("omdat we altijd op tijd zijn", "We zijn altijd op tijd."),
        ("kleine groepen!", "Kleine groepen!"),
        ("  veel   spaties \n hier ; ", "Veel spaties hier."),
        ("Because groups are never bigger than eight people", "Groups are never bigger than eight people."),
        ("well, I know everyone by name...", "I know everyone by name."),
    ],
)
def test_what_makes_a_business_different_becomes_a_sentence(told, shown):
    assert sentence(told) == shown


@pytest.mark.parametrize(
    "told",
    ["", ".", "ja,", "omdat het zo is dat klanten dat zeggen", "ze vinden ons leuk", "customers like us", "x" * 200],
)
def test_words_that_cannot_be_said_to_a_customer_are_left_out(told):
    assert sentence(told) == ""


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("Jonge ouders.", "jonge ouders"),
        ("ja, vooral Jonge ouders", "jonge ouders"),
        ("KMO's in de buurt", "KMO's in de buurt"),
        ("I fix boilers", "I fix boilers"),
        ("", ""),
        ("mostly cakes, ", "cakes"),
    ],
)
def test_words_inside_a_sentence_lose_their_lead_in_and_full_stop(told, shown):
    assert phrase(told) == shown


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("bang dat het te duur is", "Bang dat het te duur is?"),
        ("ze zijn vaak bang dat de taart niet klaar is", "Bang dat de taart niet klaar is?"),
        ("klanten twijfelen of het past", "Twijfel je of het past?"),
        ("ze vragen zich af hoe lang het duurt", "Vraag je je af hoe lang het duurt?"),
        ("ze hebben geen tijd", "Geen tijd?"),
        ("ze vinden het te duur", "Te duur?"),
        ("de prijs", "Twijfel je over de prijs?"),
        ("te ver van huis", "Te ver van huis?"),
        ("of het wel past", "Vraag je je af of het wel past?"),
        ("dat het misloopt", "Bang dat het misloopt?"),
    ],
)
def test_a_dutch_worry_becomes_a_question_to_the_customer(told, asked):
    assert customers_question(told, "nl", Address.JE) == asked


def test_a_worry_is_put_politely_where_customers_are():
    assert customers_question("ze twijfelen over de kosten", "nl", Address.U) == "Twijfelt u over de kosten?"
    assert customers_question("bang dat hun hond wegloopt", "nl", Address.U) == "Bang dat uw hond wegloopt?"


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("they are afraid of the bill", "Afraid of the bill?"),
        ("They worry about the cost", "Worried about the cost?"),
        ("people wonder whether it hurts", "Wondering whether it hurts?"),
        ("they have no time", "No time?"),
        ("they don't have any time", "No time?"),
        ("they think it's too expensive", "Too expensive?"),
        ("the price", "Unsure about the price?"),
        ("too far away", "Too far away?"),
        ("whether they are flexible enough", "Wondering whether you're flexible enough?"),
        ("that their cake is late", "Worried that your cake is late?"),
    ],
)
def test_an_english_worry_becomes_a_question_to_the_customer(told, asked):
    assert customers_question(told, "en", Address.JE) == asked


@pytest.mark.parametrize(
    "told",
    ["", "geen idee eigenlijk hoor " * 10, "mijn buurman zegt altijd wat", "bang dat wij te traag zijn", "prima"],
)
def test_words_that_are_no_worry_of_a_customer_are_not_turned_into_one(told):
    assert customers_question(told, "nl", Address.JE) == ""
