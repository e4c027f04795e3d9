"""After /delete nothing of an owner is left in any table, on real databases, encrypted or not."""

import json
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from sqlalchemy import inspect, text

from coaching.coach import Coach
from coaching.desk.staff import Reader
from coaching.documents import document_of
from coaching.message import Message, MessageKind, Reply
from coaching.planning.composer import Composer
from coaching.records import Arrival, Outgoing
from coaching.rights.standing import Standing
from storage.ciphers import new_key
from storage.consents import DatabaseConsents
from storage.conversations import DatabaseConversations
from storage.desk.auditing import DatabaseAudit
from storage.desk.desk import DatabaseDesk
from storage.desk.reviews import DatabaseReviews
from storage.engine import Database, open_database
from storage.inbox import DatabaseInbox
from storage.outbox import DatabaseOutbox
from tests.contracts.databases import DATABASES, opened

NOOR, SAM = "telegram:7", "telegram:8"
MIEKE = Reader(agency="main", code="mieke", name="Mieke")
#: A word of the owner, of the coach about the owner, and of a tag.
CANARIES = ("kwartelpoort", "gaaivlinder", "nachtzwaluw")
BAKERY = "ik heb bakkerij Kwartelpoort in Gent, desembrood vanaf 4 euro, op Instagram, 2 uur per week, geen geld"


class Talk:
    """What an owner does, on a real database, with the real coach."""

    def __init__(self, database: Database, library, understanding) -> None:
        self.database = database
        self.conversations = DatabaseConversations(database)
        self.coach = Coach(self.conversations, library, understanding, Composer(library))
        self.consents = DatabaseConsents(database)
        self.inbox = DatabaseInbox(database)
        self.reviews, self.desk = DatabaseReviews(database), DatabaseDesk(database)
        self._arrival = 0

    def says(self, words: str, owner: str = NOOR) -> tuple[Outgoing, ...]:
        self._arrival += 1
        self.inbox.store([Arrival(id=self._arrival, owner=owner, body=json.dumps({"text": words}))])
        kind = MessageKind.COMMAND if words.startswith("/") else MessageKind.TEXT
        outgoing = self.coach.take(owner, Message(kind=kind, text=words), self._arrival).outgoing
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

    def kept(self) -> dict[str, str]:
        """Every row of every table, the shadow tables of an index too."""
        with self.database.reading() as connection:
            names = inspect(connection).get_table_names()
            return {n: str(connection.execute(text(f'SELECT * FROM "{n}"')).fetchall()).lower() for n in names}


@pytest.fixture(params=[*DATABASES, "encrypted"])
def talk(request, tmp_path, library, understanding) -> Talk:
    sealed = request.param == "encrypted"
    database = open_database(tmp_path, keys=[new_key()]) if sealed else opened(request, tmp_path)
    return Talk(database, library, understanding)


def test_after_delete_nothing_of_an_owner_is_left_in_any_table(talk):
    of = talk.planned()
    before = talk.kept()
    assert any(of in rows for name, rows in before.items() if name != "audit")
    talk.says("/delete")
    talk.says("ja")
    for name, rows in talk.kept().items():
        assert not [canary for canary in CANARIES if canary in rows], name
        assert name in ("audit", "leases") or of not in rows, name
        assert name == "leases" or NOOR not in rows, name
    assert talk.consents.standing(NOOR) is Standing.NEW


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
