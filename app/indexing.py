"""Building the index with a progress bar."""

import sys

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from knowledge.library import FileLibrary


def build(library: FileLibrary, *, anew: bool = False) -> int:
    """Builds the index, showing how far it is on standard error; the number of its entries."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as progress:
        task = progress.add_task("Building the knowledge index", total=None)
        return library.build(lambda done, total: progress.update(task, completed=done, total=total), anew=anew)
