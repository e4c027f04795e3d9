"""How near the entries of a language are to a question, reckoned once however many ask."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.entries import Kind
from knowledge.snapshot import Matrix


class Cosines:
    """The entries of a language by kind. Those of the last question are kept: it is looked at from several sides, and
    one large product costs less than many small ones. Safe to share between threads."""

    def __init__(self, vectors: Matrix, kinds: Sequence[Kind]) -> None:
        self._vectors = vectors
        self._kinds = np.array(kinds, dtype=np.str_)
        self._rows: dict[tuple[Kind, ...], NDArray[np.intp]] = {}
        self._last: tuple[Matrix, Matrix] | None = None

    def of(self, vector: Matrix, *kinds: Kind) -> Matrix:
        """The cosine of each entry of these kinds, in their order."""
        return self._near(vector)[self._of(kinds)]

    def vectors(self, *kinds: Kind) -> Matrix:
        """The vectors of the entries of these kinds, in their order."""
        return self._vectors[self._of(kinds)]

    def _of(self, kinds: tuple[Kind, ...]) -> NDArray[np.intp]:
        if kinds not in self._rows:
            self._rows[kinds] = np.flatnonzero(np.isin(self._kinds, kinds))
        return self._rows[kinds]

    def _near(self, vector: Matrix) -> Matrix:
        last = self._last
        if last is None or last[0] is not vector:
            last = self._last = (vector, self._vectors @ vector)
        return last[1]
