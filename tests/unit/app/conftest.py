import pytest

from app.settings import Settings


@pytest.fixture
def nothing_set(monkeypatch, tmp_path):
    """Nothing that an operator may set is set, neither in the environment nor in a file."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
