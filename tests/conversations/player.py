"""Plays a scripted owner against the coach, whatever the medium: answers what is asked, in the owner's own words."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prompts.reading import from_yaml

Send = Callable[[dict[str, Any]], dict[str, Any]]

SCRIPTS = sorted(Path(__file__).parent.glob("*.yaml"))
#: Messages after which a talk that has no plan is given up.
PATIENCE = 40


@dataclass
class Played:
    """A talk as it went: every answer of the coach, how many messages the owner sent, and the answers to those that
    asked something of the plan once it was there."""

    turns: list[dict[str, Any]] = field(default_factory=list)
    sent: list[dict[str, Any]] = field(default_factory=list)
    changing: list[dict[str, Any]] = field(default_factory=list)

    @property
    def last(self) -> dict[str, Any]:
        return self.turns[-1]

    @property
    def document(self) -> Path:
        shown = [m["document"]["path"] for turn in self.turns for m in turn["messages"] if "document" in m]
        return Path(shown[-1])


def script(path: Path) -> dict[str, Any]:
    told: dict[str, Any] = from_yaml(path.read_text(encoding="utf-8"))
    return told


def play(owner: dict[str, Any], send: Send) -> Played:
    """Opens, answers until there is a plan, says what is asked of that plan, and gives the talk."""
    played = Played()
    answers = {topic: _queue(told) for topic, told in owner["answers"].items()}
    for message in ({"command": "/start"}, *owner["messages"]):
        _say(message, send, played)
    while played.last["plan"] is None and len(played.sent) < PATIENCE:
        _say(_answer(played.last, answers), send, played)
    for change in owner.get("changes", ()) if played.last["plan"] else ():
        _say(change["say"], send, played)
        played.changing.append(played.last)
    return played


def _queue(told: Any) -> Any:
    return {key: list(values) for key, values in told.items()} if isinstance(told, dict) else list(told)


def _say(message: Any, send: Send, played: Played) -> None:
    told = message if isinstance(message, dict) else {"text": str(message)}
    played.sent.append(told)
    played.turns.append(send(told))


def _answer(turn: dict[str, Any], answers: dict[str, Any]) -> dict[str, Any]:
    """The next thing this owner says to the open question; "sla over" where the script has nothing (left)."""
    waiting = answers.get(turn["asking"] or "")
    if isinstance(waiting, dict):
        waiting = waiting[_about(turn)]
    return {"text": waiting.pop(0)} if waiting else {"text": "skip"}


def _about(turn: dict[str, Any]) -> str:
    """Which of the questions of a topic stands open: hours or money."""
    payloads = [b["payload"] for m in turn["messages"] for row in m["buttons"] for b in row]
    return "hours" if any(payload.split(":")[1] == "hours" for payload in payloads) else "money"
