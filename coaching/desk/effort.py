"""What a plan takes of owners, from counts of it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping

from coaching.desk.insights import Bar, Effort

#: Where the bars of minutes begin.
MINUTES = (0, 2, 5, 10, 15, 20, 30, 45, 60, 120, 240, 1440)


def effort(turns: Mapping[int, int], minutes: Mapping[int, int]) -> Effort:
    """The effort in plans of which so many took so many turns, and so many minutes."""
    spread: Counter[int] = Counter()
    for taken, count in minutes.items():
        spread[MINUTES[bisect_right(MINUTES, taken) - 1]] += count
    return Effort(
        plans=sum(turns.values()),
        turns=tuple(Bar(key=str(taken), count=turns[taken]) for taken in sorted(turns)),
        minutes=tuple(Bar(key=str(begin), count=spread[begin]) for begin in MINUTES if spread[begin]),
        median_turns=_median(turns),
        median_minutes=_median(minutes),
    )


def _median(counted: Mapping[int, int]) -> float | None:
    """The middle one; the mean of both where there are two."""
    total = sum(counted.values())
    if not total:
        return None
    return (_at((total - 1) // 2, counted) + _at(total // 2, counted)) / 2


def _at(place: int, counted: Mapping[int, int]) -> int:
    for value in sorted(counted):
        place -= counted[value]
        if place < 0:
            return value
    raise IndexError(place)
