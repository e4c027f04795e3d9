"""Vectors of short texts, kept for those asked about again and again."""

from collections import OrderedDict
from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from threading import Lock

import numpy as np

from knowledge.embedding import Embedder
from knowledge.files import whole
from knowledge.frozen import frozen
from knowledge.snapshot import DAMAGE, Matrix, unit

_LONGEST = 1000  # characters of a question or message that count: its gist, in a fraction of a second
_KEPT = 4096  # texts of 384 numbers: 6 MB


class CachedVectors:
    """The vectors of an embedder, with the last few thousand kept; those that `keep` was told of also in `folder`, and
    those frozen beside the `library`."""

    def __init__(self, embedder: Embedder, folder: Path, library: Path) -> None:
        self._embedder = embedder
        self._library = library
        self._file = folder / f"texts-{sha256(embedder.identity.encode()).hexdigest()[:20]}.npz"
        self._kept: OrderedDict[str, Matrix] = OrderedDict()
        self._on_disk: dict[str, Matrix] | None = None
        self._questions: dict[str, Matrix] = {}
        self._lock = Lock()

    def one(self, question: str) -> Matrix:
        """The vector of a question, of unit length."""
        question = question[:_LONGEST]
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
        vectors = self.each((text, *others))
        return tuple(float(cosine) for cosine in vectors[1:] @ vectors[0])

    def each(self, texts: Sequence[str]) -> Matrix:
        """The vectors of `texts`, one a row."""
        return self._of([text[:_LONGEST] for text in texts])

    def keep(self, texts: Sequence[str]) -> None:
        """Put the vectors of `texts` on disk, so that the next start need not make them; only new ones are made, and
        those that are frozen are on disk already."""
        distinct = [text for text in dict.fromkeys(texts) if _name(text) not in self._frozen]
        if not distinct:
            return
        vectors = self._of(distinct)
        with whole(self._file) as partial, partial.open("wb") as file:
            np.savez(file, texts=np.array([_name(text) for text in distinct]), vectors=vectors)

    def named(self, texts: Sequence[str]) -> dict[str, Matrix]:
        """The vectors of `texts` by the hash of each."""
        distinct = list(dict.fromkeys(texts))
        return dict(zip(map(_name, distinct), self._of(distinct), strict=True)) if distinct else {}

    def _of(self, texts: Sequence[str]) -> Matrix:
        with self._lock:
            disk = self._from_disk()
            have = {text: self._kept[text] for text in texts if text in self._kept}
            have |= {text: disk[_name(text)] for text in texts if _name(text) in disk}
        missing = [text for text in dict.fromkeys(texts) if text not in have]
        made = dict(zip(missing, unit(self._embedder.embed_documents(missing)), strict=True)) if missing else {}
        with self._lock:
            self._keep(have | made)
        return np.stack([have.get(text, made.get(text, np.empty(0))) for text in texts])

    @cached_property
    def _frozen(self) -> dict[str, Matrix]:
        return frozen(self._library, self._embedder.identity)

    def _from_disk(self) -> dict[str, Matrix]:
        if self._on_disk is None:
            self._on_disk = dict(self._frozen)
            try:
                with np.load(self._file, allow_pickle=False) as file:
                    self._on_disk |= dict(zip(file["texts"].tolist(), file["vectors"], strict=True))
            except DAMAGE:
                return self._on_disk  # none yet, or unreadable: they are made again
        return self._on_disk

    def _keep(self, vectors: dict[str, Matrix]) -> None:
        for text, vector in vectors.items():
            self._kept[text] = vector
            self._kept.move_to_end(text)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)


def _name(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:20]
