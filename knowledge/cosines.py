"""How near the entries of a language are to a question, reckoned once however many ask."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.entries import Kind
from knowledge.snapshot import Matrix

_LEAST = 1e-6  # length below which what sets a text apart from the others is nothing


class Cosines:
    """The entries of a language by kind. Those of the last question are kept: it is looked at from several sides, and
    one large product costs less than many small ones. Safe to share between threads."""

    def __init__(self, vectors: Matrix, kinds: Sequence[Kind], centre: Matrix) -> None:
        """`centre` is the mean of all vectors of the index: what every text about these things has in common."""
        self._vectors = vectors
        self._kinds = np.array(kinds, dtype=np.str_)
        self._centre = centre
        self._shifts = vectors @ centre
        self._lengths = np.maximum(np.linalg.norm(vectors - centre, axis=1), _LEAST)
        self._rows: dict[tuple[Kind, ...], NDArray[np.intp]] = {}
        self._last: tuple[Matrix, Matrix, Matrix] | None = None

    def of(self, vector: Matrix, *kinds: Kind) -> Matrix:
        """The cosine of each entry of these kinds, in their order."""
        return self._near(vector)[0][self._of(kinds)]

    def apart(self, vector: Matrix, *kinds: Kind) -> Matrix:
        """The same seen from the centre of all entries: what sets them apart weighs more than what they share."""
        return self._near(vector)[1][self._of(kinds)]

    def vectors(self, *kinds: Kind) -> Matrix:
        """The vectors of the entries of these kinds, in their order."""
        return self._vectors[self._of(kinds)]

    def _of(self, kinds: tuple[Kind, ...]) -> NDArray[np.intp]:
        if kinds not in self._rows:
            self._rows[kinds] = np.flatnonzero(np.isin(self._kinds, kinds))
        return self._rows[kinds]

    def _near(self, vector: Matrix) -> tuple[Matrix, Matrix]:
        last = self._last
        if last is None or last[0] is not vector:
            plain = self._vectors @ vector
            last = self._last = (vector, plain, self._from_centre(vector, plain))
        return last[1:]

    def _from_centre(self, vector: Matrix, plain: Matrix) -> Matrix:
        """Both sides moved by the centre, by arithmetic on `plain` instead of a second product."""
        length = max(float(np.linalg.norm(vector - self._centre)), _LEAST)
        moved = plain - self._shifts - vector @ self._centre + self._centre @ self._centre
        return np.asarray(moved / (self._lengths * length), dtype=np.float32)
