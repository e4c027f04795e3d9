"""The index of the knowledge is built by one program at a time."""

from pathlib import Path
from threading import Barrier, Thread
from typing import cast

from app.indexing import build, make_current
from knowledge.library import FileLibrary


class CountedLibrary:
    """Is current once it was built."""

    def __init__(self) -> None:
        self.built = 0

    def is_current(self) -> bool:
        return self.built > 0

    def build(self, progress: object, *, anew: bool) -> int:
        self.built += 1
        return 7


def test_programs_that_are_started_together_build_it_once(tmp_path: Path) -> None:
    counted, together = CountedLibrary(), Barrier(3)

    def start() -> None:
        together.wait()
        make_current(cast(FileLibrary, counted), tmp_path / "new")

    programs = [Thread(target=start) for _ in range(3)]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert counted.built == 1


def test_who_asks_for_it_gets_it_built_again(tmp_path: Path) -> None:
    counted = CountedLibrary()
    assert [build(cast(FileLibrary, counted), tmp_path) for _ in range(2)] == [7, 7]
    assert counted.built == 2
