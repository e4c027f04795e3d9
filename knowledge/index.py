"""Building and reading the index: incremental, atomic, anew where the library or the embedder changed."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from knowledge.chroma import ChromaStore
from knowledge.embedding import Embedder
from knowledge.entries import Entry, entries_of
from knowledge.errors import MissingIndexError
from knowledge.files import LIBRARY, copy_of, is_current, library_digest, store_folder
from knowledge.frozen import frozen
from knowledge.snapshot import Matrix, Snapshot, load, save, unit

#: Called with the entries done and all entries; the first call comes before the first embedding.
Progress = Callable[[int, int], None]
_BATCH = 32


class Index:
    """The index of a `library`, kept in `folder` (Chroma's files, or with a `server` only the copy of
    its vectors that starts without Chroma)."""

    def __init__(self, folder: Path, embedder: Embedder, library: Path = LIBRARY, server: str = "") -> None:
        self._folder = folder
        self._embedder = embedder
        self._library = library
        self._server = server
        self._store = ChromaStore(store_folder(folder), server)

    def is_current(self) -> bool:
        """Whether the index can be used as it is. Looks at files only: some milliseconds, without Chroma."""
        return is_current(self._folder, self._library, self._embedder.identity, self._server)

    def load(self) -> Snapshot:
        """The index as it stands. MissingIndexError where it must be built first, BrokenIndexError where it can't be
        read."""
        digest, identity = library_digest(self._library), self._embedder.identity
        found = load(self._copy(digest), digest, identity) if self.is_current() else None
        if found is not None:
            return found
        self._copy(digest).unlink(missing_ok=True)  # damaged: it must not pass for current
        version = self._store.current(digest, identity)
        if version is None:
            raise MissingIndexError(self._store.place)
        return self._copied(self._store.read(version))

    def build(self, progress: Progress = lambda _done, _all: None) -> Snapshot:
        """Bring the index up to date and return it. Only new texts are embedded; until the last step the old version
        stays the one that counts."""
        digest, entries = library_digest(self._library), entries_of(self._library)
        identity = self._embedder.identity
        known = frozen(self._library, identity) | self._store.vectors(identity)
        version = self._store.begin(digest, identity)
        progress(0, len(entries))
        for row, batch, vectors in self._embedded(entries, known):
            self._store.add(version, batch, vectors, row)
            progress(row + len(batch), len(entries))
        self._store.commit(version)
        self._store.sweep(keep=version)
        return self._copied(self._store.read(version))

    def rebuild(self, progress: Progress = lambda _done, _all: None) -> Snapshot:
        """Throw the index away and build it anew: the mend of a broken one."""
        self._store.reset()
        return self.build(progress)

    def _embedded(
        self, entries: Sequence[Entry], known: dict[str, Matrix]
    ) -> Iterator[tuple[int, Sequence[Entry], Matrix]]:
        for row in range(0, len(entries), _BATCH):
            batch = entries[row : row + _BATCH]
            new = {entry.hash: entry.text for entry in batch if entry.hash not in known}
            made = unit(self._embedder.embed_documents(list(new.values()))) if new else ()
            known |= dict(zip(new, made, strict=True))
            yield row, batch, np.stack([known[entry.hash] for entry in batch])

    def _copy(self, digest: str) -> Path:
        return copy_of(self._folder, digest, self._embedder.identity, self._server)

    def _copied(self, snapshot: Snapshot) -> Snapshot:
        path = self._copy(snapshot.digest)
        self._folder.mkdir(parents=True, exist_ok=True)
        save(snapshot, path)
        for old in self._folder.glob("vectors-*.npz*"):
            if old != path:
                old.unlink(missing_ok=True)
        return snapshot
