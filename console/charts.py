"""Pictures drawn on the server: bars, lying, each of one or more parts."""

from collections.abc import Sequence
from dataclasses import dataclass

#: Where bars begin and how long the longest is, in units of the picture.
_LEFT, _LONGEST, _ROW, _BAR = 250, 380, 28, 18
_SHORTEST = 2


@dataclass(frozen=True)
class Part:
    """One part of a bar: where it begins, how long it is, which colour (1, 2, …), and what it counts."""

    x: float
    width: float
    colour: int
    count: int


@dataclass(frozen=True)
class Row:
    """One bar with its name, how far from the top it is, and what is written behind it."""

    name: str
    y: int
    parts: tuple[Part, ...]
    end: float
    note: str


@dataclass(frozen=True)
class Chart:
    """A picture of `width` by `height` units."""

    rows: tuple[Row, ...]
    width: int = _LEFT + _LONGEST + 80
    bar: int = _BAR
    left: int = _LEFT

    @property
    def height(self) -> int:
        """How high it is."""
        return len(self.rows) * _ROW + 4


def bars(given: Sequence[tuple[str, Sequence[int], str]]) -> Chart:
    """A chart of bars: the name of each, the counts of its parts, and what is written behind it."""
    most = max((sum(counts) for _, counts, _ in given), default=0) or 1
    return Chart(tuple(_row(number, name, counts, note, most) for number, (name, counts, note) in enumerate(given)))


def _row(number: int, name: str, counts: Sequence[int], note: str, most: int) -> Row:
    parts, x = [], float(_LEFT)
    for colour, count in enumerate(counts, 1):
        if count:
            width = max(_SHORTEST, round(count / most * _LONGEST, 1))
            parts.append(Part(x, width, colour, count))
            x += width
    return Row(name, number * _ROW + 4, tuple(parts), x, note)
