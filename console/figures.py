"""What insight shows, each as a table with its head and rows, and as a picture where one says it faster."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from coaching.desk.insights import Bar, Chosen, Effort
from coaching.desk.ports import Insight
from coaching.desk.staff import Reader
from console.charts import Chart, bars
from console.naming import Names

#: Bars in one picture at most; the table has them all.
_MOST = 15


@dataclass(frozen=True)
class Figure:
    """One table: `columns` are keys of the texts; `chart` its picture; `legend` the columns that are parts of a bar."""

    key: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    chart: Chart | None = None
    legend: tuple[str, ...] = ()


class Figures:
    """The figures of an agency, of conversations that began since a day; each asked for at most once."""

    def __init__(self, insight: Insight, reader: Reader, since: date | None, names: Names) -> None:
        self._insight = insight
        self._asked = (reader, since)
        self._names = names

    @cached_property
    def effort(self) -> Effort:
        """What a plan takes of owners."""
        return self._insight.effort(*self._asked)

    def funnel(self) -> Figure:
        """What became of each question."""
        rows, parts = [], []
        for step in self._insight.funnel(*self._asked):
            name = self._names.question(step.question)
            waiting = max(0, step.asked - step.answered - step.skipped - step.left)
            rows.append((name, step.asked, step.answered, step.skipped, step.probed, step.left))
            parts.append((name, (step.answered, step.skipped, step.left, waiting), str(step.asked)))
        columns = ("question", "asked", "answered", "skipped", "probed", "left")
        return Figure("funnel", columns, tuple(rows), bars(parts), ("answered", "skipped", "left", "waiting"))

    def turns(self) -> Figure:
        """Turns to the first plan."""
        return _spread("turns", self.effort.turns, self._names.turns)

    def minutes(self) -> Figure:
        """Minutes to the first plan."""
        return _spread("minutes", self.effort.minutes, self._names.minutes)

    def asked_back(self) -> Figure:
        """What owners ask back."""
        found = self._insight.asked_back(*self._asked)
        rows = tuple((self._names.intent(a.intent), self._names.question(a.question), a.count) for a in found)
        parts = [(" · ".join(filter(None, names)), (count,), str(count)) for *names, count in rows[:_MOST]]
        return Figure("asked_back", ("intent", "question", "count"), rows, bars(parts))

    def poor_answers(self) -> Figure:
        """Questions that the library answered poorly."""
        found = self._insight.poor_answers(*self._asked)
        rows = tuple(
            (p.text, p.label, _short(p.nearness), p.unhelpful, p.at.date(), p.conversation, p.message) for p in found
        )
        columns = ("text", "label", "nearness", "unhelpful", "at", "conversation", "message")
        return Figure("poor_answers", columns, rows)

    def channels(self) -> Figure:
        """Channels that owners use."""
        return _counted("channels", self._chosen.channels, self._names.channel)

    def models(self) -> Figure:
        """Journey models that were chosen."""
        return _counted("models", self._chosen.models, self._names.model)

    @cached_property
    def _chosen(self) -> Chosen:
        return self._insight.chosen(*self._asked)


#: Every figure by its key, in the order of the page.
FIGURES: dict[str, Callable[[Figures], Figure]] = {
    "funnel": Figures.funnel,
    "turns": Figures.turns,
    "minutes": Figures.minutes,
    "asked_back": Figures.asked_back,
    "channels": Figures.channels,
    "models": Figures.models,
    "poor_answers": Figures.poor_answers,
}


def _short(nearness: float | None) -> float | None:
    return None if nearness is None else round(nearness, 2)


def _spread(key: str, found: Sequence[Bar], name: Callable[[int], str]) -> Figure:
    """How many plans took how much: numbers in the table, in words in the picture."""
    rows = tuple((int(bar.key), bar.count) for bar in found)
    return Figure(key, (key, "count"), rows, bars([(name(much), (count,), str(count)) for much, count in rows]))


def _counted(key: str, found: Sequence[Bar], name: Callable[[str], str]) -> Figure:
    rows = tuple((name(bar.key), bar.count) for bar in found)
    return Figure(key, (key, "count"), rows, bars([(shown, (count,), str(count)) for shown, count in rows[:_MOST]]))
