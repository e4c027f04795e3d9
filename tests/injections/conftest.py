"""One assisted understanding for all cases: it takes longer to build than a turn takes."""

import pytest

from coaching.assisting.understanding import AssistedUnderstanding
from coaching.understanding import Understanding
from tests.fakes.library import FakeLibrary
from tests.fakes.model import FakeModel


@pytest.fixture(scope="session")
def model() -> FakeModel:
    return FakeModel()


@pytest.fixture(scope="session")
def assisted(understanding: Understanding, model: FakeModel, library: FakeLibrary) -> AssistedUnderstanding:
    return AssistedUnderstanding(understanding, model, library)
