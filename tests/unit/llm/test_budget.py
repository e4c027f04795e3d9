"""What may be spent: looked at before each question, told once."""

import logging

import pytest

from coaching.thinking import Errand
from coaching.usage import Spent
from llm.budget import Budget, Limits
from llm.faults import Fault
from tests.fakes.usage import KeptUsage

NOOR, SAM = "telegram:7", "telegram:8"


def test_without_limits_nothing_is_ever_spent() -> None:
    budget = Budget(KeptUsage(), Limits())
    budget.charge(NOOR, Errand.PLAN, 10**9, 10**9)
    assert budget.fault(NOOR) is None


def test_a_day_is_spent_for_one_owner_alone() -> None:
    budget = Budget(KeptUsage(), Limits(daily_tokens=100))
    budget.charge(NOOR, Errand.PLAN, 60, 39)
    assert budget.fault(NOOR) is None
    budget.charge(NOOR, Errand.THEORY, 1, 0)
    assert budget.fault(NOOR) is Fault.SPENT_TODAY
    assert budget.fault(SAM) is None


@pytest.mark.parametrize("limits", [Limits(monthly_tokens=2000), Limits(monthly_cost=3, price_in=1000, price_out=2000)])
def test_a_month_is_spent_for_everybody(limits: Limits) -> None:
    budget = Budget(KeptUsage(), limits)
    budget.charge(NOOR, Errand.PLAN, 999, 1000)
    assert budget.fault(SAM) is None
    budget.charge(NOOR, Errand.PLAN, 1, 0)
    assert budget.fault(SAM) is Fault.SPENT_THIS_MONTH


def test_prices_are_for_a_million_tokens() -> None:
    assert Limits(price_in=2.5, price_out=10).spent(200_000, 50_000) == Spent(1, 200_000, 50_000, 1.0)


def test_what_other_workers_spend_is_seen_before_long() -> None:
    usage, now = KeptUsage(), [0.0]
    budget = Budget(usage, Limits(monthly_tokens=100), lambda: now[0])
    assert budget.fault(NOOR) is None
    usage.note(SAM, Errand.PLAN, Spent(1, 100, 0))
    now[0] += 60
    assert budget.fault(NOOR) is Fault.SPENT_THIS_MONTH


def test_it_is_logged_once_a_day_and_owner(caplog: pytest.LogCaptureFixture) -> None:
    budget = Budget(KeptUsage(), Limits(daily_tokens=1))
    for owner in (NOOR, SAM):
        budget.charge(owner, Errand.PLAN, 1, 0)
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            budget.fault(NOOR), budget.fault(SAM)
    assert [record.getMessage().rpartition(" ")[2] for record in caplog.records] == [NOOR, SAM]
