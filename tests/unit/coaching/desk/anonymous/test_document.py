"""One alias for one value through a whole document."""

from coaching.desk.anonymous.document import Document
from coaching.desk.anonymous.found import Kind


def aliased(kind: Kind, number: int) -> str:
    return f"<{kind} {number}>"


def document(*said: str, planned: tuple[str, ...] = (), known: tuple[tuple[Kind, str], ...] = ()) -> Document:
    return Document(said, planned, known, aliased)


def test_the_same_value_has_the_same_alias_in_every_text_however_it_is_written():
    said = ("bel me op 0475 12 34 56", "dus 0475/12.34.56, en mijn man op 0486 22 33 44")
    made = document(*said)
    assert made.without(said[1]) == "dus <phone 1>, en mijn man op <phone 2>"


def test_a_first_name_alone_is_the_person_who_was_called_by_both_names():
    said = ("Sofie Claes doet de kassa", "vraag maar aan Sofie", "mevrouw Claes weet het", "Kevin niet")
    made = document(*said)
    assert [made.without(text) for text in said] == [
        "<person 1> doet de kassa",
        "vraag maar aan <person 1>",
        "mevrouw <person 1> weet het",
        "<person 2> niet",
    ]


def test_a_first_name_that_two_people_have_is_neither_of_them():
    said = ("Jan Peeters en Jan Claes", "Jan belde")
    made = document(*said)
    assert made.without(said[0]) == "<person 1> en <person 2>"
    assert made.without(said[1]) == "<person 3> belde"


def test_what_is_known_of_the_owner_goes_wherever_it_stands():
    known = ((Kind.BUSINESS, "De Ketting"), (Kind.PLACE, "regio Mechelen"), (Kind.PERSON, "Noor"))
    made = document("hoi", planned=("Kom langs bij de ketting in Mechelen. Noor",), known=known)
    assert made.without("Kom langs bij de ketting in Mechelen. Noor") == (
        "Kom langs bij <business 1> in <place 1>. <person 1>"
    )


def test_a_name_found_once_goes_from_the_plan_too():
    made = document("onze monteur Kevin", planned=("Laat kevin de foto maken",))
    assert made.without("Laat kevin de foto maken") == "Laat <person 1> de foto maken"


def test_a_name_that_is_an_ordinary_word_goes_only_with_its_capital():
    made = document("mijn man Mark helpt", "mark dat in de agenda", planned=("Mark leest mee",))
    assert made.without("Mark leest mee") == "<person 1> leest mee"
    assert made.without("mark dat in de agenda") == "mark dat in de agenda"


def test_a_plan_is_not_searched_for_names_of_its_own():
    made = document("hoi", planned=("Een klant als Sofie, bel 0475 12 34 56",))
    assert made.without("Een klant als Sofie, bel 0475 12 34 56") == "Een klant als Sofie, bel <phone 1>"
