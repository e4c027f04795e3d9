"""Telling from its vector of which kind an owner's words are, learned from examples.

The reading is kernel ridge regression with a Gaussian kernel and one column a kind (Hastie, Tibshirani, Friedman, The
Elements of Statistical Learning, 5.8 and 4.2): words are of the kinds of the examples near them, each weighed. It has
one solution, found in a second, so only the vectors of the examples cost anything."""

from collections.abc import Callable, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from journey.stretches import Stretch
from knowledge.embedding import Embedder
from knowledge.files import LIBRARY, digest, example_files, whole
from knowledge.snapshot import DAMAGE, Matrix, unit
from knowledge.wordings import load_wordings

#: The kinds of examples there are, by the name of their folder. Words of the last kind are of none of the others.
EXAMPLES = {
    "stretches": Stretch._fields,
    "told": tuple(
        "goal persona persona_need persona_pain persona_feeling persona_info usp aftercare price channels channels_not "
        "hours money days email location offer audience name none".split()
    ),
}
LEARNED = "learned.npz"
#: How strongly large weights are held back, and how fast an example's say falls with the square of its distance: by
#: cross-validation of the examples.
_RIDGE, _FALL = 0.1, 2.0
_SALT = "4"  # raise it when the way of learning changes


class KindReader:
    """Reads words by the vectors of `embedder`, taken from `vectors` where those are given. `name` is that of the
    examples. What was learned is kept beside the `library`, or for any other embedder in `folder`."""

    def __init__(
        self,
        embedder: Embedder,
        folder: Path,
        name: str,
        library: Path = LIBRARY,
        vectors: Callable[[Sequence[str]], Matrix] | None = None,
    ) -> None:
        self._embedder = embedder
        self._vectors = vectors or self._embedded
        self._library = library
        self._name = name
        self._files = example_files(name, library)
        self._kinds = EXAMPLES[name]
        made_of = sha256(f"{embedder.identity} {self._digest}".encode()).hexdigest()[:20]
        self._file = folder / f"{name}-{made_of}.npz"

    def scores(self, texts: Sequence[str]) -> Matrix:
        """A row a text, a column a kind: about 1 for what surely is of that kind, about 0 for what surely isn't. All
        are of no kind where the library has no examples."""
        if not texts or not self._files:
            return np.tile(np.eye(len(self._kinds), dtype=np.float32)[-1], (len(texts), 1))
        return self._learned.scores(self._vectors(texts))

    def kinds(self, text: str) -> dict[str, float]:
        """The score of `text` for each kind, highest first."""
        scores = self.scores([text])[0]
        return {self._kinds[row]: float(scores[row]) for row in np.argsort(-scores, kind="stable")}

    def keep(self) -> None:
        """Learn beforehand and keep it, so that no message has to wait; nothing to do where that was done."""
        if self._files and self._kept() is None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with whole(self._file) as partial:
                self.write(partial)
            for old in set(self._file.parent.glob(f"{self._name}-*.npz")) - {self._file}:
                old.unlink(missing_ok=True)

    def write(self, file: Path) -> None:
        """Learn anew and write it to `file`."""
        learned = self._learn()
        with file.open("wb") as opened:
            np.savez(
                opened,
                examples=_bytes(learned.examples),
                weights=learned.weights.astype(np.float16),
                shares=learned.shares,
                embedder=self._embedder.identity,
                digest=self._digest,
            )

    @cached_property
    def _learned(self) -> "Learned":
        kept = self._kept()
        return self._learn() if kept is None else kept

    def _learn(self) -> "Learned":
        files = [load_wordings(file, self._kinds) for file in self._files]
        told = [(text, row) for row, kind in enumerate(self._kinds) for file in files for text in file.get(kind, ())]
        vectors = self._embedded([text for text, _ in told])
        return fitted(vectors, [row for _, row in told], len(self._kinds))

    def _embedded(self, texts: Sequence[str]) -> Matrix:
        return unit(self._embedder.embed_documents(list(texts)))

    def _kept(self) -> "Learned | None":
        for file in (self._library / self._name / LEARNED, self._file):
            try:
                with np.load(file, allow_pickle=False) as kept:
                    if (str(kept["embedder"]), str(kept["digest"])) == (self._embedder.identity, self._digest):
                        weights, shares = (kept[name].astype(np.float32) for name in ("weights", "shares"))
                        return Learned(_from_bytes(kept["examples"]), weights, shares)
            except DAMAGE:
                continue
        return None

    @cached_property
    def _digest(self) -> str:
        return digest(self._files, self._library, f"{_SALT} {' '.join(self._kinds)}")


class Learned(NamedTuple):
    """The vectors of the examples, a row each; their weights, a column a kind; and the share of each kind in them."""

    examples: Matrix
    weights: Matrix
    shares: Matrix

    def scores(self, vectors: Matrix) -> Matrix:
        """A row a vector, a column a kind."""
        return np.asarray(_alike(vectors, self.examples) @ self.weights + self.shares, dtype=np.float32)


def fitted(vectors: Matrix, kinds: Sequence[int], many: int) -> Learned:
    """What tells of which of `many` kinds vectors are, learned from these of known kinds. They are rounded to a byte a
    dimension, as which they are kept."""
    examples = _from_bytes(_bytes(vectors))
    wanted = np.eye(many, dtype=np.float32)[np.asarray(kinds)]
    shares = wanted.mean(axis=0)
    alike = _alike(examples, examples)
    alike[np.diag_indices_from(alike)] += _RIDGE
    return Learned(examples, np.linalg.solve(alike, wanted - shares), shares)


def _bytes(vectors: Matrix) -> NDArray[np.int8]:
    """Each vector in whole steps, 127 of them to its largest dimension."""
    largest = np.maximum(np.abs(vectors).max(axis=1, keepdims=True), np.finfo(np.float32).tiny)
    return np.asarray(np.round(vectors / largest * 127), dtype=np.int8)


def _from_bytes(steps: NDArray[np.int8]) -> Matrix:
    return unit(steps.astype(np.float32))


def _alike(some: Matrix, others: Matrix) -> Matrix:
    """How near each of `some` vectors of unit length is to each of the `others`: 1 for the same, 0 for far apart."""
    return np.asarray(np.exp(np.float32(2 * _FALL) * (some @ others.T - 1)), dtype=np.float32)
