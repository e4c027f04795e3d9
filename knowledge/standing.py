"""How the index stands, for those who look after it."""

from enum import StrEnum
from pathlib import Path

from knowledge.files import LIBRARY, copy_of, is_current, library_digest
from knowledge.models import EmbeddingModel
from knowledge.snapshot import load


class IndexState(StrEnum):
    """What can be said of an index without changing it."""

    CURRENT = "current"
    STALE = "stale"  # of another library, embedder or Chroma server
    DAMAGED = "damaged"
    MISSING = "missing"


def index_folder(data: Path) -> Path:
    """Where the index lies below the folder that the setting names."""
    return data / "index"


def index_state(data: Path, model: EmbeddingModel, server: str = "", library: Path = LIBRARY) -> IndexState:
    """How the index below `data` stands for this embedding model and Chroma server. LibraryMissingError where there are
    no articles."""
    folder, digest = index_folder(data), library_digest(library)
    if is_current(folder, library, model.identity, server):
        found = load(copy_of(folder, digest, model.identity, server), digest, model.identity)
        return IndexState.CURRENT if found else IndexState.DAMAGED
    return IndexState.STALE if any(folder.glob("vectors-*.npz")) else IndexState.MISSING


def reach(server: str) -> None:
    """Asks the Chroma server at "host:port" for what it has. UnreachableIndexError where it doesn't answer."""
    from knowledge.chroma import ChromaStore

    ChromaStore(Path(), server).versions()
