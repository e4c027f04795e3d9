"""The index in memory: entries and their vectors, with a copy on disk that loads without Chroma."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from journey.passages import Passage
from knowledge.entries import Entry, Kind
from knowledge.files import whole

Matrix = NDArray[np.float32]
#: What reading a file that is missing or damaged can raise.
DAMAGE = (OSError, ValueError, KeyError, EOFError, TypeError, BadZipFile, zlib.error)


@dataclass(frozen=True)
class Snapshot:
    """Entries and, row by row, their vectors of unit length. `digest` names the library and `embedder` what made it."""

    entries: tuple[Entry, ...]
    vectors: Matrix
    digest: str
    embedder: str

    @cached_property
    def centre(self) -> Matrix:
        """The mean of all vectors; zeros where there are none."""
        return np.asarray(self.vectors.sum(axis=0) / max(1, len(self.vectors)), dtype=np.float32)


def save(snapshot: Snapshot, path: Path) -> None:
    """Write `snapshot` to `path` in one step: a reader sees all of it or nothing."""
    with whole(path) as partial, partial.open("wb") as file:
        np.savez(file, vectors=snapshot.vectors, entries=np.frombuffer(_packed(snapshot), dtype=np.uint8))


def load(path: Path, digest: str, embedder: str) -> Snapshot | None:
    """The snapshot in `path`; None where there is none, a damaged one, or one of another library or embedder."""
    try:
        with np.load(path, allow_pickle=False) as file:
            return _unpacked(file["entries"].tobytes(), file["vectors"], digest, embedder)
    except DAMAGE:
        return None


def unit(vectors: Sequence[Sequence[float]] | Matrix) -> Matrix:
    """`vectors` as a matrix of rows of unit length."""
    matrix = np.asarray(vectors, dtype=np.float32)
    lengths = np.linalg.norm(matrix, axis=-1, keepdims=True)
    return np.asarray(matrix / np.maximum(lengths, 1e-12), dtype=np.float32)


def _packed(snapshot: Snapshot) -> bytes:
    passages = {entry.passage.id: entry.passage.model_dump() for entry in snapshot.entries}
    rows = [(entry.kind, entry.text, entry.passage.id) for entry in snapshot.entries]
    head = {"digest": snapshot.digest, "embedder": snapshot.embedder, "passages": passages, "rows": rows}
    return json.dumps(head).encode()


def _unpacked(packed: bytes, vectors: Matrix, digest: str, embedder: str) -> Snapshot | None:
    head = json.loads(packed)
    if (head["digest"], head["embedder"]) != (digest, embedder) or len(head["rows"]) != len(vectors):
        return None
    passages = {key: Passage.model_construct(**values) for key, values in head["passages"].items()}
    rows: list[tuple[Kind, str, str]] = head["rows"]
    entries = tuple(Entry(kind, text, passages[passage]) for kind, text, passage in rows)
    return Snapshot(entries, vectors, digest, embedder)
