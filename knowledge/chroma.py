"""The versions of the index in Chroma: one collection each, the newest complete one counts."""

import os
import platform
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import numpy as np

from journey.keys import Language
from journey.passages import Passage
from knowledge.entries import Entry, Kind
from knowledge.errors import BrokenIndexError, KnowledgeError, UnreachableIndexError, UnwritableIndexError
from knowledge.files import SCHEMA
from knowledge.snapshot import Matrix, Snapshot, unit

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection

_PREFIX = "journey-coach-"
_PAGE = 1000  # rows a call, well under Chroma's limit
_UNWRITABLE = ("readonly", "read-only", "permission denied", "unable to open", "disk is full", "os error")


class ChromaStore:
    """Chroma in a folder, or behind `server` ("host:port") where that is not empty. A version is written under a
    name of its own and becomes the index by one update of its metadata, so that a killed build changes nothing."""

    def __init__(self, folder: Path, server: str = "") -> None:
        self._folder = folder
        self._server = server
        self.place = server or str(folder)
        self._opened: Client | None = None

    def versions(self) -> tuple["Collection", ...]:
        """All versions, complete or not, newest last."""
        with self.plainly():
            mine = [self._collection(each.name) for each in self._client.list_collections() if _is_ours(each.name)]
        return tuple(sorted(mine, key=lambda each: each.name))

    def current(self, digest: str, embedder: str) -> "Collection | None":
        """The newest complete version of this library by this embedder."""
        wanted = {"complete": True, "library": digest, "embedder": embedder, "schema": SCHEMA}
        found = [each for each in self.versions() if wanted.items() <= _metadata(each).items()]
        return found[-1] if found else None

    def begin(self, digest: str, embedder: str) -> "Collection":
        """A new, empty version that does not count yet."""
        made = [int(each.name.removeprefix(_PREFIX)) for each in self.versions()]
        about = {"complete": False, "library": digest, "embedder": embedder, "schema": SCHEMA, "builder": _builder()}
        with self.plainly():
            name = f"{_PREFIX}{max(made, default=0) + 1:06d}"
            return self._client.create_collection(name, embedding_function=None, metadata=about, configuration=_COSINE)

    def add(self, version: "Collection", entries: Sequence[Entry], vectors: Matrix, first_row: int) -> None:
        """Write some rows of a version."""
        with self.plainly():
            version.add(
                ids=[entry.id for entry in entries],
                embeddings=vectors,
                documents=[_document(entry) for entry in entries],
                metadatas=[_described(entry, first_row + number) for number, entry in enumerate(entries)],
            )

    def commit(self, version: "Collection") -> None:
        """Make `version` the one that counts, in one step."""
        with self.plainly():
            version.modify(metadata={**_metadata(version), "complete": True})

    def sweep(self, keep: "Collection") -> None:
        """Remove all other versions, except those another living process is building."""
        for each in self.versions():
            about = _metadata(each)
            if each.name != keep.name and (about.get("complete") or _is_dead(str(about.get("builder", "")))):
                with self.plainly():
                    self._client.delete_collection(each.name)

    def vectors(self, embedder: str) -> dict[str, Matrix]:
        """What `embedder` made before, by the hash of the text; also out of builds that were killed."""
        known: dict[str, Matrix] = {}
        for version in self.versions():
            if _metadata(version).get("embedder") == embedder:
                known |= {str(about.get("hash")): vector for _, _, about, vector in self._rows(version)}
        return known

    def read(self, version: "Collection") -> Snapshot:
        """All of a version. BrokenIndexError where rows are missing."""
        rows = sorted(self._rows(version), key=lambda row: int(row[2]["row"]))
        if [int(row[2]["row"]) for row in rows] != list(range(len(rows))) or not rows:
            raise BrokenIndexError(self.place, "rows are missing")
        passages = {row[2]["passage"]: _passage(row[2], row[1]) for row in rows if row[2]["kind"] != "question"}
        try:
            entries = tuple(_entry(text, about, passages[about["passage"]]) for _, text, about, _ in rows)
        except KeyError as error:
            raise BrokenIndexError(self.place, f"passage {error} is missing") from error
        about = _metadata(version)
        return Snapshot(
            entries, unit(np.stack([row[3] for row in rows])), str(about["library"]), str(about["embedder"])
        )

    def reset(self) -> None:
        """Throw everything away: the mend of a broken index. On a server only what is ours."""
        if self._server:
            for each in self.versions():
                with self.plainly():
                    self._client.delete_collection(each.name)
            return
        self._opened = None
        _forget()
        shutil.rmtree(self._folder, ignore_errors=True)

    def beside(self, name: str, about: dict[str, Any]) -> "Collection":
        """The collection `name` beside the versions, made with `about` where there is none."""
        with self.plainly():
            return self._client.get_or_create_collection(
                name, embedding_function=None, metadata=about, configuration=_COSINE
            )

    def close(self) -> None:
        """Let go of Chroma; the next use opens it anew, and sees what other programs wrote since."""
        opened, self._opened = self._opened, None
        if opened is not None:
            with self.plainly():
                opened.close()

    def drop(self, name: str) -> None:
        """Throws the collection `name` away."""
        with self.plainly():
            self._client.delete_collection(name)

    def _collection(self, name: str) -> "Collection":
        return self._client.get_collection(name, embedding_function=None)

    def _rows(self, version: "Collection") -> Iterator[tuple[str, str, dict[str, Any], Matrix]]:
        for start in range(0, version.count(), _PAGE):
            with self.plainly():
                page = version.get(limit=_PAGE, offset=start, include=["embeddings", "documents", "metadatas"])
            vectors = np.asarray(page["embeddings"], dtype=np.float32)
            yield from cast(
                "Iterator[tuple[str, str, dict[str, Any], Matrix]]",
                zip(page["ids"], page["documents"] or (), page["metadatas"] or (), vectors, strict=True),
            )

    @property
    def _client(self) -> "Client":
        if self._opened is None:
            self._opened = _http(self._server) if self._server else _embedded(self._folder)
        return self._opened

    @contextmanager
    def plainly(self) -> Iterator[None]:
        """Turn whatever Chroma, SQLite or the Rust core raises into one of our errors."""
        try:
            yield
        except KnowledgeError:
            raise
        except BaseException as error:  # the Rust core's panics are no Exception
            if isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit):
                raise
            raise self._error(error) from error

    def _error(self, error: BaseException) -> KnowledgeError:
        problem = (str(error).strip() or repr(error)).splitlines()[0][:300]
        if self._server:
            return UnreachableIndexError(self._server, problem)
        if isinstance(error, OSError) or any(sign in problem.lower() for sign in _UNWRITABLE):
            return UnwritableIndexError(self.place, problem)
        return BrokenIndexError(self.place, problem)


