"""Telling from its vector of which kind an owner's words are, by a linear reading learned from examples.

The reading is regularised least squares with one column a kind (ridge regression as a classifier: Hastie, Tibshirani,
Friedman, The Elements of Statistical Learning, 4.2). It has one solution, found in milliseconds, so only the vectors
of the examples cost anything."""

from collections.abc import Callable, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import numpy as np

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
#: How strongly large weights are held back.
_RIDGE = 1.0
_SALT = "2"  # raise it when the way of learning changes


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
        return _with_one(self._vectors(texts)) @ self._learned

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
            np.savez(opened, learned=learned, embedder=self._embedder.identity, digest=self._digest)

    @cached_property
    def _learned(self) -> Matrix:
        kept = self._kept()
        return self._learn() if kept is None else kept

    def _learn(self) -> Matrix:
        files = [load_wordings(file, self._kinds) for file in self._files]
        told = [(text, row) for row, kind in enumerate(self._kinds) for file in files for text in file.get(kind, ())]
        vectors = self._embedded([text for text, _ in told])
        return fitted(vectors, [row for _, row in told], len(self._kinds))

    def _embedded(self, texts: Sequence[str]) -> Matrix:
        return unit(self._embedder.embed_documents(list(texts)))

    def _kept(self) -> Matrix | None:
        for file in (self._library / self._name / LEARNED, self._file):
            try:
                with np.load(file, allow_pickle=False) as kept:
                    if (str(kept["embedder"]), str(kept["digest"])) == (self._embedder.identity, self._digest):
                        return np.asarray(kept["learned"], dtype=np.float32)
            except DAMAGE:
                continue
        return None

    @cached_property
    def _digest(self) -> str:
        return digest(self._files, self._library, f"{_SALT} {' '.join(self._kinds)}")


def fitted(vectors: Matrix, kinds: Sequence[int], many: int) -> Matrix:
    """The weights, a column for each of `many` kinds, by which the kinds of these vectors are told; the last row is the
    constant."""
    rows = _with_one(vectors).astype(np.float64)
    wanted = np.eye(many)[np.asarray(kinds)]
    held_back = _RIDGE * np.eye(rows.shape[1])
    return np.asarray(np.linalg.solve(rows.T @ rows + held_back, rows.T @ wanted), dtype=np.float32)


def _with_one(vectors: Matrix) -> Matrix:
    return np.hstack([vectors, np.ones((len(vectors), 1), dtype=np.float32)])
