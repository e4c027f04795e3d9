"""Vectors kept beside the library, so that a first build takes seconds instead of minutes."""

from pathlib import Path

import numpy as np

from knowledge.snapshot import DAMAGE, Matrix, unit

NAME = "vectors.npz"


def freeze(vectors: dict[str, Matrix], library: Path, embedder: str) -> None:
    """Write `vectors`, by the hash of their text, into `library` in half precision."""
    hashes = sorted(vectors)
    halves = np.stack([vectors[each] for each in hashes]).astype(np.float16)
    np.savez_compressed(library / NAME, embedder=embedder, hashes=np.array(hashes), vectors=halves)


def frozen(library: Path, embedder: str) -> dict[str, Matrix]:
    """The vectors kept beside `library`, by the hash of their text; none where another embedder made them. Texts that
    changed since are simply not among them."""
    try:
        with np.load(library / NAME, allow_pickle=False) as file:
            if str(file["embedder"]) != embedder:
                return {}
            return dict(zip(file["hashes"].tolist(), unit(file["vectors"].astype(np.float32)), strict=True))
    except DAMAGE:
        return {}
