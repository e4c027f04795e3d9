"""Precision, recall and F1: strict, and with the borders of free text aside.

Borders aside is the partial match of SemEval-2013 task 9.1 (Segura-Bedmar et al.), counted as in MUC-5 (Chinchor and
Sundheim, 1993): correct (COR) 1, partial (PAR) ½, incorrect (INC), missing (MIS) and spurious (SPU) 0;
precision = (COR + ½ PAR) / (COR + PAR + INC + SPU), recall = (COR + ½ PAR) / (COR + PAR + INC + MIS).
"""

from collections import Counter
from collections.abc import Iterable

from bench.understanding.items import FREE_TEXT, Item

Counts = Counter[str]


def scores(counts: Counts) -> tuple[float, float, float]:
    """Precision, recall and F1 of true positives `tp`, false ones `fp` and missed ones `fn`."""
    precision = counts["tp"] / max(1, counts["tp"] + counts["fp"])
    recall = counts["tp"] / max(1, counts["tp"] + counts["fn"])
    return precision, recall, _f1(precision, recall)


def totals(title: str, rows: Iterable[Counts]) -> dict[str, float]:
    """The three scores of all `rows` together."""
    return _named(title, "", scores(_sum(rows)))


def borders(right: Iterable[Item], invented: Iterable[Item], missed: Iterable[Item]) -> Counts:
    """One message as MUC counts it: a missed item pairs with an invented one of its field, as partial where the words
    of the one all stand in the other, else as incorrect."""
    counts, rest = Counter(COR=sum(1 for _ in right)), list(invented)
    for kind, pairs in (("PAR", _overlap), ("INC", _same_field)):
        left = []
        for item in missed:
            other = next((one for one in rest if pairs(item, one)), None)
            if other is None:
                left.append(item)
            else:
                rest.remove(other)
                counts[kind] += 1
        missed = left
    return counts + Counter(MIS=len(list(missed)), SPU=len(rest))


def totals_without_borders(rows: Iterable[Counts]) -> dict[str, float]:
    """The three scores of all messages with borders aside, and the counts they are made of."""
    all_of = _sum(rows)
    credit = all_of["COR"] + all_of["PAR"] / 2
    both = all_of["COR"] + all_of["PAR"] + all_of["INC"]
    precision, recall = credit / max(1, both + all_of["SPU"]), credit / max(1, both + all_of["MIS"])
    told = _named("facts", ", borders aside", (precision, recall, _f1(precision, recall)))
    return told | {f"facts {kind}": float(all_of[kind]) for kind in ("COR", "PAR", "INC", "MIS", "SPU")}


def _overlap(one: Item, other: Item) -> bool:
    if not _same_field(one, other) or one[0] not in FREE_TEXT:
        return False
    words, others = set(one[1].split()), set(other[1].split())
    return words <= others or others <= words


def _same_field(one: Item, other: Item) -> bool:
    return one[0] == other[0]


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / max(1e-9, precision + recall)


def _sum(rows: Iterable[Counts]) -> Counts:
    total: Counts = Counter()
    for counts in rows:
        total.update(counts)
    return total


def _named(title: str, ending: str, three: tuple[float, float, float]) -> dict[str, float]:
    return {f"{title} {name}{ending}": score for name, score in zip(("precision", "recall", "F1"), three, strict=True)}
