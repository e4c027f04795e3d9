import shutil
from pathlib import Path

import pytest

from knowledge import records_cache
from knowledge.errors import BrokenLibraryRecordError, LibraryMissingError
from knowledge.files import LIBRARY
from knowledge.records import load_sectors


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sectors").mkdir()
    shutil.copy(LIBRARY / "sectors" / "bakery.yaml", tmp_path / "sectors")
    return tmp_path / "sectors"


def test_the_copy_gives_the_same_records_without_reading_the_files(folder: Path, tmp_path: Path) -> None:
    first = records_cache.sectors(folder, tmp_path / "data")
    copy = next((tmp_path / "data").glob("sectors-*.json"))
    copy.write_text(copy.read_text(encoding="utf-8").replace('"bakery"', '"copied"'), encoding="utf-8")
    assert first == load_sectors(folder)
    assert records_cache.sectors(folder, tmp_path / "data")[0].key == "copied"


def test_a_changed_file_makes_a_new_copy(folder: Path, tmp_path: Path) -> None:
    records_cache.sectors(folder, tmp_path / "data")
    file = folder / "bakery.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    records_cache.sectors(folder, tmp_path / "data")
    assert len(list((tmp_path / "data").glob("sectors-*.json"))) == 1


def test_a_damaged_copy_is_made_anew(folder: Path, tmp_path: Path) -> None:
    first = records_cache.sectors(folder, tmp_path / "data")
    next((tmp_path / "data").glob("sectors-*.json")).write_bytes(b"[{")
    assert records_cache.sectors(folder, tmp_path / "data") == first


def test_a_folder_that_cannot_be_written_only_costs_time(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    assert records_cache.sectors(folder, tmp_path / "data") == load_sectors(folder)


def test_a_broken_record_names_its_file(folder: Path, tmp_path: Path) -> None:
    (folder / "bakery.yaml").write_text("key: bakery\n", encoding="utf-8")
    with pytest.raises(BrokenLibraryRecordError, match=r"bakery\.yaml"):
        records_cache.sectors(folder, tmp_path / "data")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissingError):
        records_cache.plays(tmp_path / "none", tmp_path / "data")
