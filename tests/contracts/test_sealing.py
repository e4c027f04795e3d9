"""Encryption at rest: what was written stands nowhere in the database as it was written, and is found all the same."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from coaching.desk.records import Act, Asked
from coaching.message import Button, Reply
from coaching.records import Arrival
from journey.profile import Fact, ProfileField
from storage.ciphers import new_key
from storage.engine import Database, open_database
from storage.errors import StorageError
from storage.inbox import DatabaseInbox
from storage.rekeying import rekey
from tests.contracts.databases import DATABASES
from tests.contracts.test_desk import MIEKE, Office
from tests.making import plan, profile

KEY, OTHER = new_key(), new_key()
SECRETS = ("Zwartgallig", "Kersenbloesem", "Nachtegaal", "Wolkbreuk", "Hazelworm", "Zilverspar", "Bosuiltje")


@pytest.fixture(params=DATABASES)
def url(request) -> str:
    return request.getfixturevalue("postgres").current() if request.param == "postgresql" else ""


def office(folder: Path, url: str, *keys: str) -> Office:
    office = Office(open_database(folder, url, keys=keys))
    office.staff.invite(MIEKE.agency, MIEKE.code, MIEKE.name, MIEKE.role, "", office.at)
    return office


def fill(office: Office) -> str:
    """A conversation in which a secret word stands wherever an owner's or a coach's words can."""
    message, offer, reply, title, note, business, label = SECRETS
    buttons = ((Button(label=label, payload="answer:goal:repeat"),),)
    noor = office.says(
        words=f"Ik verkoop {message} in café Gent, € 4",
        replies=(Reply(text=reply, buttons=buttons),),
        facts={ProfileField.OFFER: Fact(value=offer)},
        profile=profile(offer=offer, business_name=business),
        plan=plan(title=title),
        asked=Asked(intent="why"),
    )
    office.reviews.note(MIEKE, noor, note)
    office.changes(noor, Act.ASKED_CHANGES, asks=note)
    DatabaseInbox(office.database).store([Arrival(id=1, owner="noor", body=f'{{"text": "{message}"}}')])
    return noor


def everything(database: Database, folder: Path) -> str:
    """All that stands in the database, as its files or its rows hold it."""
    if database.alone:
        with database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        return "".join(path.read_bytes().decode("latin-1") for path in sorted(folder.glob("coach.db*")))
    with database.engine.connect() as connection:
        tables = connection.execute(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).scalars().all()
        rows = (connection.execute(text(f'SELECT t::text FROM "{name}" t')).scalars() for name in tables)
        return "".join(row for table in rows for row in table)


def as_it_was(office: Office, noor: str) -> None:
    message, offer, reply, title, note, business, label = SECRETS
    whole = office.opened(noor)
    assert [line.text for line in whole.lines] == [f"Ik verkoop {message} in café Gent, € 4", reply]
    assert whole.lines[1].buttons[0][0].label == label
    assert whole.profile.text(ProfileField.OFFER) == offer
    assert [entry.fact and entry.fact.value for entry in whole.facts] == [offer]
    assert (whole.plans[0].plan.title, whole.plans[0].asks) == (title, note)
    assert (whole.notes[0].text, whole.head.business) == (note, business)
    assert office.conversations.unsent()[0].reply.text == reply
    assert DatabaseInbox(office.database).unworked("noor")[0].body == f'{{"text": "{message}"}}'


def shown(found: list[str]) -> list[str]:
    return [each.lower() for each in found]


class TestWithAKey:
    def test_nothing_that_was_written_stands_there_as_it_was_written(self, tmp_path, url):
        sealed = office(tmp_path, url, KEY)
        noor = fill(sealed)
        assert sealed.found(SECRETS[0]) != []
        as_it_was(sealed, noor)
        stored = everything(sealed.database, tmp_path).lower()
        assert [secret for secret in SECRETS if secret.lower() in stored] == []

    def test_without_one_it_does(self, tmp_path, url):
        plain = office(tmp_path, url)
        fill(plain)
        stored = everything(plain.database, tmp_path)
        assert [secret for secret in SECRETS if secret not in stored] == []

    def test_search_finds_whole_words(self, tmp_path, url):
        sealed = office(tmp_path, url, KEY)
        sealed.says(words="Één crème brûlée")
        assert sealed.found("CREME een") == ["Één crème brûlée"]
        assert sealed.found("crem*") == []

    def test_a_database_is_opened_with_its_own_key_alone(self, tmp_path, url):
        fill(office(tmp_path, url, KEY))
        for keys, problem in (((), "storage.key_missing"), ((OTHER,), "storage.wrong_key"), (("x",), "storage.no_key")):
            with pytest.raises(StorageError) as error:
                open_database(tmp_path, url, keys=keys)
            assert error.value.key == problem

    def test_one_that_holds_plain_words_already_must_be_encrypted_first(self, tmp_path, url):
        fill(office(tmp_path, url))
        with pytest.raises(StorageError) as error:
            open_database(tmp_path, url, keys=[KEY])
        assert error.value.key == "storage.not_encrypted"


class TestRekeying:
    def test_encrypts_what_was_plain_and_leaves_no_trace_of_it(self, tmp_path, url):
        plain = office(tmp_path, url)
        noor = fill(plain)
        assert plain.found(SECRETS[0]) != []
        plain.database.engine.dispose()
        rekey(tmp_path, url, [KEY])
        sealed = office(tmp_path, url, KEY)
        as_it_was(sealed, noor)
        stored = everything(sealed.database, tmp_path).lower()
        assert [secret for secret in SECRETS if secret.lower() in stored] == []
        assert shown(sealed.found(SECRETS[0])) == [f"ik verkoop {SECRETS[0].lower()} in café gent, € 4"]

    def test_gives_another_key_while_programs_with_both_go_on(self, tmp_path, url):
        noor = fill(office(tmp_path, url, KEY))
        running = office(tmp_path, url, OTHER, KEY)
        rekey(tmp_path, url, [OTHER, KEY])
        as_it_was(running, noor)
        running.database.engine.dispose()
        with pytest.raises(StorageError):
            open_database(tmp_path, url, keys=[KEY])
        renewed = office(tmp_path, url, OTHER)
        as_it_was(renewed, noor)
        assert renewed.found(SECRETS[0]) != []

    def test_that_was_stopped_must_be_finished_and_can_be(self, tmp_path, url):
        plain = office(tmp_path, url)
        noor = fill(plain)
        plain.database.engine.dispose()
        with pytest.raises(InterruptedError):
            rekey(tmp_path, url, [KEY], tells=_stop_after("messages"))
        with pytest.raises(StorageError) as error:
            open_database(tmp_path, url, keys=[KEY])
        assert error.value.key == "storage.rekey_unfinished"
        rekey(tmp_path, url, [KEY])
        as_it_was(office(tmp_path, url, KEY), noor)

    def test_with_a_wrong_key_changes_nothing(self, tmp_path, url):
        noor = fill(office(tmp_path, url, KEY))
        with pytest.raises(StorageError) as error:
            rekey(tmp_path, url, [OTHER])
        assert error.value.key == "storage.wrong_key"
        as_it_was(office(tmp_path, url, KEY), noor)


def _stop_after(table: str) -> Any:
    def tells(done: str, _: int) -> None:
        if done == table:
            raise InterruptedError

    return tells
