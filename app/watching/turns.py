"""A coach that is watched: each turn is logged and counted, and works as if it were not."""

import logging
from time import perf_counter

from app.watching.metrics import Metrics
from coaching.coach import Answer, Coach, Drafts
from coaching.message import Message
from coaching.ports import ArrivalDoneError, StaleConversationError
from journey.errors import CoachError

_log = logging.getLogger(__name__)
#: The language of a turn that gave no answer.
_UNKNOWN = "unknown"


class WatchedCoach:
    """`coach`, with its turns told to `metrics`."""

    def __init__(self, coach: Coach, metrics: Metrics) -> None:
        self._coach = coach
        self._metrics = metrics

    def take(self, owner: str, message: Message, *arrivals: int, drafts: Drafts | None = None) -> Answer:
        """One turn, with what it raises."""
        began = perf_counter()
        try:
            answer = self._coach.take(owner, message, *arrivals, drafts=drafts)
        except Exception as error:
            self._ended(outcome_of(error), _UNKNOWN, perf_counter() - began)
            raise
        self._ended("done", answer.state.language, perf_counter() - began, len(answer.outgoing))
        if answer.made:
            self._metrics.plans.labels(answer.state.language, answer.made.model).inc()
        return answer

    def _ended(self, outcome: str, language: str, seconds: float, replies: int = 0) -> None:
        self._metrics.turns.labels(outcome, language).inc()
        self._metrics.turn_seconds.labels(language).observe(seconds)
        if outcome == "retried":
            self._metrics.retries.labels("turn").inc()
        figures = {"outcome": outcome, "language": language, "seconds": round(seconds, 4), "replies": replies}
        _log.info("turn", extra=figures)


def outcome_of(error: Exception) -> str:
    """What came of a turn that raised `error`: "repeated" (worked before), "retried" (tried again) or "failed"."""
    if isinstance(error, ArrivalDoneError):
        return "repeated"
    return "retried" if isinstance(error, CoachError | StaleConversationError) else "failed"
