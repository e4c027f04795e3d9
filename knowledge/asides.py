"""Reading what owners say about the talk itself, one file a language: the wordings by kind of aside."""

from pathlib import Path

import yaml

from journey.asides import ASIDES
from journey.keys import Language
from knowledge.files import LIBRARY, asides_file
from knowledge.records import BrokenRecordError


def asides_of(language: Language, library: Path = LIBRARY) -> dict[str, tuple[str, ...]]:
    """The wordings of each kind of aside; none where the library keeps none in this language. BrokenRecordError names
    the file and what is wrong with it."""
    file = asides_file(language, library)
    return load_asides(file) if file.is_file() else {}


def load_asides(file: Path) -> dict[str, tuple[str, ...]]:
    """The wordings in one file."""
    try:
        told = yaml.safe_load(file.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise BrokenRecordError(f"{file}:1: {error}") from error
    if not isinstance(told, dict) or set(told) - set(ASIDES):
        raise BrokenRecordError(f"{file}:1: only lists of wordings under {', '.join(ASIDES)} belong here")
    return {kind: tuple(str(line) for line in lines) for kind, lines in told.items()}
