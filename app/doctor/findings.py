"""What a check finds: data, put into words elsewhere."""

from dataclasses import dataclass, field
from enum import StrEnum

from journey.errors import CoachError


class State(StrEnum):
    """How a part is."""

    OK = "ok"
    ATTENTION = "attention"  # it works, and somebody should look
    BROKEN = "broken"
    SKIPPED = "skipped"  # there is nothing to check


class Part(StrEnum):
    """What is checked, in this order."""

    SETTINGS = "settings"
    FOLDER = "folder"
    DATABASE = "database"
    SCHEMA = "schema"
    EMBEDDER = "embedder"
    INDEX = "index"
    CHROMA = "chroma"
    TOKEN = "token"  # noqa: S105 (a word, not a token)
    WEBHOOK = "webhook"
    CLOCK = "clock"
    LETTERS = "letters"
    MODEL = "model"
    BUDGET = "budget"


@dataclass(frozen=True)
class Finding:
    """What is known of a part after its check; `key` names the text that says it, `values` fill its slots."""

    part: Part
    state: State
    key: str
    values: dict[str, str] = field(default_factory=dict)


def found(part: Part, state: State, name: str, /, **values: object) -> Finding:
    """A finding whose text is `doctor.<part>.<name>`."""
    return Finding(part, state, f"doctor.{part}.{name}", {slot: str(value) for slot, value in values.items()})


def broken(part: Part, error: CoachError) -> Finding:
    """A part that is broken in a way that has its sentence already."""
    return Finding(part, State.BROKEN, f"error.{error.key}", error.values)


def skipped(part: Part, why: str) -> Finding:
    """A part that can't be checked; `why` is the end of a text key."""
    return Finding(part, State.SKIPPED, f"doctor.skipped.{why}")


def exit_code(findings: tuple[Finding, ...]) -> int:
    """1 where something is broken."""
    return int(any(finding.state is State.BROKEN for finding in findings))
