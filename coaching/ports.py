"""What the coach needs from the world. Adapters live in storage, knowledge and llm; app wires them."""

from collections.abc import Sequence
from typing import Protocol

from coaching.records import Arrival, Conversation, Outgoing, PlanVersion, Told, Transcript, TranscriptHead, Turn
from journey.asides import Aside
from journey.changes import NO_WISHES, PlanChange, Wishes
from journey.hearing import Context, Heard
from journey.keys import Address, Language
from journey.passages import Found, Passage
from journey.plan import Plan
from journey.plays import Play
from journey.profile import Profile
from journey.state import State
from journey.trades import Sector


class StaleConversationError(Exception):
    """Another turn of this conversation was stored in between: nothing was written, load it again."""


class ArrivalDoneError(Exception):
    """An arrival of this turn was worked before, by another worker: nothing was written."""


class Library(Protocol):
    """The knowledge: passages found by meaning, plays and sector packs."""

    def search(self, question: str, language: Language, limit: int = 5) -> tuple[Found, ...]:
        """Passages that answer `question`, best first, each label at most once, in `language`."""
        ...

    def answers(self, question: str, found: Found) -> bool:
        """Whether `found`, the best passage for `question`, really answers it; False for what is off the subject."""
        ...

    def about(self, label: str, language: Language) -> tuple[Passage, ...]:
        """All passages of a label, in reading order."""
        ...

    def asides(self, text: str, language: Language) -> tuple[Aside, ...]:
        """What kinds of thing `text` may say about the talk itself, likest first."""
        ...

    def closeness(self, text: str, others: Sequence[str]) -> tuple[float, ...]:
        """How near in meaning `text` is to each of `others`: cosines, one per text, comparable within one call."""
        ...

    def plays(self) -> tuple[Play, ...]:
        """All plays."""
        ...

    def sectors(self) -> dict[str, Sector]:
        """All sector packs by key; "general" is always among them."""
        ...


class Libraries(Protocol):
    """The knowledge as the agency of an owner has it, with its own articles."""

    def of(self, owner: str) -> Library:
        """The library for this owner. Costs nothing until it is searched."""
        ...


class Understands(Protocol):
    """Takes facts and an intent from words."""

    def hear(self, text: str, context: Context) -> Heard:
        """What `text` says in `context`."""
        ...


class Composes(Protocol):
    """Makes plans."""

    def plan(
        self, profile: Profile, coach_address: Address, wishes: Wishes = NO_WISHES, before: Plan | None = None
    ) -> Plan:
        """A plan without faults that keeps to `wishes`, and to the ideas of the plan `before` wherever they still suit;
        the coach speaks to the owner in `coach_address`."""
        ...

    def preview(
        self, profile: Profile, coach_address: Address, wishes: Wishes = NO_WISHES, before: Plan | None = None
    ) -> Plan:
        """The plan that `plan` would make, as far as it can be had at once: to show what would be different."""
        ...

    def changed(self, plan: Plan, profile: Profile, change: PlanChange, coach_address: Address) -> Plan | None:
        """`plan` with one change and everything else as it was; None where there is nothing else to offer."""
        ...


class Conversations(Protocol):
    """Where talks are kept. Every method is one transaction."""

    def open(self, owner: str) -> Conversation:
        """The owner's current conversation; a new, empty one where there is none (nothing is stored yet)."""
        ...

    def fresh(self, owner: str, state: State, profile: Profile) -> Conversation:
        """A conversation that begins with this; nothing is stored yet."""
        ...

    def all_of(self, owner: str) -> tuple[Conversation, ...]:
        """The owner's conversations, one a business, in the order they began; those that were ended are left out."""
        ...

    def told(self, conversation: str, number: int) -> Told | None:
        """What was told in message `number` and those answered with it; None where it was no message in words."""
        ...

    def record(self, turn: Turn) -> tuple[Outgoing, ...]:
        """Stores a turn whole, with its replies in the outbox, and its arrivals as done; its conversation is the
        owner's current one then. StaleConversationError where another turn of this owner came between, ArrivalDoneError
        where an arrival was worked before."""
        ...

    def unsent(self, owner: str | None = None) -> tuple[Outgoing, ...]:
        """Replies not yet marked sent nor given up, in order."""
        ...

    def mark_sent(self, ids: Sequence[int]) -> None:
        """These replies have reached their medium."""
        ...

    def plan(self, owner: str, version: int | None = None) -> PlanVersion | None:
        """A version of the owner's plan, the newest where none is named."""
        ...


class Transcripts(Protocol):
    """What a coach reads."""

    def heads(self) -> tuple[TranscriptHead, ...]:
        """All conversations, the most recently active first."""
        ...

    def transcript(self, conversation: str) -> Transcript | None:
        """One conversation by its id (or the first characters of it, where they name one only)."""
        ...


class Coaches(Protocol):
    """The human coaches whom owners can belong to."""

    def named(self, code: str) -> str | None:
        """The name of the coach with this code; None where there is none."""
        ...

    def code_of(self, owner: str) -> str:
        """The code of the coach the owner belongs to; empty where there is none."""
        ...


#: Arrivals of one owner that are read at a time.
AT_A_TIME = 50


class Inbox(Protocol):
    """What came in and still has to be worked; see docs/decisions on delivery."""

    def store(self, arrivals: Sequence[Arrival]) -> None:
        """Keeps what came in, in one transaction; an id that was seen before is ignored."""
        ...

    def waiting(self) -> tuple[str, ...]:
        """Owners with something to work, longest waiting first."""
        ...

    def unworked(self, owner: str) -> tuple[Arrival, ...]:
        """The owner's arrivals that are not done, oldest first; `AT_A_TIME` at most."""
        ...

    def done(self, arrival: int) -> None:
        """This arrival needs no turn (any more)."""
        ...

    def sweep(self) -> None:
        """Forgets what is done and can't come again."""
        ...

    def newest(self) -> int | None:
        """The highest id ever stored; None in an empty inbox."""
        ...

    def number_of(self, owner: str, reference: str) -> int | None:
        """The number that the message which its medium names so got in the owner's current conversation; None where it
        has none there, or is too old."""
        ...
