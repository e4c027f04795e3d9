"""Transcripts and plans as files, whole or without anything that identifies people."""

import json

import pytest

from coaching.coach import Coach
from coaching.desk.sharing import Sharing
from coaching.desk.staff import Reader
from coaching.message import Message, MessageKind
from coaching.planning.composer import Composer
from storage.coaches import DatabaseCoaches
from storage.conversations import DatabaseConversations
from storage.desk.desk import DatabaseDesk
from storage.desk.reviews import DatabaseReviews
from storage.engine import open_database
from tests.sqlite import new_database

MIEKE = Reader(agency="main", code="mieke", name="Mieke Claes")
SAID = (
    "hoi ik ben Noor, ik heb een fietsenwinkel in Mechelen, mijn winkel heet De Ketting",
    "onze monteur Kevin is te bereiken op 0475 12 34 56 of kevin@deketting.be",
    "we zitten in de Kerkstraat 12, rekening BE68 5390 0754 7034, camionette 1-ABC-234",
)
TELLING = ("Noor", "Mechelen", "Ketting", "Kevin", "0475", "deketting", "Kerkstraat", "5390", "ABC", "Mieke", "mieke")


@pytest.fixture
def opened(tmp_path, library, understanding):
    database = open_database(new_database(tmp_path))
    DatabaseCoaches(database).add("mieke", "Mieke Claes")
    store = DatabaseConversations(database)
    coach = Coach(store, library, understanding, Composer(library), coaches=DatabaseCoaches(database))
    coach.take("telegram:4711", Message(kind=MessageKind.COMMAND, text="/start mieke"))
    for text in SAID:
        coach.take("telegram:4711", Message(kind=MessageKind.TEXT, text=text))
    coach.take("telegram:4711", Message(kind=MessageKind.COMMAND, text="/plan"))
    for tap in ("answer:confirm:yes", "answer:model:aida"):
        coach.take("telegram:4711", Message(kind=MessageKind.BUTTON, text=tap))
    conversation = store.open("telegram:4711").id
    DatabaseReviews(database).note(MIEKE, conversation, "belt nooit terug", message=3)
    found = DatabaseDesk(database).opened(MIEKE, conversation)
    assert found is not None
    assert found.plans
    return found


@pytest.fixture
def sharing(library):
    return Sharing(library.sectors)


@pytest.mark.parametrize("kind", ["md", "json"])
def test_an_anonymous_file_has_nothing_left_that_identifies_anybody(opened, sharing, kind):
    files = [sharing.transcript(opened, kind, anonymous=True), sharing.plan(opened, 1, kind, anonymous=True)]
    for file in files:
        assert [word for word in TELLING if word in file] == []
    assert opened.head.id not in files[0]


def test_an_alias_means_the_same_in_transcript_and_plan(opened, sharing):
    transcript = sharing.transcript(opened, "md", anonymous=True)
    assert "een fietsenwinkel in Plaats 1" in transcript
    assert "monteur Persoon 3 is te bereiken op Telefoon 1 of E-mail 1" in transcript
    assert "Bedrijf 1" in sharing.plan(opened, 1, "md", anonymous=True)


def test_the_name_of_a_file_that_was_sent_says_only_its_version_in_an_anonymous_file(opened, sharing):
    assert _sent(sharing.transcript(opened, "json", anonymous=False)) == ["klantreisplan-voor-de-ketting-v1.md"]
    assert _sent(sharing.transcript(opened, "json", anonymous=True)) == ["v1.md"]


def _sent(transcript):
    return [line["document"] for line in json.loads(transcript)["lines"] if line["document"]]


def test_files_with_names_are_as_they_were_written(opened, sharing):
    told = json.loads(sharing.transcript(opened, "json", anonymous=False))
    assert [line["text"] for line in told["lines"] if line["text"] in SAID] == list(SAID)
    assert "Kevin is te bereiken op 0475 12 34 56" in sharing.transcript(opened, "md", anonymous=False)
    assert "De Ketting" in sharing.plan(opened, 1, "md", anonymous=False)


def test_the_id_an_owner_has_on_a_medium_and_private_notes_are_in_no_file(opened, sharing):
    for anonymous in (True, False):
        for kind in ("md", "json"):
            file = sharing.transcript(opened, kind, anonymous=anonymous)
            assert "4711" not in file
            assert "belt nooit terug" not in file


def test_a_version_that_was_never_made_is_no_file(opened, sharing):
    assert sharing.plan(opened, 9, "md", anonymous=True) is None


def test_the_coaches_have_aliases_too_in_what_the_bot_says_of_them_and_where_they_wrote(opened, sharing):
    told = opened.lines[-1].model_copy(update={"text": "Tom Verbeke schrijft nu zelf. Tom is er zo."})
    wrote = told.model_copy(update={"text": "Dag Noor, Tom hier.", "by": "tverbeke"})
    talk = opened.model_copy(update={"lines": (*opened.lines, told, wrote)})
    coaches = {"mieke": "Mieke Claes", "tverbeke": "Tom Verbeke", "jo": "Jo Peeters"}
    for kind in ("md", "json"):
        file = sharing.transcript(talk, kind, anonymous=True, coaches=coaches)
        assert [name for name in ("Tom", "Verbeke", "tverbeke", "Mieke") if name in file] == []
    (alias,) = {line["by"] for line in json.loads(file)["lines"] if line["by"]}
    assert f"{alias} schrijft nu zelf" in file
