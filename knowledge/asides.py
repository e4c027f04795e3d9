"""Reading what owners say about the talk itself, one file a language: the wordings by kind of aside."""

from pathlib import Path

from journey.asides import ASIDES
from journey.keys import Language
from knowledge.files import LIBRARY, asides_file
from knowledge.wordings import load_wordings


def asides_of(language: Language, library: Path = LIBRARY) -> dict[str, tuple[str, ...]]:
    """The wordings of each kind of aside; none where the library keeps none in this language. BrokenRecordError names
    the file and what is wrong with it."""
    file = asides_file(language, library)
    return load_asides(file) if file.is_file() else {}


def load_asides(file: Path) -> dict[str, tuple[str, ...]]:
    """The wordings in one file."""
    return load_wordings(file, ASIDES)