_COSINE: Any = {"hnsw": {"space": "cosine"}}


def _embedded(folder: Path) -> "Client":
    folder.mkdir(parents=True, exist_ok=True)
    chromadb, settings = _chromadb()
    return cast("Client", chromadb.PersistentClient(str(folder), settings=settings))


def _http(server: str) -> "Client":
    chromadb, settings = _chromadb()
    parts = urlsplit(server if "//" in server else f"//{server}")
    client = chromadb.HttpClient(
        host=parts.hostname or "localhost", port=parts.port or 8000, ssl=parts.scheme == "https", settings=settings
    )
    return cast("Client", client)


def _chromadb() -> tuple[Any, Any]:
    import chromadb  # two seconds: only where a version is read or written
    from chromadb.config import Settings

    return chromadb, Settings(anonymized_telemetry=False)


def _forget() -> None:
    from chromadb.api.shared_system_client import SharedSystemClient

    SharedSystemClient.clear_system_cache()


def _is_ours(name: str) -> bool:
    return name.startswith(_PREFIX) and name.removeprefix(_PREFIX).isdigit()


def _metadata(version: "Collection") -> dict[str, Any]:
    return dict(version.metadata or {})


def _builder() -> str:
    return f"{platform.node()}:{os.getpid()}"


def _is_dead(builder: str) -> bool:
    """Whether the process that began a version is gone; only known of processes on this machine."""
    node, _, process = builder.rpartition(":")
    if node != platform.node() or not process.isdigit() or int(process) == os.getpid():
        return node == platform.node()
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def _document(entry: Entry) -> str:
    return entry.passage.text if entry.kind == "passage" else entry.text


def _described(entry: Entry, row: int) -> dict[str, str | int]:
    passage = entry.passage
    return {
        "row": row,
        "kind": entry.kind,
        "hash": entry.hash,
        "passage": passage.id,
        "label": passage.label,
        "lang": passage.lang,
        "title": passage.title,
        "source": passage.source,
        "origin": passage.origin,
    }


def _passage(about: dict[str, Any], text: str) -> Passage:
    lang = cast("Language", about["lang"])
    fields = {name: str(about[name]) for name in ("label", "title", "source", "origin")}
    return Passage(id=str(about["passage"]), lang=lang, text=text if about["kind"] == "passage" else "", **fields)


def _entry(text: str, about: dict[str, Any], passage: Passage) -> Entry:
    kind = cast("Kind", about["kind"])
    return Entry.of_passage(passage) if kind == "passage" else Entry(kind, text, passage)
