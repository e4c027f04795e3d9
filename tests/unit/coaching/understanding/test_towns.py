import pytest

from journey.profile import EmailList
from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("garage in geel", "Geel"),
        ("dog groomer round stockport", "Stockport"),
        ("yoga studio in hebden bridge", "Hebden Bridge"),
        ("cakes in bath and bristol", "Bath"),
        ("slagerij in oudsbergen", "Oudsbergen"),
        ("schilder in Kortrijk. euh nee Roeselare", "Roeselare"),
    ],
)
def test_towns_are_known_without_capitals(hear: Hear, text: str, place: str) -> None:
    assert facts(hear(text, "business"))["location"] == place


@pytest.mark.parametrize(
    "text",
    ["ik werk in hout en metaal", "we have the best cakes", "wij maken alles zelf", "reading lessons for adults"],
)
def test_a_word_that_is_a_town_too_is_no_place_by_itself(hear: Hear, text: str) -> None:
    assert "location" not in facts(hear(text, "business"))


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("they find us on Google or through the hotel in Ballina", "channels"),
        ("the B&B in Easkey sends them", "constraints"),
        ("meer klanten, vooral uit Antwerpen", "goal"),
        ("via de stoffenwinkel in Lier", "channels"),
        ("my brother has a shop in Hull that closed in March", "constraints"),
        ("and we deliver in Galway", "confirm"),
        ("nee, mijn klanten komen uit Aalst", "confirm"),
    ],
)
def test_a_town_named_in_passing_does_not_move_the_business(hear: Hear, text: str, asking: str) -> None:
    assert "location" not in facts(hear(text, asking, location="Enniscrone"))


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("we moved to Galway last year", "usp"),
        ("trouwens, ik zit nu in Galway", "goal"),
        ("it's Galway, not Sligo", "goal"),
        ("the shop is in Galway", "confirm"),
        ("Galway", "confirm"),
        ("nee sorry, Galway", "usp"),
        ("Galway", "location"),
    ],
)
def test_an_owner_may_still_say_that_the_business_is_elsewhere(hear: Hear, text: str, asking: str) -> None:
    assert facts(hear(text, asking, location="Sligo"))["location"] == "Galway"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("I own a café in Leuven, moved here from Leeds six years ago", "Leuven"),
        ("verhuisd van Brugge naar Gent, bakker", "Gent"),
    ],
)
def test_where_an_owner_came_from_is_not_where_the_business_is(hear: Hear, text: str, place: str) -> None:
    assert facts(hear(text, "business"))["location"] == place


def test_a_name_of_a_business_is_no_place(hear: Hear) -> None:
    told = facts(hear("Slijperij De Scherpe Tand, achter de kerk", "location"))
    assert told == {"business_name": "Slijperij De Scherpe Tand"}


@pytest.mark.parametrize(
    ("text", "asking", "known"),
    [
        ("ze gaan liever niet naar assen", "confirm", "Gieten"),
        ("naar Gent rijden ze niet meer", "confirm", "Deinze"),
        ("they don't want to drive to Leeds", "confirm", "Otley"),
        ("onze klanten durven niet naar Antwerpen of Mechelen", "confirm", "Lier"),
        ("people won't go to Dublin or Cork for it", "confirm", "Athy"),
    ],
)
def test_a_town_that_nobody_wants_to_go_to_moves_no_business(hear: Hear, text: str, asking: str, known: str) -> None:
    assert "location" not in facts(hear(text, asking, location=known))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("kapster hier in dalen, die rijden niet meer zo graag naar coevorden of emmen", "Dalen"),
        ("nobody likes going to Leeds for it, I'm in Otley", "Otley"),
        ("ze durven niet naar Brussel te rijden, ik zit in Halle", "Halle"),
        ("b&b op Texel, drie kamers", "Texel"),
        ("fietsverhuur op ameland", "Ameland"),
        ("guesthouse on Skye", "Skye"),
        ("a B&B on the Isle of Wight", "Isle of Wight"),
        ("gutter cleaning, we cover Stockport", "Stockport"),
        ("kapster, omgeving Ede", "Ede"),
    ],
)
def test_the_town_of_the_business_stands_among_islands_rounds_and_other_towns(
    hear: Hear, text: str, place: str
) -> None:
    assert facts(hear(text, "business"))["location"] == place


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("zweeloo", "Zweeloo"),
        ("ik zit in zweeloo", "Zweeloo"),
        ("nieuw-weerdinge", "Nieuw-Weerdinge"),
        ("thuis", "thuis"),
    ],
)
def test_a_village_that_no_list_knows_is_written_with_its_capital(hear: Hear, told: str, place: str) -> None:
    assert facts(hear(told, "location"))["location"] == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("bakkerij Van Damme in Lokeren", "Lokeren"),
        ("bakkerij van damme in lokeren", "Lokeren"),
        ("ik ben Jan Van Lier, kapper in Mechelen", "Mechelen"),
        ("hotel Durbuy te Aalst", "Aalst"),
        ("Café Brussel in Gent", "Gent"),
        ("restaurant Paris in Leeds", "Leeds"),
        ("London Road Barbers in Leeds", "Leeds"),
        ("uit Damme komen we, maar de bakkerij is in Lokeren", "Lokeren"),
        ("de bakker van Lokeren", "Lokeren"),
        ("kapsalon Gent", "Gent"),
        ("een boerderijwinkel met eigen groenten, nabij Roeselare", "Roeselare"),
    ],
)
def test_a_town_in_the_name_of_a_person_or_a_house_is_not_where_the_business_is(
    hear: Hear, text: str, place: str
) -> None:
    assert facts(hear(text, "business"))["location"] == place


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("football talk, coffee and sandwich while you wait", "usp"),
        ("een lijstje staan in Mailchimp", "email"),
        ("120 adressen in Laposta staan", "email"),
        ("they're all in Square", "email"),
        ("de facturen zitten in Teamleader", "usp"),
        ("mooie foto's van de kust", "usp"),
    ],
)
def test_a_word_or_a_programme_is_no_town_once_the_town_is_told(hear: Hear, text: str, asking: str) -> None:
    assert "location" not in facts(hear(text, asking, location="Almere"))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("tuinaannemer rumbeke", "Rumbeke"),
        ("elektricien rumbeke", "Rumbeke"),
        ("dog groomer truro", "Truro"),
        ("ik repareer fietsen bij mensen thuis in Utrecht en daaromheen, dus Zeist, De Bilt, Nieuwegein", "Utrecht"),
        ("hovenier in Raalte en omgeving, dus Heino, Wijhe en Olst", "Raalte"),
    ],
)
def test_a_town_behind_a_bare_trade_or_before_those_around_it_is_the_place(hear: Hear, text: str, place: str) -> None:
    found = facts(hear(text, "business"))
    assert (found["location"], found.get("business_name")) == (place, None)


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("the GPs send me people like Breda in Clarecastle", "channels"),
        ("klanten zoals Els uit Zeist komen altijd terug", "email"),
        ("540 mensen op de mail, in MailerLite", "channels"),
        ("wel 120 klanten in Moneybird staan", "constraints"),
    ],
)
def test_somebody_elses_town_and_a_program_are_no_place(hear: Hear, text: str, asking: str) -> None:
    assert "location" not in facts(hear(text, asking))


