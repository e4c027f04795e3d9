"""The databases that adapters are tried on."""

from pathlib import Path

import pytest

from storage.engine import Database, open_database
from tests.sqlite import new_database

DATABASES = ("sqlite", "postgresql")


def opened(request: pytest.FixtureRequest, folder: Path) -> Database:
    """An empty database of the kind that the fixture's parameter names."""
    if request.param == "postgresql":
        return open_database(folder, request.getfixturevalue("postgres").current())
    return open_database(new_database(folder))
