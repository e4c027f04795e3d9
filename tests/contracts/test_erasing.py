"""Nothing of who was erased is left in any table or file, on real databases, encrypted or not."""

import json
from datetime import UTC, datetime, timedelta
from functools import partial
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import inspect, text

from app.documents import forget_files, written
from coaching.coach import Coach
from coaching.desk.articles import Upload
from coaching.desk.staff import Reader, Role
from coaching.documents import document_of
from coaching.message import Message, MessageKind, Reply
from coaching.planning.composer import Composer
from coaching.records import Arrival, Outgoing
from coaching.rights.standing import Standing
from storage.articles import DatabaseArticles
from storage.ciphers import new_key
from storage.consents import DatabaseConsents
from storage.conversations import DatabaseConversations
from storage.desk.auditing import DatabaseAudit
from storage.desk.desk import DatabaseDesk
from storage.desk.erasing import Retention
from storage.desk.forgetting import forget_traces
from storage.desk.reviews import DatabaseReviews
from storage.engine import Database, open_database
from storage.inbox import DatabaseInbox
from storage.keeping import Keeping
from storage.outbox import DatabaseOutbox
from tests.contracts.databases import DATABASES, opened
from tests.sqlite import new_database

NOOR, SAM = "telegram:7", "telegram:8"
MIEKE = Reader(agency="main", code="mieke", name="Mieke")
JO = Reader(agency="main", code="jo", name="Jo", role=Role.LEAD)
#: A word of the owner, of the coach about the owner, and of a tag.
CANARIES = ("kwartelpoort", "gaaivlinder", "nachtzwaluw")
BAKERY = "ik heb bakkerij Kwartelpoort in Gent, desembrood vanaf 4 euro, op Instagram, 2 uur per week, geen geld"


class Talk:
    """What an owner does, on a real database, with the real coach; files are written to the folder of the data."""

    def __init__(self, database: Database, folder: Path, library, understanding) -> None:
        self.database, self.folder, self.at = database, folder, datetime.now(UTC)
        self.forgets = partial(forget_files, folder)
        self.conversations = DatabaseConversations(database, lambda: self.at, self.forgets)
        self.coach = Coach(self.conversations, library, understanding, Composer(library))
        self.consents = DatabaseConsents(database)
        self.inbox = DatabaseInbox(database)
        self.reviews, self.desk = DatabaseReviews(database, forgets=self.forgets), DatabaseDesk(database)
        self._arrival = 0

    def says(self, words: str, owner: str = NOOR) -> tuple[Outgoing, ...]:
        self._arrival += 1
        self.inbox.store([Arrival(id=self._arrival, owner=owner, body=json.dumps({"text": words}))])
        kind = MessageKind.COMMAND if words.startswith("/") else MessageKind.TEXT
        outgoing = self.coach.take(owner, Message(kind=kind, text=words), self._arrival).outgoing
        for reply in outgoing:
            written(reply, self.folder)
        self.conversations.mark_sent([reply.id for reply in outgoing])
        return outgoing

    def planned(self) -> str:
        """A talk up to the plan, with a note, a tag, a dead letter, a search and consent; its id."""
        self.says(BAKERY)
        while (talk := self.conversations.open(NOOR)).plan is None:
            self.says("/plan" if talk.state.phase == "interview" else "ja")
        self.reviews.note(MIEKE, talk.id, "gaaivlinder: belt liever")
        self.reviews.tag(MIEKE, talk.id, 1, "nachtzwaluw")
        self.consents.tell(NOOR, "2026-11")
        self.desk.search(MIEKE, "kwartelpoort")
        outbox = DatabaseOutbox(self.database)
        outbox.put(NOOR, Reply(text="kwartelpoort"))
        outbox.bury(self.conversations.unsent(NOOR)[0].id, "weg")
        return talk.id

    def files(self) -> str:
        """All that stands in the files of the data."""
        paths = (path for path in sorted(self.folder.rglob("*")) if path.is_file())
        return "".join(path.read_bytes().decode("latin-1") for path in paths).lower()

    def kept(self) -> dict[str, str]:
        """Every row of every table, the shadow tables of an index too."""
        with self.database.reading() as connection:
            names = inspect(connection).get_table_names()
            return {n: str(connection.execute(text(f'SELECT * FROM "{n}"')).fetchall()).lower() for n in names}


@pytest.fixture(params=[*DATABASES, "encrypted"])
def talk(request, tmp_path, library, understanding) -> Talk:
    sealed = request.param == "encrypted"
    database = open_database(new_database(tmp_path), keys=[new_key()]) if sealed else opened(request, tmp_path)
    return Talk(database, tmp_path, library, understanding)


def by_the_owner(talk: Talk, _: str) -> None:
    talk.says("/delete")
    talk.says("ja")


def by_a_lead(talk: Talk, of: str) -> None:
    talk.reviews.erase(JO, of)


def when_its_time_is_over(talk: Talk, _: str) -> None:
    later = talk.at + timedelta(days=40)
    assert Retention(talk.database, 30, lambda: later, talk.forgets).sweep() == 1


