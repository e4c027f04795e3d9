"""Measures understanding on the evaluation set: precision, recall and F1 per field and per intent.

python -m bench.understanding.run [--half tune|held] [--batch LETTERS] [--errors]
"""

import time
from collections import Counter
from dataclasses import dataclass, field

from bench.understanding.arguments import asked_for
from bench.understanding.hearing import hearing
from bench.understanding.items import Item, expected, found, matched
from bench.understanding.rows import Row, messages
from bench.understanding.scores import Counts, borders, scores, totals, totals_without_borders
from journey.hearing import Heard


@dataclass
class Tally:
    """What is counted over all messages."""

    fields: dict[str, Counts] = field(default_factory=dict)
    intents: dict[str, Counts] = field(default_factory=dict)
    borders: list[Counts] = field(default_factory=list)
    languages_wrong: int = 0
    times: list[float] = field(default_factory=list)

    def facts(self, right: list[Item], invented: list[Item], missed: list[Item]) -> None:
        """Counts the facts of one message."""
        for kind, items in (("tp", right), ("fp", invented), ("fn", missed)):
            for name, _ in items:
                self.fields.setdefault(name, Counter())[kind] += 1
        self.borders.append(borders(right, invented, missed))

    def intent(self, wanted: str, got: str) -> None:
        """Counts the intent of one message; the topic of a correction must be right too."""
        kind, heard = wanted.split(":")[0], got.split(":")[0]
        if wanted == got:
            self.intents.setdefault(kind, Counter())["tp"] += 1
            return
        self.intents.setdefault(kind, Counter())["fn"] += 1
        self.intents.setdefault(heard, Counter())["fp"] += 1

    def message(self, row: Row, heard: Heard, errors: bool) -> None:
        """Counts what was heard in one message; with `errors`, prints what a person would have heard otherwise."""
        right, invented, missed = matched(expected(row), found(heard))
        self.facts(right, invented, missed)
        wanted, got = row["intent"], _intent_of(row, heard)
        self.intent(wanted, got)
        self.languages_wrong += heard.language not in (row["lang"], None)
        if errors and (invented or missed or wanted != got):
            print(
                f"{row['id']} {row['text'][:110]!r} asked {row['asking']}\n"
                f"    wrong {invented} missed {missed} intent {wanted} -> {got}"
            )

    def totals(self) -> dict[str, float]:
        """All that is told at the end."""
        correct = self.intents.get("correct", Counter())
        return {
            **totals("facts", self.fields.values()),
            **totals_without_borders(self.borders),
            **totals("intents", self.intents.values()),
            "corrections": scores(correct)[1],
            "language_wrong": float(self.languages_wrong),
            "median_ms": sorted(self.times)[len(self.times) // 2] * 1000,
        }


def measure(rows: list[Row], errors: bool) -> Tally:
    """Hears all `rows`; with `errors`, prints every message heard otherwise than a person would."""
    tally = Tally()
    with hearing() as hear:
        for row in rows:
            begun = time.perf_counter()
            heard = hear(row)
            tally.times.append(time.perf_counter() - begun)
            tally.message(row, heard, errors)
    return tally


def _intent_of(row: Row, heard: Heard) -> str:
    got = heard.intent.value
    if got == "correct":
        return f"{got}:{heard.about}" if ":" in row["intent"] else got
    return f"{got}:{heard.asked_language}" if got == "switch_language" else got


def _show(tally: Tally) -> None:
    for title, rows in (("field", tally.fields), ("intent", tally.intents)):
        print(f"\n{title:20} {'n':>4} {'P':>6} {'R':>6} {'F1':>6}")
        for name, counts in sorted(rows.items()):
            precision, recall, f1 = scores(counts)
            print(f"{name:20} {counts['tp'] + counts['fn']:4} {precision:6.2f} {recall:6.2f} {f1:6.2f}")
    for name, value in tally.totals().items():
        print(f"{name:32} {value:.3f}")


def main() -> None:
    """The command line."""
    arguments = asked_for(__doc__)
    print(f"half: {arguments.half or 'both'}")
    _show(measure(messages(arguments.half, arguments.batch), arguments.errors))


if __name__ == "__main__":
    main()
