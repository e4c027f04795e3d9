"""Who may ask the model, and what is remembered of it: the budget, the breaker, and whoever counts."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from coaching.thinking import Errand
from llm.breaker import Breaker
from llm.budget import Budget
from llm.counting import Meter
from llm.faults import DEAD, Fault, FaultError
from llm.turns import TurnAsked

_log = logging.getLogger(__name__)

#: Seconds below which asking is not worth its tokens.
_TOO_LITTLE = 0.2
#: The part of a deadline that a model must have had before its silence says something about it.
_FAIR = 0.5


@dataclass(frozen=True)
class Call:
    """One question, for whoever counts: `outcome` is "ok" or a Fault."""

    errand: Errand
    outcome: str
    seconds: float
    tokens_in: int
    tokens_out: int


@dataclass(frozen=True)
class Question:
    """One question under way."""

    errand: Errand
    turn: TurnAsked
    meter: Meter = field(default_factory=Meter)
    began: float = field(default_factory=monotonic)

    @property
    def had(self) -> float:
        """Seconds it has until its deadline, counted from its beginning."""
        return self.turn.until - self.began


class Gate:
    """Lets questions in and hears how they ended. `deadline` is that of a whole turn, in seconds; `told` hears of every
    question in the thread of whoever asked."""

    def __init__(self, budget: Budget, deadline: float, told: Callable[[Call], None]) -> None:
        self._budget = budget
        self._deadline = deadline
        self._told = told
        self.breaker = Breaker()

    def enter(self, question: Question) -> None:
        """FaultError where this must not be asked now."""
        if question.turn.left < _TOO_LITTLE:
            raise FaultError(Fault.LATE)
        if spent := self._budget.fault(question.turn.owner):
            raise FaultError(spent)
        if not self.breaker.admits():
            raise FaultError(Fault.PAUSED)

    def leave(self, question: Question, fault: FaultError | None = None) -> None:
        """It was let in, and is over: with an answer, or with `fault`."""
        self._judge(question, fault)
        question.meter.closes()
        took = (question.meter.tokens_in, question.meter.tokens_out)
        self.tell(question, fault, *took)
        if any(took):
            self._charge(question, *took)

    def tell(self, question: Question, fault: FaultError | None, tokens_in: int = 0, tokens_out: int = 0) -> None:
        """What came of it, for whoever counts."""
        outcome = str(fault.fault) if fault else "ok"
        seconds = monotonic() - question.began
        _log.info("%s: %s after %.2f s", question.errand, outcome, seconds)
        self._told(Call(question.errand, outcome, seconds, tokens_in, tokens_out))

    def _judge(self, question: Question, fault: FaultError | None) -> None:
        if fault is None or fault.fault not in DEAD:
            self.breaker.worked()
        elif fault.fault is Fault.TIMEOUT and question.had < _FAIR * self._deadline:
            self.breaker.undecided()
        else:
            self.breaker.failed(str(fault.fault), fault.wait)

    def _charge(self, question: Question, tokens_in: int, tokens_out: int) -> None:
        """An answer that came is not lost for trouble in counting it."""
        try:
            self._budget.charge(question.turn.owner, question.errand, tokens_in, tokens_out)
        except Exception as error:
            _log.error("what the language model took is not counted: %s", error)
