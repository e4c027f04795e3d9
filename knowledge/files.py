"""What the index is made of, and whether it is up to date. Imports nothing heavy: this runs at each start."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from knowledge.errors import LibraryMissingError

LIBRARY = Path(__file__).parent / "library"
SCHEMA = "5"  # raise it when entries or the way they are embedded change: every index is then built anew


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A file to write in the place of `path`, which it takes in one step: a reader sees all of it or what was there."""
    partial = path.with_name(f"{path.name}.{os.getpid()}")
    yield partial
    partial.replace(path)


def article_files(library: Path = LIBRARY) -> tuple[Path, ...]:
    """All articles of a library, sorted by path. LibraryMissingError where there are none."""
    files = tuple(sorted((library / "articles").glob("*/*/*.md")))
    if not files:
        raise LibraryMissingError(str(library / "articles"))
    return files


def elsewhere_file(language: str, library: Path = LIBRARY) -> Path:
    """The questions in `language` that other people must answer (weather, taxes, recipes), one a line."""
    return library / "elsewhere" / f"{language}.txt"


def asides_file(language: str, library: Path = LIBRARY) -> Path:
    """What owners say in `language` about the talk itself, by kind."""
    return library / "asides" / f"{language}.yaml"


def moments_file(language: str, library: Path = LIBRARY) -> Path:
    """What owners ask in `language` about a moment of their customers."""
    return library / "moments" / f"{language}.yaml"


def example_files(name: str, library: Path = LIBRARY) -> tuple[Path, ...]:
    """Examples of what owners say, from which their kinds are learned (knowledge/kinds.py), one file a language."""
    return tuple(sorted((library / name).glob("*.yaml")))


def library_digest(library: Path = LIBRARY) -> str:
    """Changes when anything does that the index is made of; 20 hexadecimal digits, taken from the bytes unparsed."""
    beside = sorted(
        (
            *(library / "elsewhere").glob("*.txt"),
            *(library / "asides").glob("*.yaml"),
            *(library / "moments").glob("*.yaml"),
            *example_files("stretches", library),
            *example_files("told", library),
        )
    )
    return digest((*article_files(library), *beside), library, SCHEMA)


def digest(files: tuple[Path, ...], root: Path, salt: str) -> str:
    """20 hexadecimal digits that stand for the names and contents of `files`, and for `salt`."""
    seen = sha256(salt.encode())
    for file in files:
        seen.update(f"{file.relative_to(root).as_posix()}\0".encode())
        seen.update(file.read_bytes())
    return seen.hexdigest()[:20]


def store_folder(folder: Path) -> Path:
    """Where Chroma keeps its files below the folder of the index."""
    return folder / "chroma"


def copy_of(folder: Path, library: str, embedder: str, server: str) -> Path:
    """Where the copy of the vectors lies that starts without Chroma. Its name holds all that it depends on, so that an
    old one is never taken for the present one."""
    return folder / f"vectors-{sha256(f'{library} {embedder} {server}'.encode()).hexdigest()[:20]}.npz"


def is_current(folder: Path, library: Path, embedder: str, server: str) -> bool:
    """Whether the index below `folder` was made of this library by this embedder. Some milliseconds."""
    copy = copy_of(folder, library_digest(library), embedder, server)
    return copy.is_file() and (bool(server) or (store_folder(folder) / "chroma.sqlite3").is_file())
