"""Tokens counted: as the server says, and by estimate where it says nothing."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from langchain_core.messages import AIMessage

#: Characters to a token, a little less than a Dutch sentence has, so that an estimate is rather too high.
_CHARACTERS = 3.5


class Meter:
    """Counts what one question takes, however it ends."""

    def __init__(self) -> None:
        self.tokens_in = 0
        self.tokens_out = 0
        self._sent = self._came = 0

    def sends(self, text: str) -> None:
        """This goes to the server."""
        self._sent, self._came = estimated(text), 0

    def hears(self, text: str) -> None:
        """So much of the answer came until now."""
        self._came = estimated(text)

    def settles(self, answer: "AIMessage") -> None:
        """This is the whole answer, with what it took by the server's count."""
        told: Mapping[str, object] = answer.usage_metadata or {}
        self._sent = _counted(told.get("input_tokens")) or self._sent
        self._came = _counted(told.get("output_tokens")) or estimated(written_in(answer))
        self.closes()

    def closes(self, *, free: bool = False) -> None:
        """Nothing more comes; `free` where the server took nothing in."""
        if not free:
            self.tokens_in += self._sent
            self.tokens_out += self._came
        self._sent = self._came = 0


def written_in(answer: "AIMessage") -> str:
    """All that the model wrote, in words and in forms."""
    return answer.text + "".join(str(call["args"]) for call in answer.tool_calls)


def _counted(told: object) -> int:
    """What a server says it counted; 0 where that is no count."""
    return told if isinstance(told, int) and told > 0 else 0


def estimated(text: str) -> int:
    """Tokens that `text` takes, about."""
    return round(len(text) / _CHARACTERS + 0.5)
