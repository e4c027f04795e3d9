"""Reading files of wordings: lists of what owners say, under known kinds."""

from collections.abc import Collection
from pathlib import Path

import yaml

from knowledge.records import BrokenRecordError
from prompts.reading import from_yaml


def load_wordings(file: Path, kinds: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The wordings in a file by kind. BrokenRecordError names the file and what is wrong with it."""
    try:
        told = from_yaml(file.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise BrokenRecordError(f"{file}:1: {error}") from error
    if not isinstance(told, dict) or set(told) - set(kinds):
        raise BrokenRecordError(f"{file}:1: only lists of wordings under {', '.join(kinds)} belong here")
    empty = next((kind for kind, lines in told.items() if not isinstance(lines, list) or not lines), None)
    if empty is not None:
        raise BrokenRecordError(f"{file}:1: {empty} has no list of wordings")
    return {kind: tuple(str(line) for line in lines) for kind, lines in told.items()}
