"""What Prometheus is told."""

import logging
from collections.abc import Callable, Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from llm.gate import Call
from storage.standing import Depths

_PREFIX = "journey_coach"
#: Seconds: a turn takes some milliseconds, a plan some tenths, a language model some seconds.
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
_DEPTHS = {
    "inbox": ("inbox_depth", "Arrivals that wait to be worked"),
    "outbox": ("outbox_depth", "Replies that wait to be sent to owners who can be reached"),
    "oldest": ("outbox_oldest_seconds", "Age of the oldest of them"),
    "unreachable": ("outbox_unreachable", "Replies kept for owners who can't be reached"),
    "dead": ("dead_letters", "Replies given up, to be looked at"),
}


class Metrics:
    """The figures of one process. `depths` looks into the database at each scrape; None where it can't be reached."""

    def __init__(self, depths: Callable[[], Depths | None]) -> None:
        self.registry = CollectorRegistry()
        self.turns = self._counter("turns", "Turns, by what came of them", "outcome", "language")
        self.retries = self._counter("retries", "Attempts that must be made again: of a turn, of a reply", "what")
        self.errors = self._counter("errors", "Errors logged, by the part that logged them", "logger")
        self.plans = self._counter("plans", "Plans made or changed", "language", "model")
        self.turn_seconds = self._histogram("turn_seconds", "From an update taken up to its turn stored", "language")
        self.answer_seconds = self._histogram("answer_seconds", "From an update stored to its replies sent")
        self._questions = self._counter("model_calls", "Questions to the language model", "errand", "outcome")
        self._tokens = self._counter("model_tokens", "Tokens of the language model", "errand", "direction")
        self._question_seconds = self._histogram("model_seconds", "A question to the language model", "errand")
        self.registry.register(_Depths(depths))
        ProcessCollector(registry=self.registry)

    def asked(self, call: Call) -> None:
        """One question to the language model."""
        self._questions.labels(call.errand, call.outcome).inc()
        self._question_seconds.labels(call.errand).observe(call.seconds)
        self._tokens.labels(call.errand, "in").inc(call.tokens_in)
        self._tokens.labels(call.errand, "out").inc(call.tokens_out)

    def _counter(self, name: str, text: str, *labels: str) -> Counter:
        return Counter(f"{_PREFIX}_{name}", text, labels, registry=self.registry)

    def _histogram(self, name: str, text: str, *labels: str) -> Histogram:
        return Histogram(f"{_PREFIX}_{name}", text, labels, registry=self.registry, buckets=_BUCKETS)


class CountsErrors(logging.Handler):
    """Counts what is logged as an error."""

    def __init__(self, metrics: Metrics) -> None:
        super().__init__(logging.ERROR)
        self._metrics = metrics

    def emit(self, record: logging.LogRecord) -> None:
        """One more."""
        self._metrics.errors.labels(record.name).inc()


class _Depths(Collector):
    """How much waits, looked up when Prometheus asks; nothing where the database doesn't answer."""

    def __init__(self, depths: Callable[[], Depths | None]) -> None:
        self._look = depths

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """The names alone, so that registering looks at no database."""
        return (GaugeMetricFamily(f"{_PREFIX}_{name}", text) for name, text in _DEPTHS.values())

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The depths as they are now."""
        if (found := self._look()) is None:
            return
        for field, (name, text) in _DEPTHS.items():
            yield GaugeMetricFamily(f"{_PREFIX}_{name}", text, value=getattr(found, field))
