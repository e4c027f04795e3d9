"""Without a setting the coach talks from the first word to the plan, and opens no connection to anywhere."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.settings import Settings
from tests.conversations.player import play, script

GUARD = Path(__file__).parent / "guard"
BAKER = script(Path(__file__).parent.parent / "conversations" / "bakery_flemish.yaml")


class Guarded:
    """`journey-coach` as a process that nothing gets out of. `attempts` are what tried."""

    def __init__(self, folder: Path, *arguments: str, **settings: str) -> None:
        self._attempts = folder / "attempts"
        plain = {name: value for name, value in os.environ.items() if name.lower() not in Settings.model_fields}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "app", *arguments, "--data", str(folder / "data")],
            env={**plain, "PYTHONPATH": str(GUARD), "SOCKET_GUARD": str(self._attempts), **settings},
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def sends(self, message: dict[str, Any]) -> dict[str, Any]:
        """One line of the chat protocol, and the line that answers it."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(message) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def ends(self, last: str = "") -> str:
        """What it still prints until it ends well."""
        printed, problems = self.process.communicate(last, timeout=120)
        assert self.process.returncode == 0, problems
        return printed

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
