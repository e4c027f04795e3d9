"""Building the index with a progress bar, one program at a time."""

import sys
from pathlib import Path

from filelock import FileLock
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from knowledge.library import FileLibrary

_LOCK = "building.lock"


def build(library: FileLibrary, folder: Path, *, anew: bool = False) -> int:
    """Builds the index, showing how far it is on standard error; the number of its entries. `folder` is where it
    lies."""
    with _alone(folder):
        return _built(library, anew)


def make_current(library: FileLibrary, folder: Path) -> None:
    """Builds the index unless another program, such as the bot beside the console, does so just now: then it waits for
    that one. Two at a time would sweep each other's away."""
    with _alone(folder):
        if not library.is_current():
            _built(library, anew=False)


def _alone(folder: Path) -> FileLock:
    folder.mkdir(parents=True, exist_ok=True)
    return FileLock(folder / _LOCK)


def _built(library: FileLibrary, anew: bool) -> int:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as progress:
        task = progress.add_task("Building the knowledge index", total=None)
        return library.build(lambda done, total: progress.update(task, completed=done, total=total), anew=anew)
