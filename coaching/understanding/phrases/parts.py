"""Clauses cut at an "and" between two numbers: each has its own "per week" or "euro"."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise

from coaching.understanding.findings import Reading
from coaching.understanding.text.normalise import Span

_AND = re.compile(r"\s(?:en|and|n|&|\+|maar|ma|but|plus|dus|so)\s")


def parts(reading: Reading, others: Iterable[Span] = ()) -> list[Span]:
    """The clauses, each cut between the numbers in it and `others` that count like them."""
    numbers = sorted([*(number.span for number in reading.numbers), *others], key=lambda span: span.start)
    starts = [span.start for span in numbers]
    found: list[Span] = []
    for clause in reading.text.clauses:
        start = clause.start
        inside = numbers[bisect_left(starts, clause.start) : bisect_left(starts, clause.end)]
        for first, second in pairwise(inside):
            cut = _AND.search(reading.text.low, first.end, second.start)
            if cut:
                found.append(Span(start, cut.start()))
                start = cut.end()
        found.append(Span(start, clause.end))
    return found


def part_at(reading: Reading, offset: int) -> Span:
    """The part that holds `offset`; the whole message where none does."""
    return next((part for part in parts(reading) if part.start <= offset < part.end), reading.text.whole)
