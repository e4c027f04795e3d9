"""What many tests share: the real library read once, understanding built once, Hypothesis without a clock."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from coaching.understanding import Understanding
from journey.trades import Sector
from tests.fakes.library import FakeLibrary
from tests.postgres import Postgres

settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.load_profile("steady")


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
