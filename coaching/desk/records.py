"""What the desk shows of a conversation, and what a coach changes in it."""

from datetime import datetime
from enum import StrEnum
from typing import Generic, Literal, TypeVar

from pydantic import Field

from coaching.frozen import Frozen
from coaching.line import Line
from coaching.message import Button, Reply
from journey.keys import Language
from journey.plan import Plan
from journey.profile import Fact, Profile, ProfileField
from journey.state import State

T = TypeVar("T")

#: Days of silence after which an interview is stalled.
STALLED_AFTER = 3
#: What stands for nobody where coaches are chosen by code.
NOBODY = "-"


class Status(StrEnum):
    """How a conversation stands. STALLED is an interview in which the owner was silent for `STALLED_AFTER` days."""

    INTERVIEWING = "interviewing"
    STALLED = "stalled"
    PLAN_READY = "plan_ready"
    NEEDS_COACH = "needs_coach"
    APPROVED = "approved"
    CLOSED = "closed"


class Page(Frozen, Generic[T]):
    """A part of a list; `following` asks for the next one, empty at the end."""

    items: tuple[T, ...] = ()
    following: str = ""


class ConversationFilter(Frozen):
    """Which conversations: those that fit every list that isn't empty. `assignees` are codes, `NOBODY` for none."""

    statuses: tuple[Status, ...] = ()
    topics: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    assignees: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    unread: bool = False


#: The filter that every conversation fits.
EVERY = ConversationFilter()


class Choices(Frozen):
    """The values that a filter can have in this agency; `assignees` and `coaches` are code and name."""

    topics: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    coaches: tuple[tuple[str, str], ...] = ()


class Listed(Frozen):
    """A conversation in the list. The owner goes by `business`, its name, or by `number` where that is empty; `topic`
    is the one reached, `unread` the messages after the last that this reader saw, `assignee` and `taken_by` codes of
    coaches (empty: nobody; the bot speaks)."""

    id: str
    number: int
    business: str
    sector: str
    language: Language
    status: Status
    topic: str
    started: datetime
    last: datetime
    messages: int
    unread: int
    assignee: str = ""
    assignee_name: str = ""
    taken_by: str = ""
    tags: tuple[str, ...] = ()


class Piece(Frozen):
    """A run of text in a snippet; `hit` where it is what was looked for."""

    text: str
    hit: bool = False


class Hit(Frozen):
    """A message that was found. `by` is the code of the coach who wrote it, empty for owner and bot."""

    conversation: str
    number: int
    business: str
    message: int
    at: datetime
    sender: Literal["owner", "coach"]
    by: str
    snippet: tuple[Piece, ...]


class Asked(Frozen):
    """A question that an owner asked back: its `intent`, the `question` of the bot that stood open, and for theory the
    `label` of the passage that answered, how near it was, and whether the owner said that it didn't help."""

    intent: str
    question: str = ""
    label: str = ""
    nearness: float | None = None
    unhelpful: bool = False


class DeskLine(Line):
    """One message as the desk shows it. `pressed` is the label of the button that was pressed, where the message is
    one; `fields` are the facts taken from it."""

    pressed: str = ""
    buttons: tuple[tuple[Button, ...], ...] = ()
    sent: datetime | None = None
    fields: tuple[ProfileField, ...] = ()
    asked: Asked | None = None


class FactEntry(Frozen):
    """One moment in the history of a fact: what it became (None: unknown again) beside which message; `by` is the code
    of the coach who corrected it, empty where it was taken from the talk."""

    field: ProfileField
    fact: Fact | None
    message: int
    by: str = ""


class PlanEntry(Frozen):
    """A version of the plan. `by` is the coach who made it, empty for the bot; `approved_by` who approved it; `asks`
    what a coach asked to be changed in it."""

    version: int
    plan: Plan
    made: datetime
    by: str = ""
    approved: datetime | None = None
    approved_by: str = ""
    asks: str = ""


class Note(Frozen):
    """A private note: on message `message`, or on `place` of plan `version`, or on the whole conversation."""

    id: int
    text: str
    by: str
    by_name: str
    at: datetime
    message: int | None = None
    version: int | None = None
    place: str = ""


class Tag(Frozen):
    """A tag on a message."""

    message: int
    name: str
    by: str


class Opened(Frozen):
    """One conversation, whole. `revision` rises with every change of a coach and every turn that changed facts or plan:
    a coach's change carries the one they saw. `facts` is the history, oldest first."""

    head: Listed
    revision: int
    state: State
    profile: Profile
    lines: tuple[DeskLine, ...]
    facts: tuple[FactEntry, ...]
    plans: tuple[PlanEntry, ...]
    notes: tuple[Note, ...]
    tags: tuple[Tag, ...]


class Act(StrEnum):
    """What the audit log knows of."""

    SAW = "saw"
    SEARCHED = "searched"
    NOTED = "noted"
    TAGGED = "tagged"
    ASSIGNED = "assigned"
    CORRECTED = "corrected"
    EDITED = "edited"
    APPROVED = "approved"
    ASKED_CHANGES = "asked_changes"
    ASKED = "asked"
    TOOK_OVER = "took_over"
    WROTE = "wrote"
    HANDED_BACK = "handed_back"
    CLOSED = "closed"
    REOPENED = "reopened"
    EXPORTED = "exported"
    DELETED = "deleted"
    LOGGED_IN = "logged_in"
    REFUSED = "refused"
    COACH_CHANGED = "coach_changed"
    ARTICLE_CHANGED = "article_changed"


class Change(Frozen):
    """One thing a coach does, all that it changes, and what the owner gets for it; stored whole or not at all. `seen`
    is the revision the coach saw. None leaves as it was; a fact that is None becomes unknown. `approves` is a version
    of the plan, `asks` what is to be changed in the newest; `by_bot` is whether the replies are the bot's own words,
    `asked_by` the coach whom the owner's next words answer. `detail` goes into the audit log: keys and numbers, never
    what anybody wrote."""

    conversation: str
    seen: int
    act: Act
    detail: str = ""
    status: Status | None = None
    assignee: str | None = None
    taken_by: str | None = None
    facts: dict[ProfileField, Fact | None] = Field(default_factory=dict)
    plan: Plan | None = None
    approves: int | None = None
    asks: str | None = None
    replies: tuple[Reply, ...] = ()
    by_bot: bool = False
    asked_by: str | None = None


class AuditEntry(Frozen):
    """Who did what to which conversation, and when. What it was about isn't kept: its owner goes by `business` or
    `number` as in the list as long as it is there, and by none of them once it was erased."""

    id: int
    at: datetime
    coach: str
    act: Act
    conversation: str = ""
    detail: str = ""
    number: int | None = None
    business: str = ""
