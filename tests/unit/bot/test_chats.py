import asyncio
from collections.abc import Callable

import pytest

from bot.chats import Chats
from bot.patience import delays, patient


def test_one_owner_is_worked_once_at_a_time_and_again_when_woken_meanwhile() -> None:
    seen: list[str] = []

    async def work(owner: str, _: Callable[[], bool]) -> None:
        seen.append(f"{owner} begins")
        await asyncio.sleep(0.01)
        seen.append(f"{owner} ends")

    async def main() -> None:
        chats = Chats(work)
        for _ in range(3):
            chats.wake("noor")
            await asyncio.sleep(0)
        await asyncio.sleep(0.1)
        await chats.close(1)

    asyncio.run(main())
    assert seen == ["noor begins", "noor ends"] * 2


def test_work_that_fails_is_taken_up_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.chats.delays", lambda: delays(first=0.01))
    tries: list[str] = []

    async def work(owner: str, _: Callable[[], bool]) -> None:
        tries.append(owner)
        if len(tries) < 3:
            raise ValueError

    async def main() -> None:
        chats = Chats(work)
        chats.wake("noor")
        await asyncio.sleep(0.2)

    asyncio.run(main())
    assert tries == ["noor"] * 3


def test_closing_waits_for_work_and_stops_what_takes_too_long() -> None:
    ended: list[str] = []

    async def work(owner: str, goes_on: Callable[[], bool]) -> None:
        await asyncio.sleep(0.01 if owner == "quick" else 10)
        ended.append(f"{owner} {goes_on()}")

    async def main() -> None:
        chats = Chats(work)
        chats.wake("quick")
        chats.wake("slow")
        await asyncio.sleep(0)
        await chats.close(0.1)
        chats.wake("late")

    asyncio.run(main())
    assert ended == ["quick False"]


def test_patience_lasts_until_it_works() -> None:
    tries: list[int] = []

    def call(number: int) -> int:
        tries.append(number)
        if len(tries) < 2:
            raise OSError("database is locked")
        return number

    assert asyncio.run(patient(call, 3)) == 3


def test_delays_grow_to_a_limit() -> None:
    waits = [wait for wait, _ in zip(delays(1, 8), range(6), strict=False)]
    assert waits == [pytest.approx(expected, rel=0.2) for expected in (1, 2, 4, 8, 8, 8)]
