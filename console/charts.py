"""Pictures drawn on the server: bars, lying, each of one or more parts, with its name above it. Lengths are shares of
the width, in percent, so that letters stay as large as they are on a phone too."""

from collections.abc import Sequence
from dataclasses import dataclass

#: How long the longest bar is, which leaves room for what is written behind it, and how long the shortest.
_LONGEST, _SHORTEST = 88.0, 0.6
#: From the top of a row: where its bar begins; and how high bar and row are.
_ABOVE, _BAR, _ROW = 18, 12, 37


@dataclass(frozen=True)
class Part:
    """One part of a bar: where it begins, how long it is, which colour (1, 2, …), and what it counts."""

    x: float
    width: float
    colour: int
    count: int


@dataclass(frozen=True)
class Row:
    """One bar with its name, how far from the top it is, where it ends, and what is written behind it."""

    name: str
    y: int
    parts: tuple[Part, ...]
    end: float
    note: str


@dataclass(frozen=True)
class Chart:
    """A picture as wide as there is room; `above` is how far the bar lies below the top of its row."""

    rows: tuple[Row, ...]
    bar: int = _BAR
    above: int = _ABOVE

    @property
    def height(self) -> int:
        """How high it is."""
        return len(self.rows) * _ROW


def bars(given: Sequence[tuple[str, Sequence[int], str]]) -> Chart:
    """A chart of bars: the name of each, the counts of its parts, and what is written behind it."""
    most = max((sum(counts) for _, counts, _ in given), default=0) or 1
    return Chart(tuple(_row(number, name, counts, note, most) for number, (name, counts, note) in enumerate(given)))


def _row(number: int, name: str, counts: Sequence[int], note: str, most: int) -> Row:
    parts, x = [], 0.0
    for colour, count in enumerate(counts, 1):
        if count:
            width = max(_SHORTEST, round(count / most * _LONGEST, 2))
            parts.append(Part(round(x, 2), width, colour, count))
            x += width
    return Row(name, number * _ROW, tuple(parts), round(x, 2), note)
