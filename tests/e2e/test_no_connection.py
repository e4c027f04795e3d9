"""Without a setting the coach talks from the first word to the plan, and opens no connection to anywhere."""

import os
import subprocess
from pathlib import Path

import pytest

from app.settings import Settings
from tests.conversations.player import play, script
from tests.e2e.program import Program

GUARD = Path(__file__).parent / "guard"
BAKER = script(Path(__file__).parent.parent / "conversations" / "bakery_flemish.yaml")


class Guarded(Program):
    """`journey-coach` as a process that nothing gets out of. `attempts` are what tried."""

    def __init__(self, folder: Path, *arguments: str, **settings: str) -> None:
        self._attempts = folder / "attempts"
        plain = {name: value for name, value in os.environ.items() if name.lower() not in Settings.model_fields}
        guarded = {**plain, "PYTHONPATH": str(GUARD), "SOCKET_GUARD": str(self._attempts), **settings}
        data = ("--data", str(folder / "data"))
        super().__init__(*arguments, *data, env=guarded, cwd=folder, stderr=subprocess.PIPE)

    @property
    def attempts(self) -> str:
        return self._attempts.read_text() if self._attempts.exists() else ""


def test_a_whole_talk_to_the_plan_opens_no_connection(tmp_path: Path) -> None:
    coach = Guarded(tmp_path, "chat", "--json")
    played = play(BAKER, coach.sends)
    asked = coach.sends({"text": "wat is een persona?"})
    coach.ends()
    assert played.last["plan"]
    assert "Bron" in asked["messages"][0]["text"] or "[1]" in asked["messages"][0]["text"]
    assert coach.attempts == ""


def test_the_terminal_opens_none_either(tmp_path: Path) -> None:
    coach = Guarded(tmp_path, "chat")
    printed = coach.ends("hoi, ik heb een bakkerij in Gent\nwat is een persona?\n/privacy\n")
    assert "persona" in printed
    assert coach.attempts == ""


@pytest.mark.parametrize("setting", ["LLM_BASE_URL", "CHROMA"])
def test_the_guard_sees_a_connection_where_there_is_one(tmp_path: Path, setting: str) -> None:
    address = {"LLM_BASE_URL": "http://127.0.0.1:1/v1", "CHROMA": "127.0.0.1:1"}[setting]
    coach = Guarded(tmp_path, "doctor", **{setting: address})
    coach.process.communicate(timeout=120)
    assert "127.0.0.1" in coach.attempts
