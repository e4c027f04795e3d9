"""What is kept of a talk: conversations, turns, plans with versions, and the transcript a coach reads."""

from datetime import datetime

from pydantic import Field

from coaching.desk.records import Asked, FactEntry, Note, Tag
from coaching.frozen import Frozen
from coaching.line import Line
from coaching.message import Message, Reply
from journey.keys import Language
from journey.plan import Plan
from journey.profile import Fact, Profile, ProfileField
from journey.state import State


class PlanVersion(Frozen):
    """A plan as it was handed over; versions of a conversation count from 1."""

    version: int
    plan: Plan

    @classmethod
    def after(cls, before: "PlanVersion | None", plan: Plan) -> "PlanVersion":
        """The version that comes after `before`, the first where there is none."""
        return cls(version=before.version + 1 if before else 1, plan=plan)


class Conversation(Frozen):
    """A talk as it stands. `messages` is the number of the last message, both directions counted from 1; `revision`
    rises with each turn and guards against two turns at once. `taken_by` is the code of the coach who speaks in the
    bot's place, empty where the bot does."""

    id: str
    owner: str
    messages: int
    revision: int
    state: State
    profile: Profile
    plan: PlanVersion | None = None
    taken_by: str = ""


class Turn(Frozen):
    """One message of an owner, all that it changes, and the replies. `facts` are the facts this message gave,
    `forgotten` the fields it made unknown again; `plan` a new plan, `arrivals` the inbox entries it came from. `leaves`
    is the talk that was the owner's current one until this turn (another business); `joins` the code of the coach that
    the owner belongs to from now on; `asked` what the message asks back, `unhelpful` whether it says that the answer
    before it didn't help."""

    conversation: Conversation
    message: Message
    state: State
    profile: Profile
    facts: dict[ProfileField, Fact] = Field(default_factory=dict)
    forgotten: tuple[ProfileField, ...] = ()
    replies: tuple[Reply, ...] = ()
    plan: Plan | None = None
    arrivals: tuple[int, ...] = ()
    leaves: str = ""
    joins: str = ""
    asked: Asked | None = None
    unhelpful: bool = False
    ends: bool = False  # this talk is over; `state` and `profile` begin the owner's next conversation
    erases: bool = False  # everything of this owner is deleted; the replies are still to be sent, then deleted too

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the owner's messages in their conversation: new ones, or the one that was edited."""
        if self.message.edits is not None:
            return (self.message.edits,)
        first = self.conversation.messages + 1
        return tuple(range(first, first + len(self.message.parts)))

    @property
    def number(self) -> int:
        """The number of the last message before the replies."""
        return max(self.conversation.messages, self.numbers[-1])

    @property
    def plan_after(self) -> PlanVersion | None:
        """The plan that lies there after this turn."""
        if self.ends or self.erases:
            return None
        return PlanVersion.after(self.conversation.plan, self.plan) if self.plan else self.conversation.plan


class Told(Frozen):
    """What an owner told earlier, in messages that were answered together: their `numbers` and `texts`, the `question`
    that stood open, and all that was known `before` and `after`."""

    numbers: tuple[int, ...]
    texts: tuple[str, ...]
    question: str
    before: Profile
    after: Profile

    def texts_with(self, edited: str, number: int) -> list[str]:
        """The texts with message `number` as it was edited."""
        return [edited if n == number else text for n, text in zip(self.numbers, self.texts, strict=True)]


class DeadLetter(Frozen):
    """A reply that could not be sent for a day, or that its medium refused."""

    id: int
    owner: str
    text: str
    made: datetime
    problem: str


class Arrival(Frozen):
    """Something that came in from a medium, kept until it is worked. `id` is the medium's own number (Telegram's
    update_id); `body` what the medium sent, as JSON text; `at` when it was stored; `reference` how the medium will name
    this message if it is edited, "" where it can't be."""

    id: int
    owner: str
    body: str
    at: datetime | None = None
    reference: str = ""


class TranscriptLine(Line):
    """One message of a transcript, with the labels of the buttons below it and the facts taken from it."""

    buttons: tuple[tuple[str, ...], ...] = ()
    facts: dict[ProfileField, Fact] = Field(default_factory=dict)


class TranscriptHead(Frozen):
    """A conversation in a list."""

    id: str
    owner: str
    language: Language
    phase: str
    messages: int
    plans: int
    started: datetime
    last: datetime


class Transcript(Frozen):
    """A whole conversation as a coach reads it; `profile` as it is now, `facts` of the lines as they were given."""

    head: TranscriptHead
    lines: tuple[TranscriptLine, ...]
    profile: Profile
    plans: tuple[PlanVersion, ...]


class Consent(Frozen):
    """That an owner agreed to the words of `version`, and perhaps took it back."""

    version: str
    given: datetime
    revoked: datetime | None = None


class OwnTalk(Frozen):
    """One talk of an owner, with the history of the facts and what coaches wrote beside it."""

    transcript: Transcript
    facts: tuple[FactEntry, ...] = ()
    notes: tuple[Note, ...] = ()
    tags: tuple[Tag, ...] = ()


class OwnData(Frozen):
    """Everything that is kept of an owner."""

    owner: str
    consent: Consent | None = None
    talks: tuple[OwnTalk, ...] = ()


class Outgoing(Frozen):
    """A reply that waits in the outbox until it is marked sent. Its document is made from `plan`, a version, or from
    `own`, everything that is kept of the owner. `attempts` have failed, after so many `parts` of it had arrived, and
    the next may be made in `wait` seconds."""

    id: int
    owner: str
    reply: Reply
    plan: Plan | None = None
    own: OwnData | None = None
    attempts: int = 0
    parts: int = 0
    wait: float = 0.0
