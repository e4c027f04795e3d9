"""What the bot needs beside the coach's own ports. Every method may block; the bot calls them in threads."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Protocol

from coaching.message import Message, Reply
from coaching.ports import Conversations, Inbox
from coaching.records import Arrival, Outgoing


class Taken(Protocol):
    """What came of a turn."""

    @property
    def outgoing(self) -> Sequence[Outgoing]:
        """Its replies, as they wait in the outbox."""
        ...


class TakesTurns(Protocol):
    """The coach, as the bot needs it."""

    def take(self, owner: str, message: Message, *arrivals: int, drafts: Callable[[str], None] | None = None) -> Taken:
        """One turn: stored with its replies in the outbox, and `arrivals` as done. ArrivalDoneError where one was.
        `drafts` hears all that is written of a reply so far, where that takes a while."""
        ...


class Outbox(Protocol):
    """What becomes of replies that can't be sent at once."""

    def put(self, owner: str, reply: Reply, arrival: int | None = None) -> None:
        """A reply that belongs to no talk, behind all that waits; with it, `arrival` is done (where it already was,
        nothing happens)."""
        ...

    def hold(self, reply: int, seconds: float, problem: str, parts: int = 0) -> None:
        """This reply, and all behind it, waits: sending it failed, after `parts` of it had arrived."""
        ...

    def bury(self, reply: int, problem: str) -> None:
        """This reply can never be sent: a dead letter."""
        ...

    def unreachable(self, owner: str, problem: str) -> None:
        """Nothing is sent to this owner until they write again."""
        ...

    def move(self, owner: str, to: str) -> None:
        """Everything that waits to be sent to `owner` goes to `to` from now on."""
        ...

    def sweep(self) -> None:
        """Gives up what has waited for too long."""
        ...


class Leases(Protocol):
    """Which owners this worker works: nobody is worked by two at a time."""

    @property
    def share(self) -> float:
        """This worker's part of what all workers have to send, by the last beat; 1.0 where it is alone."""
        ...

    def beat(self, demand: int = 0) -> bool:
        """Says that this worker lives and has so many messages to send. False where it was given up meanwhile: then it
        has no lease any more."""
        ...

    def claim(self, owners: Sequence[str]) -> tuple[str, ...]:
        """Those of `owners` whom this worker may work now."""
        ...

    def due(self) -> tuple[str, ...]:
        """Owners whom this worker may work, and for whom something waits that can be done now."""
        ...

    def release(self, owners: Sequence[str]) -> None:
        """Another worker may work these."""
        ...

    def leave(self) -> None:
        """Another worker may work everybody; this one stops."""
        ...


class Tidies(Protocol):
    """Does to what is kept what is due beside the turns."""

    def tidy(self) -> None:
        """Does it: called every minute or so."""
        ...


class Watches(Protocol):
    """Is told how the bot is doing. Every method returns at once, in any thread, and raises nothing."""

    def turn(self, arrival: Arrival, /) -> AbstractContextManager[object]:
        """Whatever happens in this block belongs to the turn of `arrival`, and to the sending of its replies."""
        ...

    def held(self) -> None:
        """A reply could not be sent and will be tried again."""
        ...

    def beat(self) -> None:
        """The worker lives: several times in `bot.shift.UNHEARD` seconds."""
        ...


class Unwatched:
    """Nobody watches."""

    def turn(self, _: Arrival, /) -> AbstractContextManager[object]:
        """A block like any other."""
        return nullcontext()

    def held(self) -> None:
        """Nobody counts."""

    def beat(self) -> None:
        """Nobody listens."""


@dataclass(frozen=True)
class Stores:
    """All that is kept."""

    conversations: Conversations
    inbox: Inbox
    outbox: Outbox
    leases: Leases
    keeping: Tidies | None = None
