"""Embedders: LangChain `Embeddings` with an identity, chosen by a setting."""

import re
from abc import abstractmethod

from langchain_core.embeddings import Embeddings

from knowledge.models import DEFAULT, EmbeddingModel, embedding_model

_LONGEST = 4000  # characters; far beyond any question, and an embedder's time grows with length
_UNFIT = re.compile("[\0\ud800-\udfff]")


class Embedder(Embeddings):
    """Turns texts into vectors of unit length, so that a dot product is a cosine. Safe to share between threads;
    loads its model at the first text, never before."""

    @property
    @abstractmethod
    def identity(self) -> str:
        """Names model and version: an index made under another identity is built anew. Known without loading."""

    @abstractmethod
    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text."""

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""
        return self.embed_documents([text])[0]


def fit(text: str) -> str:
    """`text` as an embedder can take it: no NUL, no lone surrogates, at most 4,000 characters."""
    return _UNFIT.sub(" ", text[:_LONGEST])


def embedder_named(setting: str = DEFAULT, *, download: bool = False) -> Embedder:
    """The embedder of `embedding_model(setting)`, with its errors; nothing is loaded yet."""
    return embedder_of(embedding_model(setting, download=download))


def embedder_of(model: EmbeddingModel) -> Embedder:
    """The embedder that runs `model`."""
    if model.name == DEFAULT:
        from knowledge.nano import NanoEmbedder

        return NanoEmbedder(model)
    from knowledge.transformer import TransformerEmbedder

    return TransformerEmbedder(model)
