"""A coach takes a talk over on Telegram: the bot is silent, the coach writes, and the bot goes on where it was."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.ports import Stores
from coaching.coach import Coach
from coaching.desk.acting import Acting
from coaching.desk.records import Opened, Status
from coaching.desk.staff import Reader
from coaching.planning.composer import Composer
from coaching.understanding import Understanding
from storage.conversations import DatabaseConversations
from storage.desk.desk import DatabaseDesk
from storage.desk.reviews import DatabaseReviews
from storage.engine import open_database
from storage.inbox import DatabaseInbox
from storage.leases import SoleLeases
from storage.outbox import DatabaseOutbox
from tests.fakes.library import FakeLibrary
from tests.sqlite import new_database
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.fake_records import Sent
from tests.telegram.harness import Owner, Running, running

NOOR = 7
MIEKE = Reader(agency="main", code="mieke", name="Mieke")
BAKERY = "Dag, ik heb een bakkerij in Gent, desembrood vanaf 4 euro. Ik zit op Instagram. 2 uur per week, geen geld."


@dataclass
class Desk:
    """What a coach sees and does of Noor's talk."""

    stores: Stores
    desk: DatabaseDesk
    acting: Acting
    coach: Coach

    @property
    def opened(self) -> Opened:
        found = self.desk.opened(MIEKE, self.stores.conversations.open(f"telegram:{NOOR}").id)
        assert found is not None
        return found

    def does(self, act: str, *given: object) -> None:
        getattr(self.acting, act)(MIEKE, self.opened.head.id, self.opened.revision, *given)

    def reaches(self, api: FakeTelegram, bot: Running, act: str, *given: object) -> list[Sent]:
        """What Noor gets when the coach does this, without having written anything."""
        before = len(api.replies(NOOR))
        self.does(act, *given)
        api.wait(lambda: len(api.replies(NOOR)) > before and not bot.stores.conversations.unsent(f"telegram:{NOOR}"))
        return api.replies(NOOR)[before:]


@pytest.fixture
def desk(tmp_path: Path, library: FakeLibrary, understanding: Understanding) -> Desk:
    database, composer = open_database(new_database(tmp_path)), Composer(library)
    conversations, read = DatabaseConversations(database), DatabaseDesk(database)
    stores = Stores(conversations, DatabaseInbox(database), DatabaseOutbox(database), SoleLeases(database, "telegram:"))
    acting = Acting(read, DatabaseReviews(database), library, understanding, composer)
    return Desk(stores, read, acting, Coach(conversations, library, understanding, composer))


def test_the_bot_is_silent_while_a_coach_writes_and_goes_on_at_its_question(api: FakeTelegram, desk: Desk) -> None:
    with running(api, desk.coach, desk.stores) as bot:
        noor = Owner(api, bot, NOOR)
        asked = noor.sends({"text": BAKERY})[-1]
        assert "schrijft Mieke zelf" in desk.reaches(api, bot, "take_over")[0].text
        assert noor.sends({"text": "ik wil meer klanten voor taarten"}) == []
        assert noor.sends({"media": "voice"}) == []
        assert desk.reaches(api, bot, "write", "Welke taart loopt het best?")[0].text == "Welke taart loopt het best?"
        assert noor.sends({"text": "de kersentaart"}) == []
        (back,) = desk.reaches(api, bot, "hand_back")
        assert back.labels == asked.labels
        assert noor.sends({"text": "nieuwe klanten uit de buurt"}) != []
    written = [(line.sender, line.by) for line in desk.opened.lines if line.text == "Welke taart loopt het best?"]
    assert written == [("coach", "mieke")]
    assert "de kersentaart" in [line.text for line in desk.opened.lines]


def test_what_is_an_owners_right_is_answered_without_a_question(api: FakeTelegram, desk: Desk) -> None:
    with running(api, desk.coach, desk.stores) as bot:
        noor = Owner(api, bot, NOOR)
        noor.sends({"text": BAKERY})
        desk.reaches(api, bot, "take_over")
        for command in ("/privacy", "/help", "/mydata"):
            (answer,) = noor.sends({"command": command})
            assert not answer.text.rstrip().endswith("?")
        assert "Alles is gewist" in _erased(noor)


def _erased(noor: Owner) -> str:
    noor.sends({"command": "/delete"})
    return noor.sends({"button": "Ja, wis alles"})[0].text


def test_a_question_of_the_coach_reaches_the_owner_and_the_answer_is_heard(api: FakeTelegram, desk: Desk) -> None:
    with running(api, desk.coach, desk.stores) as bot:
        noor = Owner(api, bot, NOOR)
        noor.sends({"text": BAKERY})
        (asked,) = desk.reaches(api, bot, "ask", "Heb je ook een webwinkel?")
        assert "Mieke" in asked.text
        assert "Heb je ook een webwinkel?" in asked.text
        assert noor.sends({"text": "nee, alleen de winkel"}) != []


def test_the_owner_hears_that_the_plan_is_approved(api: FakeTelegram, desk: Desk) -> None:
    with running(api, desk.coach, desk.stores) as bot:
        noor = Owner(api, bot, NOOR)
        noor.sends({"text": BAKERY})
        while not desk.opened.plans:
            noor.sends({"command": "/plan"} if desk.opened.state.phase == "interview" else {"text": "ja"})
        (told,) = desk.reaches(api, bot, "approve")
    assert "Mieke" in told.text
    assert desk.opened.head.status is Status.APPROVED
