"""A build that is killed at any moment leaves the old index usable, and its work is not lost."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge.chroma import ChromaStore
from knowledge.files import store_folder
from knowledge.index import Index
from tests.unit.knowledge.conftest import write_library
from tests.unit.knowledge.words import WordEmbedder

#: Builds the index and kills itself with SIGKILL at a step: "begun" (no row yet), "rows" (some written), "committed"
#: (complete, but neither swept nor copied).
KILLED = """
import os, signal, sys
from pathlib import Path
import knowledge.index as index
from knowledge.chroma import ChromaStore
from tests.unit.knowledge.words import WordEmbedder

folder, library, step = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
die = lambda: os.kill(os.getpid(), signal.SIGKILL)
index._BATCH = 2
if step == "committed":
    ChromaStore.sweep = lambda self, keep: die()
target = {"begun": 0, "rows": 4}.get(step)
index.Index(folder, WordEmbedder(), library).build(lambda done, of: die() if done == target else None)
"""


@pytest.mark.parametrize("step", ["begun", "rows", "committed"])
def test_a_killed_build_leaves_a_usable_index(tmp_path: Path, step: str) -> None:
    library, folder = write_library(tmp_path / "library"), tmp_path / "index"
    old = Index(folder, WordEmbedder(), library).build()
    original = (library / "articles/nl/keenr7/awareness.md").read_text(encoding="utf-8")
    changed = original.replace("Opvallen", "Bekend zijn")
    (library / "articles/nl/keenr7/awareness.md").write_text(changed, encoding="utf-8")
    _killed(folder, library, step)

    (library / "articles/nl/keenr7/awareness.md").write_text(original, encoding="utf-8")
    assert Index(folder, WordEmbedder(), library).load().entries == old.entries
    for copy in folder.glob("vectors-*.npz"):
        copy.unlink()
    assert Index(folder, WordEmbedder(), library).load().entries == old.entries

    (library / "articles/nl/keenr7/awareness.md").write_text(changed, encoding="utf-8")
    made = Index(folder, WordEmbedder(), library).build()
    assert any("Bekend zijn" in entry.text for entry in made.entries)
    assert len(ChromaStore(store_folder(folder)).versions()) == 1


def test_vectors_of_a_killed_first_build_are_used_again(tmp_path: Path) -> None:
    library, folder = write_library(tmp_path / "library"), tmp_path / "index"
    _killed(folder, library, "rows")
    embedder = WordEmbedder()
    made = Index(folder, embedder, library).build()
    assert len(embedder.embedded) == len(made.entries) - 4


def _killed(folder: Path, library: Path, step: str) -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(folder), str(library), step],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        check=False,
        timeout=120,
    )
    assert done.returncode == -signal.SIGKILL
