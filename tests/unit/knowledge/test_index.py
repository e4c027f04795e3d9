import os
import time
from pathlib import Path

import numpy as np
import pytest

from knowledge.chroma import ChromaStore
from knowledge.errors import (
    BrokenIndexError,
    LibraryMissingError,
    MissingIndexError,
    UnreachableIndexError,
    UnwritableIndexError,
)
from knowledge.files import store_folder
from knowledge.freeze import main as freeze
from knowledge.index import Index
from knowledge.search import Search
from tests.unit.knowledge.words import WordEmbedder


def index(tmp_path: Path, library: Path, embedder: WordEmbedder | None = None) -> Index:
    return Index(tmp_path / "index", embedder or WordEmbedder(), library)


def change(library: Path, name: str = "nl/keenr7/awareness.md") -> None:
    file = library / "articles" / name
    file.write_text(file.read_text(encoding="utf-8").replace("Opvallen", "Bekend zijn"), encoding="utf-8")


def copies(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "index").glob("vectors-*.npz"))


def test_a_built_index_is_current_and_loads_with_and_without_its_copy(tmp_path: Path, library_folder: Path) -> None:
    made = index(tmp_path, library_folder).build()
    again = index(tmp_path, library_folder)
    assert again.is_current()
    assert again.load().entries == made.entries
    copies(tmp_path)[0].unlink()
    assert not again.is_current()
    assert again.load().entries == made.entries
    assert again.is_current()


def test_the_quick_check_takes_less_than_50_ms(tmp_path: Path, library_folder: Path) -> None:
    made = index(tmp_path, library_folder)
    made.build()
    times = []
    for _ in range(5):
        start = time.perf_counter()
        made.is_current()
        times.append(time.perf_counter() - start)
    assert min(times) < 0.05


def test_progress_goes_from_nothing_to_all(tmp_path: Path, library_folder: Path) -> None:
    told: list[tuple[int, int]] = []
    made = index(tmp_path, library_folder).build(lambda done, of: told.append((done, of)))
    assert told[0] == (0, len(made.entries))
    assert told[-1] == (len(made.entries), len(made.entries))


def test_only_changed_texts_are_embedded_again(tmp_path: Path, library_folder: Path) -> None:
    index(tmp_path, library_folder).build()
    change(library_folder)
    embedder = WordEmbedder()
    second = index(tmp_path, library_folder, embedder)
    assert not second.is_current()
    second.build()
    assert len(embedder.embedded) == 1
    assert "Bekend zijn" in embedder.embedded[0]


def test_another_embedder_makes_its_own_index(tmp_path: Path, library_folder: Path) -> None:
    index(tmp_path, library_folder).build()
    other = WordEmbedder("words/2")
    second = index(tmp_path, library_folder, other)
    assert not second.is_current()
    with pytest.raises(MissingIndexError):
        second.load()
    assert len(other.embedded) == 0
    made = second.build()
    assert len(set(other.embedded)) == len({entry.hash for entry in made.entries})


def test_one_version_is_left_after_a_build(tmp_path: Path, library_folder: Path) -> None:
    index(tmp_path, library_folder).build()
    change(library_folder)
    index(tmp_path, library_folder).build()
    assert len(ChromaStore(store_folder(tmp_path / "index")).versions()) == 1
    assert len(copies(tmp_path)) == 1


def test_a_damaged_copy_is_made_again_from_chroma(tmp_path: Path, library_folder: Path) -> None:
    made = index(tmp_path, library_folder).build()
    copies(tmp_path)[0].write_bytes(b"PK\x03\x04 damaged")
    assert index(tmp_path, library_folder).load().entries == made.entries


def test_a_broken_index_says_so_and_is_mended_by_a_rebuild(tmp_path: Path, library_folder: Path) -> None:
    index(tmp_path, library_folder).build()
    copies(tmp_path)[0].unlink()
    (store_folder(tmp_path / "index") / "chroma.sqlite3").write_bytes(os.urandom(5000))
    broken = index(tmp_path, library_folder)
    with pytest.raises(BrokenIndexError) as caught:
        broken.load()
    assert caught.value.key == "knowledge.index_broken"
    assert str(tmp_path) in caught.value.values["place"]
    assert len(broken.rebuild().entries) > 0
    assert index(tmp_path, library_folder).is_current()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, library_folder: Path) -> None:
    (tmp_path / "index").write_text("a file, not a folder")
    with pytest.raises(UnwritableIndexError):
        index(tmp_path, library_folder).build()


def test_a_missing_library_is_named(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissingError):
        index(tmp_path, tmp_path / "nothing").is_current()


def test_a_server_that_does_not_answer_is_named(tmp_path: Path, library_folder: Path) -> None:
    away = Index(tmp_path / "index", WordEmbedder(), library_folder, server="127.0.0.1:9")
    with pytest.raises(UnreachableIndexError):
        away.load()


def test_a_library_that_changes_during_the_build_is_noticed(tmp_path: Path, library_folder: Path) -> None:
    made = index(tmp_path, library_folder)
    made.build(lambda done, _of: change(library_folder) if done == 0 else None)
    assert not made.is_current()
    made.build()
    assert made.is_current()


def test_results_hold_each_label_once_best_first_in_the_language_asked(tmp_path: Path, library_folder: Path) -> None:
    embedder = WordEmbedder()
    search = Search(index(tmp_path, library_folder, embedder).build())
    vector = np.asarray(embedder.embed_query("meer reviews krijgen"), dtype="float32")
    found = search.find("meer reviews krijgen", vector, "nl", 5)
    assert [each.passage.lang for each in found] == ["nl"] * 3
    assert found[0].passage.label == "keenr7/experience"
    assert len({each.passage.label for each in found}) == 3
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert search.find("meer reviews krijgen", vector, "nl", 5) == found


def test_vectors_frozen_beside_the_library_are_not_embedded_again(tmp_path: Path, library_folder: Path) -> None:
    freeze([], library_folder, WordEmbedder())
    embedder = WordEmbedder()
    index(tmp_path, library_folder, embedder).build()
    assert embedder.embedded == []
    change(library_folder)
    index(tmp_path, library_folder, embedder).build()
    assert len(embedder.embedded) == 1


def test_frozen_vectors_of_another_embedder_or_damaged_ones_are_ignored(tmp_path: Path, library_folder: Path) -> None:
    freeze([], library_folder, WordEmbedder("words/2"))
    embedder = WordEmbedder()
    index(tmp_path, library_folder, embedder).build()
    assert embedder.embedded
    (library_folder / "vectors.npz").write_bytes(b"PK damaged")
    other = WordEmbedder("words/3")
    index(tmp_path, library_folder, other).build()
    assert other.embedded
