"""Exported files on disk."""

import re
from hashlib import sha256
from pathlib import Path
from shutil import rmtree

from coaching.documents import Sectors, document_of
from coaching.records import Outgoing


def written(outgoing: Outgoing, data: Path, sectors: Sectors = dict) -> Path | None:
    """Writes the document of a reply below the data folder; where it went, or None where there is none."""
    made = document_of(outgoing, sectors)
    if made is None:
        return None
    name, content = made
    folder = _folder(data, outgoing.owner)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    return path


def forget_files(data: Path, owner: str) -> None:
    """Removes what was written for an owner."""
    rmtree(_folder(data, owner), ignore_errors=True)


def _folder(data: Path, owner: str) -> Path:
    """A name that a person can read, and that no two owners share: one may have theirs removed."""
    key = owner.replace(":", "-", 1)
    plain = re.sub(r"[^\w-]+", "-", key)
    return data / "exports" / (plain if plain == key else f"{plain}-{sha256(owner.encode()).hexdigest()[:8]}")
