"""What becomes of replies that can't be sent at once, on SQLite and on PostgreSQL."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from coaching.message import Message, MessageKind, Reply
from coaching.records import Arrival, Turn
from storage.conversations import DatabaseConversations
from storage.inbox import DatabaseInbox
from storage.leases import SoleLeases
from storage.outbox import ATTEMPTS, DatabaseOutbox
from tests.contracts.databases import DATABASES, opened

NOOR, ANN = "telegram:7", "telegram:8"


@dataclass
class Clock:
    """A clock that a test puts forward and back."""

    at: datetime = field(default_factory=lambda: datetime(2026, 3, 1, 12, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.at

    def pass_(self, **much: float) -> None:
        self.at += timedelta(**much)


class Store:
    def __init__(self, database, clock: Clock) -> None:
        self.clock = clock
        self.conversations = DatabaseConversations(database, clock)
        self.outbox = DatabaseOutbox(database, clock)
        self.inbox = DatabaseInbox(database, clock)
        self.leases = SoleLeases(database, "telegram:", clock)

    def turn(self, owner: str = NOOR, *texts: str, **more) -> list[int]:
        conversation = self.conversations.open(owner)
        turn = Turn(
            conversation=conversation,
            message=Message(kind=MessageKind.TEXT, text="hallo"),
            state=conversation.state,
            profile=conversation.profile,
            replies=tuple(Reply(text=text) for text in texts or ("dag",)),
            **more,
        )
        return [outgoing.id for outgoing in self.conversations.record(turn)]

    def waiting(self, owner: str = NOOR) -> list[str]:
        return [outgoing.reply.text for outgoing in self.conversations.unsent(owner)]


@pytest.fixture(params=DATABASES)
def store(request, tmp_path) -> Store:
    return Store(opened(request, tmp_path), Clock())


def test_a_reply_that_is_held_waits_with_all_behind_it(store):
    first, _ = store.turn(NOOR, "een", "twee")
    assert store.leases.due() == (NOOR,)
    store.outbox.hold(first, 5, "429", parts=2)
    held = store.conversations.unsent(NOOR)[0]
    assert (held.wait, held.attempts, held.parts) == (5, 1, 2)
    assert store.leases.due() == ()
    store.clock.pass_(seconds=5)
    assert store.conversations.unsent(NOOR)[0].wait == 0
    assert store.leases.due() == (NOOR,)


def test_one_that_is_held_holds_nobody_else(store):
    (first,) = store.turn(NOOR)
    store.turn(ANN)
    store.outbox.hold(first, 60, "429")
    assert store.leases.due() == (ANN,)


def test_what_came_in_waits_behind_a_reply_that_is_held(store):
    (first,) = store.turn(NOOR)
    store.outbox.hold(first, 60, "429")
    store.inbox.store([Arrival(id=1, owner=NOOR, body="{}")])
    assert store.leases.due() == ()


def test_a_clock_that_is_put_back_does_not_make_a_reply_wait_longer(store):
    (first,) = store.turn(NOOR)
    store.outbox.hold(first, 5, "429")
    store.clock.pass_(hours=-3)
    assert store.leases.due() == (NOOR,)
    assert store.conversations.unsent(NOOR)[0].wait == 0


def test_a_clock_that_jumps_ahead_gives_nothing_up(store):
    (first,) = store.turn(NOOR)
    store.outbox.hold(first, 5, "429")
    store.clock.pass_(days=400)
    store.outbox.sweep()
    assert store.waiting() == ["dag"]


def test_what_failed_for_a_day_is_a_dead_letter_and_holds_up_no_other(store):
    first, _ = store.turn(NOOR, "een", "twee")
    for _ in range(ATTEMPTS):
        store.outbox.hold(first, 5, "NetworkError")
    store.outbox.sweep()
    assert store.outbox.dead_letters() == ()
    store.clock.pass_(days=1, minutes=1)
    store.outbox.sweep()
    (letter,) = store.outbox.dead_letters()
    assert (letter.id, letter.owner, letter.text, letter.problem) == (first, NOOR, "een", "NetworkError")
    assert store.waiting() == ["twee"]
    assert store.leases.due() == (NOOR,)


def test_a_dead_letter_can_be_sent_after_all_or_thrown_away(store):
    one, two, three = store.turn(NOOR, "een", "twee", "drie")
    for letter in (one, two, three):
        store.outbox.bury(letter, "Bad Request")
    assert store.leases.due() == ()
    assert store.outbox.retry([two]) == 1
    assert store.waiting() == ["twee"]
    assert store.outbox.drop([one, two]) == 1
    assert [letter.text for letter in store.outbox.dead_letters()] == ["drie"]
    assert store.outbox.retry() == 1
    assert store.waiting() == ["twee", "drie"]


def test_to_an_owner_who_cannot_be_reached_nothing_is_due_until_they_write(store):
    store.turn(NOOR, "een", "twee")
    store.outbox.unreachable(NOOR, "Forbidden")
    assert store.leases.due() == ()
    store.inbox.store([Arrival(id=1, owner=NOOR, body="{}")])
    assert store.leases.due() == (NOOR,)
    store.inbox.done(1)
    assert store.leases.due() == (NOOR,)
    assert store.waiting() == ["een", "twee"]


def test_what_nobody_came_back_for_in_a_day_is_a_dead_letter(store):
    store.turn(NOOR)
    store.outbox.unreachable(NOOR, "Forbidden: bot was blocked by the user")
    store.clock.pass_(days=1, minutes=1)
    store.outbox.sweep()
    assert [letter.problem for letter in store.outbox.dead_letters()] == ["Forbidden: bot was blocked by the user"]


def test_nothing_is_kept_for_an_erased_owner_who_cannot_be_reached(store):
    store.turn(NOOR)
    store.turn(NOOR, "alles is gewist", erases=True)
    store.outbox.unreachable(NOOR, "Forbidden")
    assert store.waiting() == []
    assert store.outbox.dead_letters() == ()


def test_erasing_takes_dead_letters_along(store):
    (first,) = store.turn(NOOR, "geheim")
    store.outbox.bury(first, "Bad Request")
    store.turn(NOOR, "alles is gewist", erases=True)
    assert store.outbox.dead_letters() == ()
    assert store.waiting() == ["alles is gewist"]


def test_a_reply_outside_a_talk_is_put_in_once_with_its_arrival(store):
    store.inbox.store([Arrival(id=1, owner=NOOR, body="{}")])
    for _ in range(2):
        store.outbox.put(NOOR, Reply(text="sorry"), 1)
    assert store.waiting() == ["sorry"]
    assert store.inbox.unworked(NOOR) == ()
    store.conversations.mark_sent([outgoing.id for outgoing in store.conversations.unsent(NOOR)])
    assert store.waiting() == []


def test_what_waits_for_a_group_moves_with_it_in_order(store):
    for text in ("een", "twee"):
        store.outbox.put("telegram:-5", Reply(text=text))
    store.outbox.move("telegram:-5", "telegram:-100")
    assert store.waiting("telegram:-5") == []
    assert store.waiting("telegram:-100") == ["een", "twee"]


def test_what_waits_for_another_medium_is_not_due(store):
    store.turn("terminal:noor")
    assert store.leases.due() == ()