@pytest.mark.parametrize(
    ("text", "asking", "question"),
    [
        ("En 540 mensen op de mail he, in MailerLite, netjes met toestemming", "constraints", "money"),
        ("310 mensen op de mail, in MailBlue", "constraints", "money"),
        ("ik heb 300 mensen in Brevo zitten", "constraints", "hours"),
        ("wel honderdtwintig klanten in Moneybird staan", "constraints", "money"),
        ("180 of them on the mail in Brevo", "email", ""),
        ("facebook, en flyers in Wetteren en Laarne", "channels", ""),
        ("google en het krantje in Heino", "channels", ""),
        ("the daughter makes the call, like Breda in Clarecastle", "persona", ""),
        ("mijn broer heeft er ook een in Hasselt", "constraints", "money"),
    ],
)
def test_a_programme_or_another_town_in_passing_leaves_the_place_as_it_was_told(
    hear: Hear, text: str, asking: str, question: str
) -> None:
    assert "location" not in facts(hear(text, asking, question, location="Zwolle"))


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("Zestig euro in de maand. En 310 mensen op de mail, in MailBlue, netjes met toestemming", 310),
        ("ik heb 300 mensen in Brevo zitten", 300),
        ("about 90 people in Mailchimp", 90),
    ],
)
def test_who_is_kept_in_a_mail_programme_is_a_list(hear: Hear, text: str, size: int) -> None:
    assert facts(hear(text, "constraints", "money"))["email_list"] == EmailList(has=True, size=size)


@pytest.mark.parametrize("asking", ["persona", "usp", "email", "confirm", "model"])
@pytest.mark.parametrize(
    "text",
    [
        "like Breda in Clarecastle",
        "someone like Mary in Quin, hip done",
        "iemand gelijk Maria uit Lier, weduwe met nen hond",
        "mensen zoals Truus in Heino",
        "Inge, 44, die doet personeel bij een bedrijf in Hasselt",
    ],
)
def test_where_somebody_is_whom_an_owner_compares_to_is_no_place_of_business(
    hear: Hear, text: str, asking: str
) -> None:
    assert "location" not in facts(hear(text, asking, location="Ennis"))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("at it on my own since I left the hospital in Limerick", None),
        ("I left Dublin and set up in Ennis, physio", "Ennis"),
        ("ik werkte bij de bank in Gent, nu heb ik een bakkerij in Aalst", "Aalst"),
    ],
)
def test_where_an_owner_worked_before_is_not_either(hear: Hear, text: str, place: str | None) -> None:
    assert facts(hear(text, "business")).get("location") == place


def test_a_town_put_right_as_it_was_said_stands(hear: Hear) -> None:
    assert facts(hear("nee, zoals ik al zei in Aalst", "confirm", location="Gent"))["location"] == "Aalst"
