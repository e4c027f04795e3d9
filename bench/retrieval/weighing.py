"""`python -m bench.retrieval.weighing [--data DIR]`: weigh the signs of `knowledge/ours.py` anew, by logistic
regression on the tuning halves and `weighing.yaml`; nothing of a held half is looked at. Prints weights and how well
they do."""

import argparse
import tempfile
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from bench.retrieval.questions import HERE, off_topic, questions
from journey.keys import Language
from knowledge.library import FileLibrary
from knowledge.ours import Signs
from knowledge.search import Search

_RIDGE = 1.0
_STEPS = 50  # of Newton's method; it stands still long before
_FOLDS = 10
Numbers = NDArray[np.float64]
Asked = tuple[str, Language]


def main() -> int:
    """Print the weights, and what they refuse and let pass, each question judged by weights it had no part in."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", help="keep the index in this folder instead of building it each time")
    with tempfile.TemporaryDirectory() as scratch:
        library = FileLibrary(Path(parser.parse_args().data or scratch))
        library.build()
        ours, others = _signs(library, _asked("ours")), _signs(library, _asked("others"))
    rows = np.vstack([ours, others])
    answered = np.arange(len(rows)) < len(ours)
    weights = _weigh(rows, answered)
    scores = rows @ weights
    bias = _bias(scores, answered)
    print(
        ", ".join(f"{name}={weight:.2f}" for name, weight in zip(Signs._fields, weights, strict=True)), f"{bias=:.2f}"
    )
    _report("with these weights", scores + bias, answered)
    _report(f"in {_FOLDS} folds", _crossed(rows, answered), answered)
    return 0


def _asked(kind: str) -> list[Asked]:
    sets = questions("tune") if kind == "ours" else off_topic("tune")
    more = yaml.safe_load((HERE / "weighing.yaml").read_text(encoding="utf-8"))[kind]
    return [(q.text, q.lang) for of in sets.values() for q in of] + [(row["q"], row["lang"]) for row in more]


def _signs(library: FileLibrary, asked: Iterable[Asked]) -> Numbers:
    search = Search(library.index.load())
    heard = [(search.heard(text, lang), lang) for text, lang in asked]
    return np.array([search.signs(text, library.vector(text), lang) for text, lang in heard])


def _weigh(rows: Numbers, answered: NDArray[np.bool_]) -> Numbers:
    """Ridge logistic regression on standardised signs, both kinds of question counting the same; the weights are those
    of the signs as they are."""
    spread = rows.std(axis=0)
    told = np.column_stack([(rows - rows.mean(axis=0)) / spread, np.ones(len(rows))])
    counts = np.where(answered, 0.5 / answered.mean(), 0.5 / (1 - answered.mean()))
    penalty = np.diag([_RIDGE] * rows.shape[1] + [0.0])
    weights = np.zeros(told.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-told @ weights))
        slope = told.T @ (counts * (likely - answered)) + penalty @ weights
        bend = (told.T * (counts * likely * (1 - likely))) @ told + penalty
        weights -= np.linalg.solve(bend, slope)
    return np.asarray(weights[:-1] / spread)


def _crossed(rows: Numbers, answered: NDArray[np.bool_]) -> Numbers:
    """Scores of each question by weights and bias of the other folds."""
    fold = np.random.default_rng(0).integers(0, _FOLDS, len(rows))
    scores = np.zeros(len(rows))
    for number in range(_FOLDS):
        rest = fold != number
        weights = _weigh(rows[rest], answered[rest])
        scores[~rest] = rows[~rest] @ weights + _bias(rows[rest] @ weights, answered[rest])
    return scores


def _bias(scores: Numbers, answered: NDArray[np.bool_]) -> float:
    """Where the shares refused and let pass together are least (Youden's J)."""
    order = np.sort(scores)
    between = (order[1:] + order[:-1]) / 2
    wrong = [np.mean(scores[answered] <= at) + np.mean(scores[~answered] > at) for at in between]
    return -float(between[int(np.argmin(wrong))])


def _report(name: str, scores: Numbers, answered: NDArray[np.bool_]) -> None:
    ours, others = scores[answered], scores[~answered]
    area = float(np.mean(ours[:, None] > others[None, :]))
    print(f"{name}: area under the curve {area:.4f}, refused {int((ours <= 0).sum())} of {len(ours)}", end=", ")
    print(f"let pass {int((others > 0).sum())} of {len(others)}")


if __name__ == "__main__":
    raise SystemExit(main())
