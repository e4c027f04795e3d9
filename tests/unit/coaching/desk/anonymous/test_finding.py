"""What identifies people is found in what they write, in Dutch, Flemish and English, and little else."""

import pytest

from coaching.desk.anonymous.finder import identifying
from coaching.desk.anonymous.found import Found, Kind, apart


def found(text: str) -> list[tuple[str, str]]:
    return [(str(each.kind), each.of(text)) for each in identifying(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("hoi ik ben Noor", "Noor"),
        ("mijn naam is jan bakker", "jan bakker"),
        ("mevrouw Van den Broeck belde", "Van den Broeck"),
        ("dokter El Amrani stuurt mensen door", "El Amrani"),
        ("de factuur is voor T. Hendriks", "T. Hendriks"),
        ("onze monteur Kevin doet dat", "Kevin"),
        ("gisteren met petra overlegd", "petra"),
        ("Sofie Van den Broeck runt de frituur", "Sofie Van den Broeck"),
        ("vraag naar de Patrick", "Patrick"),
        ("I learned it from Liam O'Connor", "Liam O'Connor"),
        ("Mrs Thompson has been coming for years", "Thompson"),
        ("groetjes Marieke", "Marieke"),
        ("noor hier", "noor"),
    ],
)
def test_names_are_found_however_people_write_them(text, name):
    assert ("person", name) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mark de afspraak als klaar, Bloemen verkopen we niet",
        "ik wil meer klanten op dinsdag via Instagram en een stoepbord",
        "in mei en december is het druk, dan maken we 200 taarten",
        "We will mark the date, may I ask why? Grace periods are fine",
        "taarten vanaf 35 euro, 12 per week, tussen 9 en 17 uur",
        "we sell through bol.com and booking.com",
    ],
)
def test_ordinary_words_days_prices_and_platforms_are_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("bel 06-12345678 maar", "phone", "06-12345678"),
        ("gsm 0475 12 34 56", "phone", "0475 12 34 56"),
        ("ring +44 7911 123456 please", "phone", "+44 7911 123456"),
        ("mail jan.jansen@bakkerij.be", "email", "jan.jansen@bakkerij.be"),
        ("mail info apenstaartje bakkerij punt be", "email", "info apenstaartje bakkerij punt be"),
        ("kijk op www.bakkerijjansen.nl/winkel", "link", "www.bakkerijjansen.nl/winkel"),
        ("insta is @bakkerij_jansen", "link", "@bakkerij_jansen"),
        ("IBAN BE68 5390 0754 7034", "account", "BE68 5390 0754 7034"),
        ("rekening nl91abna0417164300", "account", "nl91abna0417164300"),
        ("rijksregister 85.07.30-033.28", "number", "85.07.30-033.28"),
        ("bsn 111222333", "number", "111222333"),
        ("kvk 12345678", "number", "12345678"),
        ("de camionette, 1-ABC-234", "plate", "1-ABC-234"),
        ("kenteken 12-ABC-3", "plate", "12-ABC-3"),
        ("nummerplaat 1abc234", "plate", "1abc234"),
        ("geboren op 12 maart 2011", "birth", "12 maart 2011"),
        ("born on 3 May 1990", "birth", "3 May 1990"),
        ("wij zitten in de Kerkstraat 12", "address", "Kerkstraat 12"),
        ("Molenstraat 8 bus 2 is het", "address", "Molenstraat 8 bus 2"),
        ("the studio is at 14 Park Row", "address", "14 Park Row"),
        ("postcode 8011 AB", "address", "8011 AB"),
        ("klanten uit Lokeren", "place", "Lokeren"),
    ],
)
def test_numbers_addresses_and_dates_are_found_as_they_are_written_here(text, kind, value):
    assert found(text) == [(kind, value)]


def test_a_date_that_nobody_was_born_on_is_left_alone():
    assert found("de actie loopt tot 12 maart") == []


def test_a_village_that_no_list_has_is_found_in_a_row_with_towns():
    assert ("place", "Boskapelle") in found("we leveren in Lede, Boskapelle en Aalst")


def test_of_two_that_overlap_the_longer_counts_and_then_the_more_trusted():
    mail, link, name = Found(Kind.EMAIL, 0, 10), Found(Kind.LINK, 4, 10), Found(Kind.PERSON, 0, 3)
    assert apart([name, link, mail]) == (mail,)
    assert apart([Found(Kind.PERSON, 0, 3), Found(Kind.BUSINESS, 0, 3)]) == (Found(Kind.BUSINESS, 0, 3),)
