"""The program as a process that answers each line with a line."""

import json
import subprocess
import sys
from typing import Any


class Program:
    """`journey-coach` with these arguments; `how` is for the process."""

    def __init__(self, *arguments: str, **how: Any) -> None:
        command = [sys.executable, "-m", "app", *arguments]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, **how)

    def sends(self, message: dict[str, Any]) -> dict[str, Any]:
        """One line of the chat protocol, and the line that answers it."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(message) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def ends(self, last: str = "") -> str:
        """What it still prints until it ends well, after it was told all that is left to say."""
        printed, problems = self.process.communicate(last, timeout=120)
        assert self.process.returncode == 0, problems
        return printed
