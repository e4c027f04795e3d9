"""An error that a person is told about carries the key of its sentence."""

from journey.errors import CoachError


def test_an_error_carries_its_text_key_and_values():
    error = CoachError("storage.locked", place="/data")
    assert (error.key, error.values) == ("storage.locked", {"place": "/data"})
    assert "storage.locked" in str(error)
    assert str(CoachError("plain")) == "plain"
