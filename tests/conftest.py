"""What many tests share: the real library read once, understanding built once, Hypothesis without a clock."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, settings

from coaching.understanding import Understanding
from journey.trades import Sector
from tests.fakes.library import FakeLibrary
from tests.postgres import Postgres

settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.load_profile("steady")

#: Whose plain tests count the lines of `journey` and `coaching` that are run. Elsewhere, and where a property runs the
#: same lines hundreds of times, counting would show nothing more and take several times as long.
COUNTED = Path(__file__).parent / "unit"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Counting stops for the tests that it is not for. A worker of pytest-xdist counts twice over, of which the mark
    that pytest-cov has for it stops but one."""
    is_property = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    paused: list[Coverage] = []
    if is_property or not item.path.is_relative_to(COUNTED):
        while counting := Coverage.current():
            counting.stop()
            paused.append(counting)
    try:
        return (yield)
    finally:
        for counting in reversed(paused):
            counting.start()


def pytest_xdist_auto_num_workers() -> int:
    """More than there are cores: many a test waits for a bot, a browser or a clock."""
    return 2 * (os.cpu_count() or 1)


@pytest.fixture(scope="session")
def library() -> FakeLibrary:
    """The real plays and sector packs behind a cheap measure of nearness."""
    shared = FakeLibrary()
    shared.plays(), shared.sectors()
    return shared


@pytest.fixture(scope="session")
def sectors(library: FakeLibrary) -> dict[str, Sector]:
    return library.sectors()


@pytest.fixture(scope="session")
def understanding(sectors: dict[str, Sector]) -> Understanding:
    return Understanding(sectors)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server that lives as long as the tests."""
    server = Postgres()
    yield server
    server.close()
