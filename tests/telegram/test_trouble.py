"""Faults of the line, of Telegram and of ourselves: nothing lost, nothing out of order."""

import logging
from collections.abc import Sequence

import pytest

from bot.ports import Stores
from coaching.message import Message, Reply
from coaching.ports import StaleConversationError
from storage.errors import StorageError
from tests.telegram.conftest import Start
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.fake_records import Fault
from tests.telegram.harness import Owner

NOOR, SAM = 7, 8


def three(owner: str, message: Message, number: int) -> Sequence[Reply]:
    return tuple(Reply(text=f"{message.text} {part}") for part in ("een", "twee", "drie"))


def test_after_429_the_same_is_sent_again_in_order_and_not_too_soon(api: FakeTelegram, start: Start) -> None:
    api.fail(Fault(429, retry_after=1, chat=NOOR))
    with start(three) as bot:
        Owner(api, bot, NOOR).sends({"text": "a"})
    assert api.texts(NOOR) == ["a een", "a twee", "a drie"]
    refused, again = [call.at for call in api.called("sendMessage")][:2]
    assert again - refused >= 1


def test_429_for_one_chat_does_not_halt_another(api: FakeTelegram, start: Start) -> None:
    api.fail(Fault(429, retry_after=3, chat=NOOR))
    with start(three):
        api.say(NOOR, "a")
        api.wait(lambda: api.called("sendMessage"))
        api.say(SAM, "b")
        api.wait_for(SAM, 3, timeout=2.5)
        assert api.texts(NOOR) == []


@pytest.mark.parametrize("code", [500, 502, 0])
def test_trouble_on_the_line_only_delays(api: FakeTelegram, start: Start, code: int) -> None:
    api.fail(Fault(code, times=2))
    api.fail(Fault(code, method="getUpdates", times=2))
    with start(three) as bot:
        Owner(api, bot, NOOR).sends({"text": "a"})
    assert api.texts(NOOR) == ["a een", "a twee", "a drie"]


def test_a_reply_whose_receipt_was_lost_comes_twice_rather_than_never(api: FakeTelegram, start: Start) -> None:
    api.fail(Fault(0, applied=True))
    with start(three) as bot:
        Owner(api, bot, NOOR).sends({"text": "a"})
    assert api.texts(NOOR) == ["a een", "a een", "a twee", "a drie"]


def test_to_an_owner_who_blocked_the_bot_nothing_is_sent_until_they_write_again(
    api: FakeTelegram, start: Start, stores: Stores
) -> None:
    with start(three) as bot:
        api.block(NOOR)
        api.say(NOOR, "a")
        api.wait(lambda: api.called("sendMessage") and not stores.leases.due())
        api.block(NOOR, blocked=False)
        Owner(api, bot, SAM).sends({"text": "a"})
        assert [call.given["chat_id"] for call in api.called("sendMessage")].count(str(NOOR)) == 1
        Owner(api, bot, NOOR).sends({"text": "b"})
    assert api.texts(NOOR) == ["a een", "a twee", "a drie", "b een", "b twee", "b drie"]


def test_a_message_that_telegram_refuses_is_sent_bare_and_holds_up_no_other(api: FakeTelegram, start: Start) -> None:
    api.fail(Fault(400, description="Bad Request: can't parse entities"))
    with start(three) as bot:
        Owner(api, bot, NOOR).sends({"text": "a<b"})
    assert api.texts(NOOR) == ["a<b een", "a<b twee", "a<b drie"]
    assert "parse_mode" not in api.replies(NOOR)[0].given


def test_a_fault_of_ours_is_told_with_a_reference_and_the_talk_goes_on(
    api: FakeTelegram, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    def says(owner: str, message: Message, number: int) -> Sequence[Reply]:
        if message.text == "stuk":
            raise ZeroDivisionError
        return (Reply(text=message.text),)

    with start(says) as bot:
        noor = Owner(api, bot, NOOR)
        (sorry,) = noor.sends({"text": "stuk"})
        (sent,) = noor.sends({"text": "heel"})
    reference = next(r.args[0] for r in caplog.records if r.msg.startswith("turn %s"))
    assert reference in sorry.text
    assert sent.text == "heel"


def test_what_takes_long_to_mend_is_told_once_and_answered_after_all(api: FakeTelegram, start: Start) -> None:
    tries_since_told: list[int] = []

    def says(owner: str, message: Message, number: int) -> Sequence[Reply]:
        if api.texts(NOOR):
            tries_since_told.append(number)
        if len(tries_since_told) < 2:
            raise StorageError("storage.full", place="here", problem="full")
        return (Reply(text="gelukt"),)

    with start(says) as bot:
        waits, answered = Owner(api, bot, NOOR, timeout=60).sends({"text": "hallo"})
    assert "niets te doen" in waits.text
    assert answered.text == "gelukt"


def test_what_passes_is_tried_again_without_a_word(api: FakeTelegram, start: Start) -> None:
    tries = []

    def says(owner: str, message: Message, number: int) -> Sequence[Reply]:
        tries.append(number)
        if len(tries) < 3:
            raise StaleConversationError
        return (Reply(text="gelukt"),)

    with start(says) as bot:
        (sent,) = Owner(api, bot, NOOR).sends({"text": "hallo"})
    assert (sent.text, len(tries)) == ("gelukt", 3)


def test_an_update_seen_twice_is_worked_once(api: FakeTelegram, start: Start) -> None:
    with start() as bot:
        update = api.say(NOOR, "hallo")
        api.wait(lambda: bot.settled(NOOR, update) and not api.pending())
        person = {"id": NOOR, "is_bot": False, "first_name": "Noor"}
        same = {"message_id": 1, "date": 1, "from": person, "chat": {"id": NOOR, "type": "private"}, "text": "hallo"}
        api.push({"message": same}, update_id=update)
        Owner(api, bot, NOOR).sends({"text": "en verder"})
    assert api.texts(NOOR) == ["1: text hallo", "2: text en verder"]


def test_numbers_that_begin_anew_below_the_old_ones_are_heard(api: FakeTelegram, start: Start, stores: Stores) -> None:
    with start() as bot:
        Owner(api, bot, NOOR).sends({"text": "hallo"})
    api._next_update = 1000
    with start():
        api.say(NOOR, "na een stille week")
        api.wait_for(NOOR, 2)
    assert api.texts(NOOR)[1] == "2: text na een stille week"


def test_an_update_that_cannot_be_read_holds_up_no_other(api: FakeTelegram, start: Start) -> None:
    api.push({"message": {"no": "date, no chat"}})
    api.say(NOOR, "hallo")
    with start():
        api.wait_for(NOOR, 1)
        api.wait(lambda: not api.pending())
    assert api.texts(NOOR) == ["1: text hallo"]


def test_the_token_is_not_in_the_logs(api: FakeTelegram, start: Start, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    api.fail(Fault(500, method="getUpdates"))
    api.fail(Fault(0, times=2))
    with start() as bot:
        Owner(api, bot, NOOR).sends({"text": "een geheim"})
    assert api.token not in caplog.text
    assert api.token.partition(":")[2] not in caplog.text
    assert "een geheim" not in caplog.text
