"""Consent on Telegram: nothing of an owner is kept before a yes, and nothing that a hurried owner sent is lost."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import inspect, text

from bot.bursts import Quiet
from bot.door import Asking
from bot.ports import Stores
from coaching.coach import Coach
from coaching.planning.composer import Composer
from coaching.rights.privacy import Privacy
from coaching.rights.standing import Standing
from coaching.understanding import Understanding
from storage.coaches import DatabaseCoaches
from storage.consents import DatabaseConsents
from storage.conversations import DatabaseConversations
from storage.engine import Database, open_database
from storage.inbox import DatabaseInbox
from storage.leases import SoleLeases
from storage.outbox import DatabaseOutbox
from tests.fakes.library import FakeLibrary
from tests.sqlite import new_database
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.fake_records import Sent
from tests.telegram.harness import Owner, Running, ScriptedCoach, running

NOOR, KEY = 7, "telegram:7"
BAKERY = "ik ben Noor en ik heb bakkerij Kweepeer in Gent"


@dataclass
class Bot:
    """The real bot and the real coach on one SQLite file."""

    database: Database
    stores: Stores
    consents: DatabaseConsents
    start: Callable[..., AbstractContextManager[Running]]

    def known(self) -> str:
        """All that is kept, whatever the table, but for what waits to be agreed to."""
        with self.database.reading() as connection:
            names = [name for name in inspect(connection).get_table_names() if name != "inbox"]
            rows = [row for name in names for row in connection.execute(text(f'SELECT * FROM "{name}"'))]
        return str(rows)


@pytest.fixture
def bot(api: FakeTelegram, tmp_path: Path, library: FakeLibrary, understanding: Understanding) -> Bot:
    database = open_database(new_database(tmp_path))
    conversations, coaches = DatabaseConversations(database), DatabaseCoaches(database)
    stores = Stores(conversations, DatabaseInbox(database), DatabaseOutbox(database), SoleLeases(database, "telegram:"))
    consents = DatabaseConsents(database)
    privacy = Privacy(coaches, None, 365, consents)
    coach = Coach(conversations, library, understanding, Composer(library), coaches=coaches, privacy=privacy)
    coaches.add("mieke", "Mieke Claes")

    def start(first: bool = True, quiet: Quiet | None = None) -> AbstractContextManager[Running]:
        return running(api, coach, stores, asking=Asking(consents, privacy, first), quiet=quiet)

    return Bot(database, stores, consents, start)


def texts(sent: list[Sent]) -> str:
    return "\n".join(message.text for message in sent)


def test_nothing_is_kept_before_a_yes_and_all_that_was_sent_is_answered_after_it(api: FakeTelegram, bot: Bot) -> None:
    with bot.start() as run:
        noor = Owner(api, run, NOOR)
        (asked,) = noor.sends({"text": BAKERY})
        assert "mag ik bewaren" in asked.text
        assert asked.labels == ["Akkoord", "Liever niet"]
        assert "Kweepeer" not in bot.known()
        answered = texts(noor.sends({"button": "Akkoord"}))
    assert "Noor" in answered
    assert "Kweepeer" in bot.known()
    assert bot.consents.standing(KEY) is Standing.AGREED


def test_what_was_sent_meanwhile_is_asked_about_once_more_and_worked_in_order(api: FakeTelegram, bot: Bot) -> None:
    with bot.start() as run:
        noor = Owner(api, run, NOOR)
        noor.sends({"command": "/start mieke"})
        (again,) = noor.sends({"text": BAKERY})
        assert "Ik bewaar het nog even niet" in again.text
        answered = texts(noor.sends({"button": "Akkoord"}))
    assert answered.index("Mieke Claes leest hier mee") < answered.index("Kweepeer")


def test_a_yes_in_words_is_a_yes(api: FakeTelegram, bot: Bot) -> None:
    with bot.start() as run:
        noor = Owner(api, run, NOOR)
        noor.sends({"text": BAKERY})
        assert "Noor" in texts(noor.sends({"text": "ja hoor, prima"}))


@pytest.mark.parametrize("no", [{"button": "Liever niet"}, {"text": "nee liever niet"}, {"command": "/delete"}])
def test_after_a_no_nothing_is_left_and_the_owner_can_come_back(
    api: FakeTelegram, bot: Bot, no: dict[str, str]
) -> None:
    with bot.start() as run:
        noor = Owner(api, run, NOOR)
        noor.sends({"text": BAKERY})
        (said,) = noor.sends(no)
        assert "niets bewaard" in said.text
        with bot.database.reading() as connection:
            bodies = connection.execute(text("SELECT body FROM inbox")).scalars().all()
        assert "Kweepeer" not in str(bodies) + bot.known()
        (asked,) = noor.sends({"text": "toch maar wel: " + BAKERY})
        assert asked.labels == ["Akkoord", "Liever niet"]


def test_the_question_is_in_the_language_that_was_written(api: FakeTelegram, bot: Bot) -> None:
    with bot.start() as run:
        (asked,) = Owner(api, run, NOOR).sends({"text": "hello, I have a small yoga studio and want more people"})
    assert asked.labels == ["I agree", "Rather not"]


def test_what_is_kept_can_be_asked_before_a_yes(api: FakeTelegram, bot: Bot) -> None:
    with bot.start() as run:
        noor = Owner(api, run, NOOR)
        noor.sends({"text": BAKERY})
        (told,) = noor.sends({"command": "/privacy"})
    assert "Na 365 dagen zonder bericht" in told.text
    assert told.labels == []
    assert bot.consents.standing(KEY) is Standing.ASKED


def test_a_burst_waits_as_one(api: FakeTelegram, bot: Bot) -> None:
    with bot.start(quiet=Quiet(ended=0.3, open=0.3, cut=0.3)) as run:
        noor = Owner(api, run, NOOR)
        api.say(NOOR, "hoi")
        assert len(noor.sends({"text": BAKERY})) == 1
        assert "Noor" in texts(noor.sends({"button": "Akkoord"}))


def test_consent_taken_back_keeps_nothing_more_until_it_is_given_again(api: FakeTelegram, bot: Bot) -> None:
    with bot.start() as run:
        noor = Owner(api, run, NOOR)
        noor.sends({"text": BAKERY})
        noor.sends({"button": "Akkoord"})
        assert noor.sends({"command": "/privacy"})[0].labels == ["Toestemming intrekken"]
        (revoked,) = noor.sends({"button": "Toestemming intrekken"})
        assert revoked.labels == ["Ja, wis alles", "Laat het rusten"]
        (rests,) = noor.sends({"button": "Laat het rusten"})
        assert "/delete" in rests.text
        noor.sends({"text": "we verkopen ook zuurdesem"})
        assert "zuurdesem" not in bot.known()
        noor.sends({"button": "Akkoord"})
        assert "zuurdesem" in bot.known()


def test_who_takes_it_back_can_have_all_erased_by_a_tap_and_a_yes_in_words(api: FakeTelegram, bot: Bot) -> None:
    with bot.start() as run:
        noor = Owner(api, run, NOOR)
        noor.sends({"text": BAKERY})
        noor.sends({"button": "Akkoord"})
        noor.sends({"command": "/privacy"})
        noor.sends({"button": "Toestemming intrekken"})
        noor.sends({"button": "Ja, wis alles"})
        assert "Alles is gewist" in texts(noor.sends({"text": "ja"}))
    assert "Kweepeer" not in bot.known()
    assert bot.consents.standing(KEY) is Standing.NEW


def test_who_talked_before_is_told_once_and_goes_on(api: FakeTelegram, bot: Bot) -> None:
    with running(api, ScriptedCoach(bot.stores.conversations), bot.stores) as run:
        Owner(api, run, NOOR).sends({"text": BAKERY})
    with bot.start() as run:
        noor = Owner(api, run, NOOR)
        first = noor.sends({"text": "ik wil meer vaste klanten"})
        assert "Nog even dit" in first[0].text
        assert len(first) > 1
        assert "Nog even dit" not in texts(noor.sends({"text": "mensen uit de buurt"}))


def test_where_owners_are_only_told_nobody_waits(api: FakeTelegram, bot: Bot) -> None:
    with bot.start(first=False) as run:
        assert "Noor" in texts(Owner(api, run, NOOR).sends({"text": BAKERY}))
    assert bot.consents.standing(KEY) is Standing.AGREED


def test_everything_that_is_kept_comes_as_one_file(api: FakeTelegram, bot: Bot) -> None:
    with bot.start() as run:
        noor = Owner(api, run, NOOR)
        noor.sends({"text": BAKERY})
        noor.sends({"button": "Akkoord"})
        sent = noor.sends({"command": "/mydata"})
    name, content = sent[0].document or ("", b"")
    assert name == "mijn-gegevens.zip"
    pack = ZipFile(BytesIO(content))
    own = json.loads(pack.read("mijn-gegevens.json"))
    assert BAKERY in str(own["talks"][0]["transcript"]["lines"])
    assert own["consent"]["version"]
    readable = pack.read("lees-mij.html").decode()
    assert "Kweepeer" in readable
    assert "Je ging op" in readable
