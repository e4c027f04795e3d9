"""`python -m knowledge.freeze [DATA]`: keep the vectors of the library beside it, after articles or plays changed."""

import sys
import tempfile
from pathlib import Path

from knowledge.embedding import Embedder, embedder_named
from knowledge.files import LIBRARY
from knowledge.frozen import NAME, freeze
from knowledge.index import Index
from knowledge.kinds import EXAMPLES, LEARNED, KindReader
from knowledge.records import load_plays, load_sectors
from knowledge.short_texts import short_texts
from knowledge.snapshot import Matrix
from knowledge.vectors import CachedVectors


def main(arguments: list[str], library: Path = LIBRARY, embedder: Embedder | None = None) -> int:
    """Build the index in the folder named, or in a scratch folder, and freeze its vectors, with those of the plays and
    of the phrases of the sector packs; and learn the kinds of what owners say."""
    embedder = embedder or embedder_named()
    with tempfile.TemporaryDirectory() as scratch:
        vectors = _vectors(Path(arguments[0] if arguments else scratch), library, embedder)
        for name in (name for name in EXAMPLES if (library / name).is_dir()):
            KindReader(embedder, Path(scratch), name, library).write(library / name / LEARNED)
    freeze(vectors, library, embedder.identity)
    sys.stdout.write(f"{len(vectors)} vectors, {(library / NAME).stat().st_size / 1e6:.1f} MB\n")
    return 0


def _vectors(folder: Path, library: Path, embedder: Embedder) -> dict[str, Matrix]:
    made = Index(folder, embedder, library).build()
    texts = short_texts(load_plays(library / "plays"), load_sectors(library / "sectors"))
    short = CachedVectors(embedder, folder, library).named(texts)
    return short | {entry.hash: vector for entry, vector in zip(made.entries, made.vectors, strict=True)}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
