"""The passages of own articles in Chroma, in one collection beside the versions of the library's index."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal, cast

import numpy as np

from journey.keys import Language
from journey.passages import OWN, Passage
from knowledge.chroma import ChromaStore
from knowledge.embedding import Embedder, fit
from knowledge.errors import BrokenIndexError
from knowledge.snapshot import Matrix, unit

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

_NAME = "journey-coach-articles"
_PAGE = 1000  # rows a call, well under Chroma's limit
Kind = Literal["passage", "sentence"]


@dataclass(frozen=True)
class Row:
    """A passage, or a sentence of it, with its vector of unit length."""

    kind: Kind
    article: str
    passage: Passage
    text: str
    vector: Matrix


class Shelf:
    """All own articles of all agencies; every row says whose it is. Safe to share between threads."""

    def __init__(self, store: ChromaStore, embedder: Embedder) -> None:
        self._store = store
        self._embedder = embedder
        self._lock = Lock()

    def add(self, agency: str, article: str, rows: Sequence[tuple[Kind, Passage, str]]) -> None:
        """Embeds and keeps some rows of an article; those that are there are written again."""
        vectors = unit(self._embedder.embed_documents([fit(text) for _, _, text in rows]))
        with self._lock, self._store.plainly():
            self._collection().upsert(
                ids=[f"{passage.id}-{kind[0]}-{number}" for number, (kind, passage, _) in enumerate(rows)],
                embeddings=vectors,
                documents=[text for _, _, text in rows],
                metadatas=[_described(agency, article, kind, passage) for kind, passage, _ in rows],
            )

    def finish(self, agency: str, article: str, passages: int) -> None:
        """All of an article's `passages` are in."""
        with self._lock, self._store.plainly():
            about: dict[str, str | int] = {"kind": "whole", "agency": agency, "article": article, "passages": passages}
            anywhere = unit([self._embedder.embed_query("whole")])
            self._collection().upsert(ids=[f"{article}-whole"], embeddings=anywhere, documents=[""], metadatas=[about])

    def whole(self, articles: Sequence[str]) -> tuple[str, ...]:
        """Those of `articles` that are in, complete, by the embedder of today."""
        if not articles:
            return ()
        with self._lock, self._store.plainly():
            self._store.close()  # what another program wrote counts too
            found = self._collection().get(ids=[f"{article}-whole" for article in articles], include=[])
        return tuple(key.removesuffix("-whole") for key in found["ids"])

    def remove(self, article: str) -> None:
        """Forgets an article."""
        with self._lock, self._store.plainly():
            self._collection().delete(where={"article": article})

    def rows(self, agency: str, articles: Sequence[str]) -> tuple[Row, ...]:
        """All rows of these articles of an agency, whatever its language. What another program wrote since Chroma was
        opened here isn't seen, or can't be read: then it is opened anew."""
        if not articles:
            return ()
        with self._lock:
            with suppress(BrokenIndexError):
                found = self._read(agency, articles)
                if {row.article for row in found} == set(articles):
                    return found
            self._store.close()
            return self._read(agency, articles)

    def _read(self, agency: str, articles: Sequence[str]) -> tuple[Row, ...]:
        which: Any = {"$and": [{"agency": agency}, {"article": {"$in": list(articles)}}, {"kind": {"$ne": "whole"}}]}
        found: list[Row] = []
        with self._store.plainly():
            collection = self._collection()
            while page := _page(collection, which, len(found)):
                found += page
        return tuple(found)

    def _collection(self) -> "Collection":
        """The collection, begun anew where another embedder made it."""
        about = {"embedder": self._embedder.identity}
        collection = self._store.beside(_NAME, about)
        if (collection.metadata or {}).get("embedder") != self._embedder.identity:
            self._store.drop(_NAME)
            collection = self._store.beside(_NAME, about)
        return collection


def _page(collection: "Collection", which: Any, start: int) -> list[Row]:
    page = collection.get(where=which, limit=_PAGE, offset=start, include=["embeddings", "documents", "metadatas"])
    vectors = np.asarray(page["embeddings"], dtype=np.float32)
    rows = zip(page["documents"] or (), page["metadatas"] or (), vectors, strict=True)
    return [_row(text, dict(about), unit(vector)) for text, about, vector in rows]


def _described(agency: str, article: str, kind: Kind, passage: Passage) -> dict[str, str]:
    told = passage.model_dump(include={"label", "lang", "title", "source"})
    return {"agency": agency, "article": article, "kind": kind, "passage": passage.id, "words": passage.text, **told}


def _row(text: str, about: dict[str, Any], vector: Matrix) -> Row:
    fields = {name: str(about[name]) for name in ("label", "title", "source")}
    passage = Passage(
        id=str(about["passage"]), lang=cast("Language", about["lang"]), text=str(about["words"]), origin=OWN, **fields
    )
    return Row(cast("Kind", about["kind"]), str(about["article"]), passage, text, vector)
