"""Who may ask, and what is remembered of how it went."""

import time

import pytest

from coaching.thinking import Errand
from coaching.usage import Spent
from llm.breaker import FAULTS
from llm.budget import Budget, Limits
from llm.faults import DEAD, Fault, FaultError
from llm.gate import Call, Gate, Question
from llm.turns import TurnAsked
from tests.fakes.usage import KeptUsage

NOOR = "telegram:7"
DEADLINE = 8.0


class BrokenUsage(KeptUsage):
    """A database that is away."""

    def note(self, owner: str, errand: Errand, spent: Spent) -> None:
        raise OSError("no database")


@pytest.fixture
def calls() -> list[Call]:
    return []


@pytest.fixture
def gate(calls: list[Call]) -> Gate:
    return Gate(Budget(KeptUsage(), Limits()), DEADLINE, calls.append)


def question(left: float = DEADLINE) -> Question:
    return Question(Errand.PLAN, TurnAsked(NOOR, time.monotonic() + left))


def ends(gate: Gate, fault: Fault, left: float = DEADLINE, times: int = FAULTS) -> None:
    for _ in range(times):
        asked = question(left)
        gate.enter(asked)
        gate.leave(asked, FaultError(fault))


@pytest.mark.parametrize("fault", sorted(DEAD))
def test_a_server_that_is_dead_is_left_alone(gate: Gate, fault: Fault) -> None:
    ends(gate, fault)
    with pytest.raises(FaultError, match=Fault.PAUSED):
        gate.enter(question())


@pytest.mark.parametrize("fault", [Fault.REFUSED, Fault.FILTERED, Fault.LENGTH, Fault.EMPTY, Fault.MISSHAPEN])
def test_a_server_that_answers_badly_is_not_dead(gate: Gate, fault: Fault) -> None:
    ends(gate, fault)
    gate.enter(question())


def test_silence_counts_only_where_there_was_time_to_speak(gate: Gate) -> None:
    ends(gate, Fault.TIMEOUT, left=DEADLINE / 4)
    gate.enter(question())


def test_nothing_is_asked_when_the_turn_is_as_good_as_over(gate: Gate) -> None:
    with pytest.raises(FaultError, match=Fault.LATE):
        gate.enter(question(left=0.05))


def test_trouble_in_counting_costs_no_answer(calls: list[Call]) -> None:
    gate = Gate(Budget(BrokenUsage(), Limits()), DEADLINE, calls.append)
    asked = question()
    gate.enter(asked)
    asked.meter.sends("hallo")
    gate.leave(asked)
    assert [(call.outcome, call.tokens_in) for call in calls] == [("ok", 2)]
