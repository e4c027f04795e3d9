"""Vectors of short texts, kept for those asked about again and again."""

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

import numpy as np

from knowledge.embedding import Embedder
from knowledge.snapshot import Matrix, unit

_KEPT = 4096  # texts of 384 numbers: 6 MB


class CachedVectors:
    """The vectors of an embedder, with the last few thousand kept."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._kept: OrderedDict[str, Matrix] = OrderedDict()
        self._questions: dict[str, Matrix] = {}
        self._lock = Lock()

    def one(self, question: str) -> Matrix:
        """The vector of a question, of unit length."""
        with self._lock:
            kept = self._questions.get(question)
        if kept is None:
            kept = unit([self._embedder.embed_query(question)])[0]
            with self._lock:
                self._questions = {question: kept}  # the same question is soon asked about its best passage
        return kept

    def closeness(self, text: str, others: Sequence[str]) -> tuple[float, ...]:
        """The cosine of `text` and each of `others`, in their order."""
        if not others:
            return ()
        vectors = self._of([text, *others])
        return tuple(float(cosine) for cosine in vectors[1:] @ vectors[0])

    def _of(self, texts: Sequence[str]) -> Matrix:
        with self._lock:
            have = {text: self._kept[text] for text in texts if text in self._kept}
        missing = [text for text in dict.fromkeys(texts) if text not in have]
        made = dict(zip(missing, unit(self._embedder.embed_documents(missing)), strict=True)) if missing else {}
        with self._lock:
            self._keep(have | made)
        return np.stack([have.get(text, made.get(text, np.empty(0))) for text in texts])

    def _keep(self, vectors: dict[str, Matrix]) -> None:
        for text, vector in vectors.items():
            self._kept[text] = vector
            self._kept.move_to_end(text)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
