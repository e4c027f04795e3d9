"""Finding the passages that answer a question: by meaning, and by words."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from journey.keys import LANGUAGES, Language
from journey.passages import Found, Passage
from knowledge.entries import Entry, Kind
from knowledge.lexical import WordIndex
from knowledge.snapshot import Matrix, Snapshot

_LEXICAL: dict[Language, float] = {"nl": 0.3, "en": 0.0}


class Search:
    """All of an index, ready to be asked. `vector` below is that of the question, of unit length."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._shelves = {language: _Shelf(snapshot, language) for language in LANGUAGES}

    def find(self, question: str, vector: Matrix, language: Language, limit: int) -> tuple[Found, ...]:
        """The best passage of each of the best `limit` labels; ties in the order of the library."""
        return self._shelves[language].find(question, vector, limit)


class _Shelf:
    """The entries of one language."""

    def __init__(self, snapshot: Snapshot, language: Language) -> None:
        rows = [(row, entry) for row, entry in enumerate(snapshot.entries) if entry.passage.lang == language]
        entries = [entry for _, entry in rows]
        self._vectors = snapshot.vectors[[row for row, _ in rows]]
        self._passages: tuple[Passage, ...] = tuple(e.passage for e in entries if e.kind == "passage")
        number = {passage.id: n for n, passage in enumerate(self._passages)}
        labels = {label: n for n, label in enumerate(dict.fromkeys(p.label for p in self._passages))}
        self._label = np.array([labels[p.label] for p in self._passages], dtype=np.intp)
        self._rows = {kind: _rows_of(entries, kind) for kind in ("passage", "sentence", "question")}
        self._sentence_of = np.array([number[e.passage.id] for e in entries if e.kind == "sentence"], dtype=np.intp)
        self._question_of = np.array([labels[e.passage.label] for e in entries if e.kind == "question"], dtype=np.intp)
        self._words = WordIndex([e.text for e in entries if e.kind == "passage"], language) if entries else None
        self._weight = _LEXICAL[language]

    def find(self, question: str, vector: Matrix, limit: int) -> tuple[Found, ...]:
        if self._words is None:
            return ()
        cosines = self._vectors @ vector
        sentence = _best(cosines[self._rows["sentence"]], self._sentence_of, len(self._passages))
        asked = _best(cosines[self._rows["question"]], self._question_of, int(self._label.max()) + 1)
        near = np.maximum(sentence, asked[self._label])
        scores = cosines[self._rows["passage"]] + near
        if self._weight:
            scores = scores + self._weight * _standard(self._words.scores(question))
        return self._top(scores, near, limit)

    def _top(self, scores: Matrix, near: Matrix, limit: int) -> tuple[Found, ...]:
        found: dict[str, Found] = {}
        for n in np.argsort(-scores, kind="stable"):
            passage = self._passages[int(n)]
            if passage.label not in found:
                found[passage.label] = Found(passage=passage, score=float(scores[n]), nearness=float(near[n]))
            if len(found) >= limit:
                break
        return tuple(found.values())


def _rows_of(entries: Sequence[Entry], kind: Kind) -> NDArray[np.intp]:
    return np.array([n for n, entry in enumerate(entries) if entry.kind == kind], dtype=np.intp)


def _best(cosines: Matrix, owner: NDArray[np.intp], owners: int) -> Matrix:
    """The highest cosine of each owner; -1 for one that has none."""
    best = np.full(owners, -1.0, dtype=np.float32)
    np.maximum.at(best, owner, cosines)
    return best


def _standard(scores: Matrix) -> Matrix:
    """Z-scores; zeros where all are equal."""
    spread = float(scores.std())
    return np.asarray((scores - scores.mean()) / spread, dtype=np.float32) if spread > 0 else np.zeros_like(scores)
