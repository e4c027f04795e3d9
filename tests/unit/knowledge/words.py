"""An embedder for tests: words hashed into a vector, no model."""

import zlib

import numpy as np

from knowledge.embedding import Embedder


class WordEmbedder(Embedder):
    """Counts what it is asked to embed."""

    def __init__(self, identity: str = "words/1") -> None:
        self._identity = identity
        self.embedded: list[str] = []

    @property
    def identity(self) -> str:
        return self._identity

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self.embedded.extend(texts)
        return [_vector(text) for text in texts]


def _vector(text: str) -> list[float]:
    vector = np.full(64, 0.01)
    for word in text.lower().split():
        vector[zlib.crc32(word.strip(".,?!:").encode()) % 64] += 1
    return [float(number) for number in vector / np.linalg.norm(vector)]
