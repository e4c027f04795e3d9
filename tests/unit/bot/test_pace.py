"""How fast messages go out, with a clock that only moves when one has to wait."""

import asyncio

import pytest

from bot.pace import Limits, Pace


class Clock:
    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


def times(pace: Pace, clock: Clock, chats: list[int]) -> list[float]:
    """When each of these messages goes, if they are sent one after the other."""
    sent = []
    for chat in chats:
        clock.at += pace.chat_delay(chat)
        clock.at += pace.bot_delay()
        sent.append(round(clock.at, 3))
    return sent


def test_a_chat_gets_a_short_burst_and_then_one_a_second(clock):
    assert times(Pace(Limits(), clock), clock, [7] * 6) == [0, 0, 0, 1, 2, 3]


def test_after_silence_a_burst_is_allowed_anew(clock):
    pace = Pace(Limits(), clock)
    times(pace, clock, [7] * 3)
    clock.at += 10
    assert times(pace, clock, [7] * 4) == [10, 10, 10, 11]


def test_one_chat_does_not_slow_another(clock):
    pace = Pace(Limits(rush=10), clock)
    for _ in range(5):
        pace.chat_delay(7)
    assert pace.chat_delay(8) == 0


@pytest.mark.parametrize("share", [1.0, 0.25])
def test_no_second_has_more_than_the_bot_may_send_whatever_its_share(clock, share):
    pace = Pace(Limits(), clock)
    pace.share(share)
    sent = times(pace, clock, list(range(200)))
    assert max(sum(1 for at in sent if start <= at < start + 1) for start in sent) <= 30
    assert sent[-1] == pytest.approx(200 / 28 / share, rel=0.05)


def test_demand_is_what_went_and_what_waits(clock):
    async def main() -> list[int]:
        pace = Pace(Limits(chat=1, burst=1))
        waiting = [asyncio.create_task(pace.wait(7)) for _ in range(3)]
        await asyncio.sleep(0)
        seen = [pace.demand(), pace.demand()]
        for task in waiting:
            task.cancel()
        return seen

    assert asyncio.run(main()) == [3, 2]


def test_those_who_wait_go_faster_when_the_share_grows():
    async def main() -> float:
        pace = Pace(Limits(rush=1))
        pace.share(0.1)
        began = asyncio.get_running_loop().time()
        waiting = [asyncio.create_task(pace.wait(chat)) for chat in range(20)]
        await asyncio.sleep(0)
        pace.share(1)
        await asyncio.gather(*waiting)
        return asyncio.get_running_loop().time() - began

    assert asyncio.run(main()) < 20 / 30 / 0.1 / 2


def test_a_single_429_slows_nobody_else(clock):
    pace = Pace(Limits(), clock)
    pace.refused(7)
    pace.refused(7)
    assert pace.rate == 28


def test_a_storm_of_429_slows_all_and_the_pace_comes_back(clock):
    pace = Pace(Limits(), clock)
    for chat in range(6):
        pace.refused(chat)
    assert pace.rate == 7
    clock.at += 60
    assert pace.rate == 28


def test_a_storm_never_stops_all(clock):
    pace = Pace(Limits(), clock)
    for chat in range(1000):
        pace.refused(chat)
    assert 0.5 < pace.rate < 1
    assert times(pace, clock, range(5))[-1] < 3
