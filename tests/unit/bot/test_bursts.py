"""What lies together in a chat is one burst, and is answered once the owner is quiet."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from telegram import Bot

from bot.bursts import Burst, Bursts, Quiet, said_in
from bot.updates import arrival_of
from coaching.message import Message, MessageKind
from coaching.records import Arrival

BOT = Bot("1:a")
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
QUIET = Quiet(ended=0.5, open=1, cut=2, longest=5)
CHAT = {"id": 7, "type": "private"}
NOOR = {"id": 7, "is_bot": False, "first_name": "Noor"}
PHOTO = [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]


def came(number: int, ago: float = 100.0, **content: Any) -> Arrival:
    base = {"message_id": number, "date": 5, "chat": CHAT, "from": NOOR}
    if "data" in content:
        query = {"id": "q", "from": NOOR, "chat_instance": "i", "message": base, **content}
        raw: dict[str, Any] = {"update_id": number, "callback_query": query}
    else:
        raw = {"update_id": number, content.pop("kind", "message"): {**base, **content}}
    return arrival_of(raw).model_copy(update={"at": NOW - timedelta(seconds=ago)})


def bursts(*arrivals: Arrival, quiet: Quiet | None = QUIET) -> list[list[int]]:
    return [[one.arrival.id for one in burst] for burst in Bursts(BOT, quiet).of(arrivals)]


def said(*arrivals: Arrival) -> Message | None:
    return said_in(Bursts(BOT, QUIET).of(arrivals)[0])


def pause(*arrivals: Arrival, quiet: Quiet | None = QUIET) -> float:
    found = Bursts(BOT, quiet, now=lambda: NOW)
    last: Burst = found.of(arrivals)[-1]
    return found.pause(last)


def test_a_burst_is_heard_as_one_message() -> None:
    heard = said(came(1, text="a"), came(2, text="b"), came(3, text="c"))
    assert heard
    assert heard.parts == ("a", "b", "c")


def test_a_burst_of_one_is_heard_as_that_message() -> None:
    assert said(came(1, text="a")) == Message(kind=MessageKind.TEXT, text="a")


def test_what_says_nothing_to_the_coach_is_not_heard() -> None:
    assert said(came(1, kind="edited_message", text="a", edit_date=6)) is None


def test_words_that_lie_together_are_one_burst() -> None:
    assert bursts(came(1, text="ik heb een bakkerij"), came(2, text="in Gent"), came(3, text="hallo?")) == [[1, 2, 3]]


@pytest.mark.parametrize(
    "apart",
    [
        {"text": "/plan"},
        {"data": "answer:goal:repeat"},
        {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}},
        {"photo": PHOTO, "caption": "mijn etalage"},
        {"kind": "edited_message", "text": "in Brugge", "edit_date": 6},
    ],
)
def test_a_command_a_tap_an_edit_and_a_medium_stand_alone(apart: dict[str, Any]) -> None:
    assert bursts(came(1, text="a"), came(2, **dict(apart)), came(3, **dict(apart)), came(4, text="b")) == [
        [1],
        [2],
        [3],
        [4],
    ]


def test_the_pictures_of_an_album_are_one_burst() -> None:
    album = [came(number, photo=PHOTO, media_group_id=str(number // 3)) for number in (3, 4, 5, 6)]
    assert bursts(*album) == [[3, 4, 5], [6]]


def test_what_can_not_be_read_stands_alone() -> None:
    broken = Arrival(id=2, owner="telegram:7", body="{", at=NOW)
    assert bursts(came(1, text="a"), broken, came(3, text="b")) == [[1], [2], [3]]
    assert pause(broken) == 0


def test_without_a_quiet_every_message_is_answered_alone_and_at_once() -> None:
    assert bursts(came(1, text="a"), came(2, text="b"), quiet=None) == [[1], [2]]
    assert pause(came(1, ago=0, text="a"), quiet=None) == 0


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("ik heb een bakkerij in Gent.", 0.5),
        ("en wat kost dat?", 0.5),
        ("ik heb een bakkerij", 1),
        ("35", 1),
        ("ik heb een bakkerij,", 2),
        ("we bakken brood en", 2),
        ("we bake bread and", 2),
        ("wacht…", 2),
        ("even denken...", 2),
    ],
)
def test_the_wait_is_as_long_as_more_is_likely(text: str, seconds: float) -> None:
    assert pause(came(1, ago=0, text=text)) == seconds


def test_what_waited_for_longer_is_answered_at_once() -> None:
    assert pause(came(1, ago=1.5, text="ik heb een bakkerij")) == 0
    assert pause(came(1, ago=0.75, text="ik heb een bakkerij")) == pytest.approx(0.25)


def test_the_wait_is_from_the_last_message_and_comes_to_an_end() -> None:
    assert pause(came(1, ago=2, text="een bakkerij"), came(2, ago=0, text="in Gent")) == 1
    assert pause(came(1, ago=4.5, text="een bakkerij"), came(2, ago=0, text="in Gent")) == pytest.approx(0.5)
    assert pause(came(1, ago=6, text="een bakkerij"), came(2, ago=0, text="in Gent")) == 0


def test_a_clock_that_was_put_back_makes_nobody_wait_for_long() -> None:
    assert pause(came(1, ago=-3600, text="een bakkerij")) == 1


@pytest.mark.parametrize("at_once", [{"text": "/plan"}, {"data": "x"}])
def test_a_command_and_a_tap_are_never_kept_waiting(at_once: dict[str, Any]) -> None:
    assert pause(came(1, ago=0, text="een bakkerij"), came(2, ago=0, **at_once)) == 0
