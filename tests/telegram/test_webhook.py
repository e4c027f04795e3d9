"""Updates by webhook: stored before they are answered, and worked as those of long polling are."""

import http.client
import json
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from bot.ports import Stores
from bot.webhook import Hook, secret_from
from coaching.message import Message, Reply
from coaching.records import Arrival
from journey.errors import CoachError
from storage.errors import StorageError
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.harness import Owner, Running, Says, ScriptedCoach, echo, free_port, running

NOOR, SAM = 7, 8
PATH = "/telegram/updates"


@pytest.fixture
def hook(api: FakeTelegram) -> Hook:
    port = free_port()
    return Hook(f"http://127.0.0.1:{port}{PATH}", secret_from(api.token), port=port)


@contextmanager
def listening(api: FakeTelegram, stores: Stores, hook: Hook, says: Says = echo) -> Iterator[Running]:
    with running(api, ScriptedCoach(stores.conversations, says), stores, hook=hook) as bot:
        api.wait(lambda: api.webhook and _listens(hook))
        yield bot


def _listens(hook: Hook) -> bool:
    try:
        socket.create_connection((hook.host, hook.port), 1).close()
    except OSError:
        return False
    return True


def call(hook: Hook, body: bytes, secret: str | None = None, method: str = "POST", path: str = PATH) -> int:
    connection = http.client.HTTPConnection(hook.host, hook.port, timeout=10)
    header = {"X-Telegram-Bot-Api-Secret-Token": hook.secret if secret is None else secret}
    connection.request(method, path, body, header)
    status = connection.getresponse().status
    connection.close()
    return status


def an_update(number: int = 5) -> bytes:
    chat = {"id": NOOR, "type": "private"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": {"id": NOOR, "is_bot": False, "first_name": "N"}}
    return json.dumps({"update_id": number, "message": {**message, "text": "hallo"}}).encode()


def test_a_conversation_goes_as_by_long_polling(api: FakeTelegram, stores: Stores, hook: Hook) -> None:
    with listening(api, stores, hook) as bot:
        noor = Owner(api, bot, NOOR)
        assert [sent.text for sent in noor.sends({"text": "ik heb een bakkerij"})] == ["1: text ik heb een bakkerij"]
        assert [sent.text for sent in noor.sends({"button": "Ja"})] == ["2: button answer:x:yes"]
    assert api.called("getUpdates") == []
    assert api.webhook
    assert set(api.webhook.answers) == {200}


def test_messages_of_one_chat_are_answered_in_order(api: FakeTelegram, stores: Stores, hook: Hook) -> None:
    for number in range(1, 31):
        api.say(NOOR, f"{number}")
        api.say(SAM, f"{number}")
    with listening(api, stores, hook):
        api.wait(lambda: len(api.replies(NOOR)) == len(api.replies(SAM)) == 30)
    assert api.texts(NOOR) == [f"{number}: text {number}" for number in range(1, 31)]


def test_only_who_knows_the_secret_is_heard(api: FakeTelegram, stores: Stores, hook: Hook) -> None:
    with listening(api, stores, hook):
        assert [call(hook, an_update(), secret) for secret in ("", "wrong", hook.secret + "x")] == [403] * 3
        assert stores.inbox.newest() is None
        assert call(hook, an_update()) == 200
        assert stores.inbox.newest() == 5


def test_an_update_is_stored_when_it_is_answered_and_worked_once(api: FakeTelegram, stores: Stores, hook: Hook) -> None:
    api.say(NOOR, "begin")
    with listening(api, stores, hook):
        api.wait_for(NOOR, 1)
        assert [call(hook, an_update(900_000_000)) for _ in range(3)] == [200] * 3
        assert stores.inbox.newest() == 900_000_000
        api.wait_for(NOOR, 2)
    assert api.texts(NOOR) == ["1: text begin", "2: text hallo"]


@pytest.mark.parametrize("body", [b"", b"no json", b"[]", b"{}", b'{"update_id": "x"}', b"\xff"])
def test_what_is_no_update_is_not_asked_for_again(api: FakeTelegram, stores: Stores, hook: Hook, body: bytes) -> None:
    with listening(api, stores, hook):
        assert call(hook, body) == 200
        assert stores.inbox.newest() is None


def test_other_calls_are_refused(api: FakeTelegram, stores: Stores, hook: Hook) -> None:
    with listening(api, stores, hook):
        assert call(hook, b"x" * (1 << 20) + b"x") == 413
        assert call(hook, b"", method="GET") == 405
        assert call(hook, an_update(), path="/other") == 404


class FullInbox:
    """An inbox whose disk is full for the first few updates."""

    def __init__(self, inbox: Any, times: int) -> None:
        self._inbox = inbox
        self._times = times

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inbox, name)

    def store(self, arrivals: Sequence[Arrival]) -> None:
        self._times -= 1
        if self._times >= 0:
            raise StorageError("storage.full", place="here", problem="full")
        self._inbox.store(arrivals)


def test_what_cannot_be_stored_stays_with_telegram_until_it_can(api: FakeTelegram, stores: Stores, hook: Hook) -> None:
    api.say(NOOR, "een")
    api.say(NOOR, "twee")
    with listening(api, replace(stores, inbox=FullInbox(stores.inbox, 3)), hook):
        api.wait_for(NOOR, 2)
        assert api.webhook
        assert api.webhook.answers[:3] == [503] * 3
    assert api.texts(NOOR) == ["1: text een", "2: text twee"]


def test_stopping_ends_the_turn_under_way(api: FakeTelegram, stores: Stores, hook: Hook) -> None:
    def says(owner: str, message: Message, number: int) -> Sequence[Reply]:
        time.sleep(1)
        return (Reply(text="klaar"),)

    with listening(api, stores, hook, says):
        api.say(NOOR, "hallo")
        api.wait(lambda: api.called("sendChatAction"))
    assert api.texts(NOOR) == ["klaar"]
    assert not _listens(hook)


def test_long_polling_takes_over_from_a_webhook(api: FakeTelegram, stores: Stores, hook: Hook) -> None:
    with listening(api, stores, hook) as bot:
        Owner(api, bot, NOOR).sends({"text": "een"})
    api.say(NOOR, "twee")
    with running(api, ScriptedCoach(stores.conversations), stores):
        api.wait_for(NOOR, 2)
    assert api.texts(NOOR) == ["1: text een", "2: text twee"]
    assert api.webhook is None


def test_a_port_that_is_taken_and_an_address_that_is_refused_say_so(
    api: FakeTelegram, stores: Stores, hook: Hook
) -> None:
    coach = ScriptedCoach(stores.conversations)
    with socket.create_server((hook.host, hook.port)), pytest.raises(CoachError) as taken:
        run_until_it_ends(api, coach, stores, hook)
    assert taken.value.key == "bot.port_taken"
    with pytest.raises(CoachError) as refused:
        run_until_it_ends(api, coach, stores, replace(hook, url="ftp://x"))
    assert refused.value.key == "bot.webhook_refused"


def run_until_it_ends(api: FakeTelegram, coach: ScriptedCoach, stores: Stores, hook: Hook) -> None:
    with running(api, coach, stores, hook=hook) as bot:
        api.wait(lambda: bot.errors)
