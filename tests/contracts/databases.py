"""The databases that adapters are tried on."""

from pathlib import Path

import pytest

from storage.engine import Database, open_database

DATABASES = ("sqlite", "postgresql")


def opened(request: pytest.FixtureRequest, folder: Path) -> Database:
    """An empty database of the kind that the fixture's parameter names."""
    url = request.getfixturevalue("postgres").database() if request.param == "postgresql" else ""
    return open_database(folder, url)
