"""The labelled messages, and the context each was said in."""

from pathlib import Path
from typing import Any

from journey.hearing import Context
from journey.profile import EmailList, Fact, GoalFact, Limits, Profile, ProfileField
from journey.topics import Topic
from prompts.reading import from_yaml

_MESSAGES = Path(__file__).parent / "messages"
_PARTS: dict[str, Any] = {"constraints": Limits, "email_list": EmailList, "goal": GoalFact}

Row = dict[str, Any]


def messages(half: str | None = None, batch: str = "") -> list[Row]:
    """The evaluation set, or one half of it, or the batches whose letters are in `batch`."""
    files = [file for file in sorted(_MESSAGES.glob("*.yaml")) if not batch or file.stem in batch]
    rows = [row for file in files for row in from_yaml(file.read_text(encoding="utf-8"))]
    return [row for row in rows if half in (None, row["half"])]


def context_of(row: Row) -> Context:
    """What the message was said in."""
    facts = {}
    for number, (name, value) in enumerate(row.get("profile", {}).items(), start=1):
        if name in _PARTS:
            value = _PARTS[name](**value)
        facts[ProfileField(name)] = Fact(value=tuple(value) if isinstance(value, list) else value, evidence=number)
    asking = Topic(row["asking"]) if row["asking"] else None
    return Context(language=row["lang"] or "nl", asking=asking, question=row["question"], profile=Profile(facts=facts))
