"""A dead model is left alone for a while, then tried with one question."""

from dataclasses import dataclass

import pytest

from llm.breaker import FAULTS, FIRST_PAUSE, LONGEST_PAUSE, Breaker


@dataclass
class Clock:
    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker(clock)


def fail(breaker: Breaker, times: int = FAULTS) -> None:
    for _ in range(times):
        assert breaker.admits()
        breaker.failed("server")


def test_a_fault_now_and_then_stops_nobody(breaker: Breaker) -> None:
    for _ in range(5):
        fail(breaker, FAULTS - 1)
        breaker.worked()
    assert breaker.admits()


def test_several_in_a_row_leave_the_model_alone(breaker: Breaker, clock: Clock) -> None:
    fail(breaker)
    assert not breaker.admits()
    clock.now += FIRST_PAUSE - 1
    assert not breaker.admits()


def test_after_the_pause_one_question_goes_first(breaker: Breaker, clock: Clock) -> None:
    fail(breaker)
    clock.now += FIRST_PAUSE
    assert breaker.admits()
    assert not breaker.admits()
    breaker.worked()
    assert breaker.admits()
    assert breaker.admits()


def test_each_pause_is_twice_as_long_up_to_a_limit(breaker: Breaker, clock: Clock) -> None:
    fail(breaker)
    pause = FIRST_PAUSE
    for _ in range(6):
        clock.now += pause
        fail(breaker, 1)
        pause = min(2 * pause, LONGEST_PAUSE)
        clock.now += pause - 1
        assert not breaker.admits()
        clock.now += 1 - pause
    assert pause == LONGEST_PAUSE


def test_a_first_question_of_which_nothing_can_be_said_lets_another_try(breaker: Breaker, clock: Clock) -> None:
    fail(breaker)
    clock.now += FIRST_PAUSE
    assert breaker.admits()
    breaker.undecided()
    assert breaker.admits()


def test_a_server_that_asks_for_time_gets_it_at_once(breaker: Breaker, clock: Clock) -> None:
    assert breaker.admits()
    breaker.failed("busy", 90)
    clock.now += 89
    assert not breaker.admits()
    clock.now += 1
    assert breaker.admits()


def test_an_answer_to_an_earlier_question_does_not_end_the_pause(breaker: Breaker) -> None:
    assert breaker.admits()
    assert breaker.admits()
    breaker.failed("busy", 90)
    breaker.worked()
    assert not breaker.admits()


def test_a_longer_wait_is_kept_where_a_shorter_one_runs(breaker: Breaker, clock: Clock) -> None:
    for wait in (90, 10):
        breaker.failed("busy", wait)
    clock.now += 80
    assert not breaker.admits()
