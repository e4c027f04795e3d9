"""`python -m bench.retrieval.weighing [--data DIR]`: weigh the signs of `knowledge/ours.py` anew, by logistic
regression on the tuning halves, `weighing.yaml` and the lines of the library itself, each asked of a library without it
and whatever is like it; nothing of a held half is looked at. Prints weights and how well they do."""

import argparse
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.retrieval.questions import HERE, off_topic, questions
from journey.keys import Language
from knowledge.library import FileLibrary
from knowledge.ours import Signs
from knowledge.search import Search
from knowledge.snapshot import Snapshot
from prompts.reading import from_yaml

_RIDGE = 1.0
_STEPS = 50  # of Newton's method; it stands still long before
_FOLDS = 10
_PARTS = 20  # the library is asked its own lines in so many turns
_LET_PASS = 0.03
_LIKE = 0.86  # cosine from the centre from which a line says the same as another
Numbers = NDArray[np.float64]
Rows = NDArray[np.intp]
Asked = tuple[str, Language]


def main() -> int:
    """Print the weights, and what they refuse and let pass, each question judged by weights it had no part in."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", help="keep the index in this folder instead of building it each time")
    with tempfile.TemporaryDirectory() as scratch:
        library = FileLibrary(Path(parser.parse_args().data or scratch))
        library.build()
        groups = [_signs(library, _asked("ours")), _signs(library, _asked("others")), *_left_out(library.index.load())]
    rows = np.vstack(groups)
    answered = np.repeat([True, False, True, False], [len(group) for group in groups])
    counts = np.repeat([0.5 / len(group) for group in groups], [len(group) for group in groups])
    weights = _weigh(rows, answered, counts)
    scores = rows @ weights
    bias = _bias(scores, answered, counts)
    print(
        ", ".join(f"{name}={weight:.2f}" for name, weight in zip(Signs._fields, weights, strict=True)), f"{bias=:.2f}"
    )
    _report("with these weights", scores + bias, groups)
    _report(f"in {_FOLDS} folds", _crossed(rows, answered, counts), groups)
    return 0


def _asked(kind: str) -> list[Asked]:
    sets = questions("tune") if kind == "ours" else off_topic("tune")
    more = from_yaml((HERE / "weighing.yaml").read_text(encoding="utf-8"))[kind]
    return [(q.text, q.lang) for of in sets.values() for q in of] + [(row["q"], row["lang"]) for row in more]


def _signs(library: FileLibrary, asked: Iterable[Asked]) -> Numbers:
    search = Search(library.index.load())
    heard = [(search.heard(text, lang), lang) for text, lang in asked]
    return np.array([search.signs(text, library.vector(text), lang) for text, lang in heard])


def _left_out(snapshot: Snapshot) -> tuple[Numbers, Numbers]:
    """The signs of each stored question, and of each for somebody else, asked of a library that lacks it and all that
    is like it: as strangers ask, who never saw the library."""
    apart = np.asarray(snapshot.vectors - snapshot.centre, dtype=np.float64)
    apart /= np.linalg.norm(apart, axis=1, keepdims=True)
    kinds = np.array([entry.kind for entry in snapshot.entries])
    lines = np.flatnonzero(np.isin(kinds, ("question", "moment", "elsewhere")))
    part = np.random.default_rng(0).integers(0, _PARTS, len(lines))
    signs = np.vstack([_signs_without(snapshot, lines[part == number], apart) for number in range(_PARTS)])
    order = np.concatenate([lines[part == number] for number in range(_PARTS)])
    return signs[kinds[order] != "elsewhere"], signs[kinds[order] == "elsewhere"]


def _signs_without(snapshot: Snapshot, lines: Rows, apart: Numbers) -> Numbers:
    """The signs of these lines in an index without them and what is like them; passages stay."""
    like = (apart @ apart[lines].T).max(axis=1) > _LIKE
    kept = [row for row, entry in enumerate(snapshot.entries) if entry.kind == "passage" or not like[row]]
    rest = replace(snapshot, entries=tuple(snapshot.entries[row] for row in kept), vectors=snapshot.vectors[kept])
    search = Search(rest)
    asked = [(snapshot.entries[row], snapshot.vectors[row]) for row in lines]
    return np.array([search.signs(entry.text, vector, entry.passage.lang) for entry, vector in asked])


def _weigh(rows: Numbers, answered: NDArray[np.bool_], counts: Numbers) -> Numbers:
    """Ridge logistic regression on standardised signs, each row counting for so much (`counts`); the weights are
    those of the signs as they are."""
    spread = rows.std(axis=0)
    told = np.column_stack([(rows - rows.mean(axis=0)) / spread, np.ones(len(rows))])
    counts = counts * len(rows) / counts.sum()
    penalty = np.diag([_RIDGE] * rows.shape[1] + [0.0])
    weights = np.zeros(told.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-told @ weights))
        slope = told.T @ (counts * (likely - answered)) + penalty @ weights
        bend = (told.T * (counts * likely * (1 - likely))) @ told + penalty
        weights -= np.linalg.solve(bend, slope)
    return np.asarray(weights[:-1] / spread)


def _crossed(rows: Numbers, answered: NDArray[np.bool_], counts: Numbers) -> Numbers:
    """Scores of each question by weights and bias of the other folds."""
    fold = np.random.default_rng(0).integers(0, _FOLDS, len(rows))
    scores = np.zeros(len(rows))
    for number in range(_FOLDS):
        rest = fold != number
        weights = _weigh(rows[rest], answered[rest], counts[rest])
        bias = _bias(rows[rest] @ weights, answered[rest], counts[rest])
        scores[~rest] = rows[~rest] @ weights + bias
    return scores


def _bias(scores: Numbers, answered: NDArray[np.bool_], counts: Numbers) -> float:
    """Where no more than `_LET_PASS` of what is for somebody else is answered: a question that is refused gets the two
    nearest subjects to tap, so a few of those are worth fewer refusals."""
    order = np.argsort(scores[~answered])
    share = np.cumsum(counts[~answered][order]) / counts[~answered].sum()
    return -float(scores[~answered][order][np.searchsorted(share, 1 - _LET_PASS)])


def _report(name: str, scores: Numbers, groups: Sequence[Numbers]) -> None:
    """What is refused and let pass, of what is asked and of the library's own lines."""
    asked, others, lines, other_lines = np.split(scores, np.cumsum([len(group) for group in groups])[:-1])
    for whose, mine, strange in (("asked", asked, others), ("own lines", lines, other_lines)):
        area = float(np.mean(mine[:, None] > strange[None, :]))
        print(f"{name}, {whose}: area under the curve {area:.4f}", end=", ")
        print(f"refused {int((mine <= 0).sum())} of {len(mine)}, let pass {int((strange > 0).sum())} of {len(strange)}")


if __name__ == "__main__":
    raise SystemExit(main())
