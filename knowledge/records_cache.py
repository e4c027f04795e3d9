"""Plays and sector packs, checked once and kept parsed: a YAML library takes seconds to read, its copy milliseconds."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from journey.plays import Play
from journey.trades import Sector
from knowledge.errors import BrokenLibraryRecordError, LibraryMissingError
from knowledge.files import whole
from knowledge.records import BrokenRecordError, load_plays, load_sectors

Record = TypeVar("Record", Play, Sector)


def plays(folder: Path, data: Path) -> tuple[Play, ...]:
    """The plays below `folder`; the copy is kept in `data`."""
    return _kept(folder, data, "plays", Play, load_plays)


def sectors(folder: Path, data: Path) -> tuple[Sector, ...]:
    """The sector packs below `folder`; the copy is kept in `data`."""
    return _kept(folder, data, "sectors", Sector, load_sectors)


def _kept(
    folder: Path, data: Path, name: str, kind: type[Record], read: Callable[[Path], tuple[Record, ...]]
) -> tuple[Record, ...]:
    adapter = TypeAdapter(tuple[kind, ...])  # type: ignore[valid-type]
    copy = data / f"{name}-{_digest(folder, adapter)}.json"
    try:
        return adapter.validate_json(copy.read_bytes())
    except (OSError, ValidationError):
        return _copied(_read(folder, read), copy, name, adapter)


def _read(folder: Path, read: Callable[[Path], tuple[Record, ...]]) -> tuple[Record, ...]:
    try:
        return read(folder)
    except BrokenRecordError as error:
        raise BrokenLibraryRecordError(str(error)) from error


def _copied(
    records: tuple[Record, ...], copy: Path, name: str, adapter: TypeAdapter[tuple[Record, ...]]
) -> tuple[Record, ...]:
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        with whole(copy) as partial:
            partial.write_bytes(adapter.dump_json(records))
        for old in set(copy.parent.glob(f"{name}-*.json")) - {copy}:
            old.unlink(missing_ok=True)
    except OSError:
        pass  # the copy only saves time; an unwritable folder is reported by whoever must write to it
    return records


def _digest(folder: Path, adapter: TypeAdapter[tuple[Record, ...]]) -> str:
    files = sorted(folder.rglob("*.yaml"))
    if not files:
        raise LibraryMissingError(str(folder))
    seen = sha256(json.dumps(adapter.json_schema(), sort_keys=True).encode())
    for file in files:
        seen.update(f"{file.relative_to(folder)}\0".encode())
        seen.update(file.read_bytes())
    return seen.hexdigest()[:20]
