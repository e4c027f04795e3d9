"""The turn that a question belongs to: its owner and its deadline, carried by the context, also into other threads."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

#: Seconds of a deadline, and the most of it, that are kept for the answer that takes the place of the model's.
_ROOM, _MOST = 1.0, 0.125


@dataclass(frozen=True)
class TurnAsked:
    """Whose turn it is, and until when (by the monotonic clock) the model may take."""

    owner: str
    until: float

    @property
    def left(self) -> float:
        """Seconds that are left; 0 or less where none are."""
        return self.until - time.monotonic()


_CURRENT: ContextVar[TurnAsked | None] = ContextVar("turn", default=None)


def beginning(owner: str, deadline: float) -> TurnAsked:
    """A turn that begins now and must be answered within `deadline` seconds, whatever the model does."""
    return TurnAsked(owner, time.monotonic() + deadline - min(_ROOM, _MOST * deadline))


def current() -> TurnAsked | None:
    """The turn under way; None outside any."""
    return _CURRENT.get()


@contextmanager
def turn_of(owner: str, deadline: float) -> Iterator[None]:
    """All that is asked in this block is one turn; a turn within a turn belongs to it."""
    token = _CURRENT.set(_CURRENT.get() or beginning(owner, deadline))
    try:
        yield
    finally:
        _CURRENT.reset(token)
