"""Which files the index is made of, and whether it is still up to date. Imports nothing heavy: this runs at each start."""

from hashlib import sha256
from pathlib import Path

from knowledge.errors import LibraryMissingError

LIBRARY = Path(__file__).parent / "library"
ARTICLES = LIBRARY / "articles"
SCHEMA = "1"  # raise it when entries or the way they are embedded change: every index is then built anew


def article_files(folder: Path = ARTICLES) -> tuple[Path, ...]:
    """All articles below `folder`, sorted by path. LibraryMissingError where there are none."""
    files = tuple(sorted(folder.glob("*/*/*.md")))
    if not files:
        raise LibraryMissingError(str(folder))
    return files


def digest_of(folder: Path = ARTICLES) -> str:
    """Changes when any article does; 20 hexadecimal digits, taken from the bytes without parsing them."""
    return digest(article_files(folder), folder, SCHEMA)


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


def is_current(folder: Path, articles: Path, embedder: str, server: str) -> bool:
    """Whether the index below `folder` was made of these articles by this embedder. Some milliseconds."""
    stored = bool(server) or (store_folder(folder) / "chroma.sqlite3").is_file()
    return stored and copy_of(folder, digest_of(articles), embedder, server).is_file()