WAYS = pytest.mark.parametrize("erased", [by_the_owner, by_a_lead, when_its_time_is_over])


@WAYS
def test_nothing_of_an_erased_owner_is_left_in_any_table(talk, erased):
    of = talk.planned()
    before = talk.kept()
    assert any(of in rows for name, rows in before.items() if name != "audit")
    erased(talk, of)
    for name, rows in talk.kept().items():
        assert not [canary for canary in CANARIES if canary in rows] or name.startswith("message_words_"), name
        assert name == "audit" or of not in rows, name
        assert NOOR not in rows, name


@WAYS
def test_nor_in_any_file_of_the_data_once_it_is_overwritten(talk, erased):
    of = talk.planned()
    talk.says("/mydata")
    files = {path.name for path in talk.folder.rglob("*") if path.is_file()}
    assert any(name.endswith(".zip") for name in files)
    assert not talk.database.alone or "nachtzwaluw" in talk.files(), "a tag is never encrypted"
    erased(talk, of)
    assert forget_traces(talk.database)
    left = talk.files()
    assert [word for word in (*CANARIES, NOOR) if word in left] == []


def test_what_was_erased_is_overwritten_beside_the_turns(talk):
    by_a_lead(talk, talk.planned())
    Keeping(talk.database).tidy()
    assert not [canary for canary in CANARIES if canary in talk.files()]


def test_an_erasure_is_known_until_it_is_overwritten(talk):
    by_a_lead(talk, talk.planned())
    assert (talk.kept()["erasures"] == "[]") is not talk.database.alone
    forget_traces(talk.database)
    assert talk.kept()["erasures"] == "[]"


def test_what_coaches_added_to_the_library_stays(talk):
    articles = DatabaseArticles(talk.database)
    upload = Upload(
        name="a.md", content=b"# Gids", title="Gids", source="Bureau", language="nl", label="general/persona"
    )
    articles.add(MIEKE, upload, "md")
    by_a_lead(talk, talk.planned())
    assert [article.title for article in articles.all(MIEKE)] == ["Gids"]


def test_what_came_in_and_is_not_worked_yet_is_answered_after_a_lead_erased_what_was_before(talk):
    of = talk.planned()
    talk.inbox.store([Arrival(id=900, owner=NOOR, body="hallo?")])
    by_a_lead(talk, of)
    assert [arrival.body for arrival in talk.inbox.unworked(NOOR)] == ["hallo?"]


def test_that_it_happened_stays_in_the_audit_log(talk):
    of = talk.planned()
    talk.says("/delete")
    talk.says("ja")
    newest = DatabaseAudit(talk.database).entries(MIEKE).items[0]
    assert (newest.act, newest.conversation, newest.detail) == ("deleted", of, "owner")


def test_another_owner_keeps_everything(talk):
    talk.planned()
    talk.says("ik heb een kapsalon in Brugge", SAM)
    talk.says("/delete")
    talk.says("ja")
    assert talk.conversations.open(SAM).messages > 0


def test_all_of_it_can_be_had_before(talk):
    talk.planned()
    (sent,) = [reply for reply in talk.says("/mydata") if reply.reply.document]
    made = document_of(sent)
    assert made is not None
    pack = ZipFile(BytesIO(made[1]))
    readable = "".join(pack.read(name).decode() for name in pack.namelist())
    for word in ("Kwartelpoort", "gaaivlinder", "nachtzwaluw", "2026-11", "Instagram"):
        assert word in readable
    assert any(name.endswith("-v1.md") for name in pack.namelist())


class TestConsent:
    def test_what_is_kept_back_is_swept_when_nobody_answers(self, request, talk):
        talk.inbox.store([Arrival(id=900, owner=NOOR, body="kwartelpoort")])
        talk.consents.keep_back(NOOR, [900], Reply(text="mag het?"))
        assert talk.consents.standing(NOOR) is Standing.ASKED
        DatabaseInbox(talk.database, lambda: datetime(2100, 1, 1, tzinfo=UTC)).sweep()
        assert talk.consents.standing(NOOR) is Standing.NEW
        assert "900" not in talk.kept()["inbox"]

    def test_a_yes_frees_it_once(self, talk):
        for number in (900, 901):
            talk.inbox.store([Arrival(id=number, owner=NOOR, body="kwartelpoort")])
        talk.consents.keep_back(NOOR, [900], Reply(text="mag het?"))
        assert [arrival.id for arrival in talk.inbox.unworked(NOOR)] == [901]
        talk.consents.give(NOOR, "2026-11", 901, Reply(text="dank"))
        talk.consents.give(NOOR, "2026-11", 901, Reply(text="dank"))
        assert [(arrival.id, arrival.body) for arrival in talk.inbox.unworked(NOOR)] == [(900, "kwartelpoort")]
        assert [reply.reply.text for reply in talk.conversations.unsent(NOOR)] == ["mag het?"]
