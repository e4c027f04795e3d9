"""Messages that belong together: bursts are answered once, edits correct what they said."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest

from bot.bursts import Quiet
from bot.ports import Stores
from coaching.coach import Coach
from coaching.message import Message, Reply
from coaching.planning.composer import Composer
from coaching.ports import Library, Understands
from journey.profile import ProfileField
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.harness import Owner, Running, ScriptedCoach, Worked, running

NOOR, SAM = 7, 8
#: Long enough that a slow machine still sees a burst as one.
QUIET = Quiet(ended=1, open=1, cut=1, longest=20)


def parts(owner: str, message: Message, number: int) -> Sequence[Reply]:
    return (Reply(text=" | ".join(message.parts)),)


@pytest.fixture
def coach(stores: Stores, library: Library, understanding: Understands) -> Coach:
    return Coach(stores.conversations, library, understanding, Composer(library))


@contextmanager
def talking(api: FakeTelegram, coach: Coach, stores: Stores) -> Iterator[tuple[Running, Owner]]:
    with running(api, coach, stores) as bot:
        yield bot, Owner(api, bot, NOOR)


def test_three_messages_in_a_row_are_answered_once(api: FakeTelegram, stores: Stores) -> None:
    with running(api, ScriptedCoach(stores.conversations, parts), stores, quiet=QUIET) as bot:
        for text in ("ik heb een bakkerij", "in Gent", "die heet Molenzicht"):
            last = api.say(NOOR, text)
        api.wait(lambda: bot.settled(NOOR, last))
        assert api.texts(NOOR) == ["ik heb een bakkerij | in Gent | die heet Molenzicht"]


def test_what_came_while_the_bot_was_off_is_answered_without_waiting(api: FakeTelegram, stores: Stores) -> None:
    patience = Quiet(ended=0, open=0, cut=0, longest=0)
    for text in ("ik heb een bakkerij", "in Gent"):
        last = api.say(NOOR, text)
    with running(api, ScriptedCoach(stores.conversations, parts), stores, quiet=patience) as bot:
        api.wait(lambda: bot.settled(NOOR, last))
    assert api.texts(NOOR) == ["ik heb een bakkerij | in Gent"]


def test_a_command_within_a_burst_is_a_turn_of_its_own_in_its_place(api: FakeTelegram, stores: Stores) -> None:
    for text in ("een", "twee", "/plan", "drie", "vier"):
        last = api.say(NOOR, text)
    with running(api, ScriptedCoach(stores.conversations, parts), stores, quiet=QUIET) as bot:
        api.wait(lambda: bot.settled(NOOR, last))
    assert api.texts(NOOR) == ["een | twee", "/plan", "drie | vier"]


def test_what_comes_while_a_turn_is_under_way_is_answered_together_after_it(api: FakeTelegram, stores: Stores) -> None:
    free = threading.Event()

    def slowly(owner: str, message: Message, number: int) -> Sequence[Reply]:
        if message.text == "een":
            assert free.wait(20)
        return parts(owner, message, number)

    with running(api, ScriptedCoach(stores.conversations, slowly), stores, quiet=QUIET) as bot:
        api.say(NOOR, "een")
        api.wait(lambda: api.called("sendChatAction"))
        for text in ("twee", "drie"):
            last = api.say(NOOR, text)
        api.wait(lambda: len(stores.inbox.unworked(f"telegram:{NOOR}")) == 3)
        free.set()
        api.wait(lambda: bot.settled(NOOR, last))
    assert api.texts(NOOR) == ["een", "twee | drie"]


def test_a_chat_that_waits_for_more_keeps_no_other_waiting(api: FakeTelegram, stores: Stores) -> None:
    endless = Quiet(ended=0, open=60, cut=60, longest=60)
    with running(api, ScriptedCoach(stores.conversations, parts), stores, quiet=endless):
        api.say(NOOR, "ik heb een bakkerij en")
        api.wait(lambda: stores.inbox.unworked(f"telegram:{NOOR}"))
        api.say(SAM, "hallo.")
        api.wait_for(SAM, 1)
        assert api.texts(NOOR) == []


def test_a_bot_that_is_stopped_while_it_waits_for_more_answers_after_it_starts(
    api: FakeTelegram, stores: Stores
) -> None:
    endless = Quiet(ended=60, open=60, cut=60, longest=60)
    coach = ScriptedCoach(stores.conversations, parts)
    with running(api, coach, stores, quiet=endless, grace=0.1):
        for text in ("een", "twee"):
            last = api.say(NOOR, text)
        api.wait(lambda: len(stores.inbox.unworked(f"telegram:{NOOR}")) == 2)
    assert api.texts(NOOR) == []
    with running(api, coach, stores, quiet=QUIET) as bot:
        api.wait(lambda: bot.settled(NOOR, last))
    assert api.texts(NOOR) == ["een | twee"]


def test_a_part_of_a_burst_that_another_worker_did_is_not_done_again(api: FakeTelegram, stores: Stores) -> None:
    """Between the reading of a burst and its turn, its first message is worked elsewhere."""

    class Raced(ScriptedCoach):
        def take(self, owner: str, message: Message, *arrivals: int, drafts: object = None) -> Worked:
            if len(arrivals) == 3:
                super().take(owner, Message(kind=message.kind, text="elders"), arrivals[0])
            return super().take(owner, message, *arrivals)

    for text in ("een", "twee", "drie"):
        last = api.say(NOOR, text)
    with running(api, Raced(stores.conversations, parts), stores, quiet=QUIET) as bot:
        api.wait(lambda: bot.settled(NOOR, last))
    assert api.texts(NOOR) == ["elders", "twee", "drie"]


def test_a_fault_in_a_burst_is_told_once_and_the_talk_goes_on(api: FakeTelegram, stores: Stores) -> None:
    def broken(owner: str, message: Message, number: int) -> Sequence[Reply]:
        if message.before:
            raise RuntimeError("a fault of ours")
        return parts(owner, message, number)

    for text in ("een", "twee"):
        last = api.say(NOOR, text)
    with running(api, ScriptedCoach(stores.conversations, broken), stores, quiet=QUIET) as bot:
        api.wait(lambda: bot.settled(NOOR, last))
        assert len(api.texts(NOOR)) == 1
        last = api.say(NOOR, "drie")
        api.wait(lambda: bot.settled(NOOR, last))
    assert api.texts(NOOR)[1:] == ["drie"]


def test_facts_of_a_burst_are_all_heard_and_asked_on_once(api: FakeTelegram, stores: Stores, coach: Coach) -> None:
    for text in ("ik heb een bakkerij", "in Gent", "die heet Molenzicht"):
        last = api.say(NOOR, text)
    with running(api, coach, stores, quiet=QUIET) as bot:
        api.wait(lambda: bot.settled(NOOR, last))
    known = stores.conversations.open(f"telegram:{NOOR}").profile
    assert known.text(ProfileField.LOCATION) == "Gent"
    assert known.text(ProfileField.BUSINESS_NAME) == "Molenzicht"
    assert sum("?" in text for text in api.texts(NOOR)) == 1


def test_an_edited_message_corrects_the_fact_it_gave(api: FakeTelegram, stores: Stores, coach: Coach) -> None:
    with talking(api, coach, stores) as (bot, noor):
        noor.sends({"text": "ik heb een bakkerij in Gent"})
        before = len(api.replies(NOOR))
        update = api.edit(NOOR, "ik heb een bakkerij in Brugge", of="Gent")
        api.wait(lambda: bot.settled(NOOR, update))
        again = api.edit(NOOR, "ik heb een bakkerij in Aalst", of="Brugge")
        api.wait(lambda: bot.settled(NOOR, again))
    assert api.texts(NOOR)[before:] == ["Aangepast. Plaats: Brugge.", "Aangepast. Plaats: Aalst."]


def test_an_edit_that_gave_and_gives_no_fact_is_passed_over_in_silence(
    api: FakeTelegram, stores: Stores, coach: Coach
) -> None:
    with talking(api, coach, stores) as (bot, noor):
        noor.sends({"text": "hallo"})
        noor.sends({"command": "/help"})
        before = len(api.replies(NOOR))
        for text, of in (("hallo daar", "hallo"), ("/plan", "/help"), ("van vroeger", "")):
            last = api.edit(NOOR, text, of)
        api.wait(lambda: bot.settled(NOOR, last))
        assert len(api.replies(NOOR)) == before


def test_an_edit_in_a_talk_about_another_business_changes_nothing(
    api: FakeTelegram, stores: Stores, coach: Coach
) -> None:
    with talking(api, coach, stores) as (bot, noor):
        noor.sends({"text": "ik heb een bakkerij in Gent"})
        noor.sends({"command": "/new"})
        noor.sends({"button": "Een nieuwe zaak"})
        before = len(api.replies(NOOR))
        last = api.edit(NOOR, "ik heb een bakkerij in Brugge", of="Gent")
        api.wait(lambda: bot.settled(NOOR, last))
        assert len(api.replies(NOOR)) == before
    assert ProfileField.LOCATION not in stores.conversations.open(f"telegram:{NOOR}").profile
