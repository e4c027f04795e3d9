"""Exported files on disk."""

import re
from pathlib import Path

from coaching.documents import document_of
from coaching.records import Outgoing


def written(outgoing: Outgoing, data: Path) -> Path | None:
    """Writes the document of a reply below the data folder; where it went, or None where there is none."""
    made = document_of(outgoing)
    if made is None:
        return None
    name, content = made
    folder = data / "exports" / (re.sub(r"[^\w-]+", "-", outgoing.owner).strip("-") or "owner")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    return path
