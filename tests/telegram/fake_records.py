"""What the fake Bot API remembers."""

import time
from dataclasses import dataclass, field
from typing import Any


class RefusalError(Exception):
    """The API answers with an error."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


@dataclass
class Fault:
    """Something that goes wrong with the next `times` calls of `method` (for `chat`): an HTTP code, or 0 for a dropped
    connection. `applied`: the call took effect, only its answer is lost."""

    code: int
    method: str = "sendMessage"
    times: int = 1
    chat: int | None = None
    retry_after: int = 1
    applied: bool = False
    description: str = ""

    def strikes(self, method: str, given: dict[str, Any]) -> bool:
        return method == self.method and (self.chat is None or str(given.get("chat_id")) == str(self.chat))


@dataclass(frozen=True)
class Call:
    """A method the bot called."""

    method: str
    given: dict[str, Any]
    at: float


@dataclass
class Sent:
    """A message of the bot as its reader sees it; `given` is what the bot called with."""

    id: int
    text: str
    buttons: list[list[tuple[str, str]]]
    document: tuple[str, bytes] | None = None
    given: dict[str, Any] = field(default_factory=dict, repr=False)
    at: float = field(default_factory=time.time)

    @property
    def labels(self) -> list[str]:
        return [label for row in self.buttons for label, _ in row]


@dataclass
class Chat:
    """A chat: private, or a group where its id is below 0."""

    id: int
    blocked: bool = False
    moved: int = 0  # the supergroup that this group became
    sent: list[Sent] = field(default_factory=list)
    last_id: int = 0
    said: dict[int, str] = field(default_factory=dict)  # what its owner wrote, by message

    def new_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def person(self) -> dict[str, Any]:
        return {"id": abs(self.id), "is_bot": False, "first_name": "Noor", "language_code": "nl"}

    def shown(self) -> dict[str, Any]:
        if self.id < 0:
            return {"id": self.id, "type": "supergroup", "title": "Ondernemers"}
        return {"id": self.id, "type": "private", "first_name": "Noor"}
