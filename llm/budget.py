"""The operator's budget: tokens for an owner a day, tokens and euros for everybody a month."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock

from coaching.thinking import Errand
from coaching.usage import Spent, Usage
from llm.faults import Fault

_log = logging.getLogger(__name__)

#: Seconds for which the month's total is remembered; what this process spends meanwhile is added to it.
_REMEMBERED = 30.0
_MILLION = 1_000_000


@dataclass(frozen=True)
class Limits:
    """0 is no limit. `price_in` and `price_out` are euros for a million tokens."""

    daily_tokens: int = 0
    monthly_tokens: int = 0
    monthly_cost: float = 0.0
    price_in: float = 0.0
    price_out: float = 0.0

    def spent(self, tokens_in: int, tokens_out: int) -> Spent:
        """What one question took, with its cost."""
        cost = (tokens_in * self.price_in + tokens_out * self.price_out) / _MILLION
        return Spent(1, tokens_in, tokens_out, cost)

    def month_is_spent(self, month: Spent) -> bool:
        """Whether this is all that a month may take."""
        tokens = 0 < self.monthly_tokens <= month.tokens
        return tokens or 0 < self.monthly_cost <= month.cost


class Budget:
    """Looked at before each question; those under way together may go over it by what they take. Safe to share between
    threads."""

    def __init__(self, usage: Usage, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self._usage = usage
        self._limits = limits
        self._clock = clock
        self._lock = Lock()
        self._month, self._known_until = Spent(), -1.0
        self._told: set[str] = set()

    def fault(self, owner: str) -> Fault | None:
        """Why nothing may be asked for this owner now; None where it may."""
        limits = self._limits
        if (limits.monthly_tokens or limits.monthly_cost) and limits.month_is_spent(self._this_month()):
            self._tell_once(f"{datetime.now(UTC):%Y-%m}", "the budget of the month is spent")
            return Fault.SPENT_THIS_MONTH
        if limits.daily_tokens and self._usage.today(owner).tokens >= limits.daily_tokens:
            self._tell_once(f"{datetime.now(UTC):%Y-%m-%d} {owner}", f"the budget of the day is spent for {owner}")
            return Fault.SPENT_TODAY
        return None

    def charge(self, owner: str, errand: Errand, tokens_in: int, tokens_out: int) -> None:
        """One question took this."""
        spent = self._limits.spent(tokens_in, tokens_out)
        with self._lock:
            self._month += spent
        self._usage.note(owner, errand, spent)

    def _this_month(self) -> Spent:
        with self._lock:
            if self._clock() >= self._known_until:
                self._month, self._known_until = self._usage.this_month(), self._clock() + _REMEMBERED
            return self._month

    def _tell_once(self, when: str, what: str) -> None:
        with self._lock:
            if when in self._told:
                return
            self._told = {told for told in self._told if told[:7] == when[:7]} | {when}
        _log.warning("the language model is not asked: %s", what)
