"""The optional embedder: any sentence-transformers model that is already on this machine."""

import os
from threading import Lock
from typing import Any

from knowledge.embedding import Embedder, fit
from knowledge.errors import ModelMissingError
from knowledge.models import EmbeddingModel

_OFFLINE = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")


class TransformerEmbedder(Embedder):
    """Runs a model by its folder. The hub is only ever asked where the operator allowed the download."""

    def __init__(self, model: EmbeddingModel) -> None:
        self._about = model
        self._lock = Lock()
        self._model: Any = None

    @property
    def identity(self) -> str:
        """The name and a fingerprint of the model's files."""
        return self._about.identity

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Vectors of as many numbers as the model has. ModelMissingError where its files are damaged."""
        return self._embedded("encode_document", texts)

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question, with the model's own prompt for questions where it has one."""
        return self._embedded("encode_query", [text])[0]

    def _embedded(self, way: str, texts: list[str]) -> list[list[float]]:
        if not texts:
            return []
        with self._lock:
            encode = getattr(self._loaded(), way)
            vectors = encode([fit(text) for text in texts], normalize_embeddings=True, show_progress_bar=False)
        return [[float(number) for number in vector] for vector in vectors]

    def _loaded(self) -> Any:
        if self._model is None:
            self._model = _load(self._about)
        return self._model


def _load(model: EmbeddingModel) -> Any:
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")  # all of these are read once, by the import
    if not model.download:
        os.environ.update(dict.fromkeys(_OFFLINE, "1"))
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(model.place, device="cpu", local_files_only=not model.download)
    except Exception as error:  # any of a hub's, a tokenizer's or torch's many
        raise ModelMissingError(model.name, (str(error) or repr(error)).splitlines()[0]) from error
