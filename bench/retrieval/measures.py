"""How good a ranking is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2

_CUT = 10


@dataclass(frozen=True)
class Quality:
    """Of one ranking, or the mean of many: nDCG@10 (gain 2 for right, 1 for near), reciprocal rank of the first right
    label, and whether a right label is first or among the first three."""

    ndcg: float
    mrr: float
    recall1: float
    recall3: float


def quality(ranking: Sequence[str], grades: Mapping[str, int]) -> Quality:
    """Of one ranking of labels. Recall@k is 1 where at least one right label is among the first k."""
    best = sum(grade / log2(rank + 2) for rank, grade in enumerate(sorted(grades.values(), reverse=True)[:_CUT]))
    got = sum(grades.get(label, 0) / log2(rank + 2) for rank, label in enumerate(ranking[:_CUT]))
    first = next((rank for rank, label in enumerate(ranking) if grades.get(label) == 2), None)
    return Quality(
        ndcg=got / best,
        mrr=0.0 if first is None else 1 / (first + 1),
        recall1=float(first == 0),
        recall3=float(first is not None and first < 3),
    )


def mean(of: Sequence[Quality]) -> Quality:
    """The plain mean of each measure."""
    columns = zip(*((q.ndcg, q.mrr, q.recall1, q.recall3) for q in of), strict=True)
    return Quality(*(sum(column) / len(of) for column in columns))
