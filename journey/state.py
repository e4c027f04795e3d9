"""Where a talk stands: everything the dialogue must remember besides the profile."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from journey.asides import Theory
from journey.changes import PlanChange
from journey.keys import Address, Language
from journey.offer import Offer, Replaced
from journey.topics import QUESTIONS, Question, Topic

#: Stands where the key of a question would, for the question of a human coach.
COACH_ASKED = "coach"


class Phase(StrEnum):
    """The part of the talk; an answer leads back to it."""

    INTERVIEW = "interview"
    SUMMARY = "summary"
    MODEL = "model"
    PLANNED = "planned"


class Pending(StrEnum):
    """Something that is only done after a yes."""

    RESTART = "restart"
    DELETE = "delete"
    CHANGE = "change"  # of the plan, as it was shown


class State(BaseModel):
    """The state of one talk. `open` is the key of the question that stands open, `put` how often it has been put.
    `asked`, `repeated`, `helped`, `probed` and `skipped` are question keys: put at all, put a second time of our own
    accord, helped with by examples, asked after because the answer was thin, left. `aside` is what was last explained
    in passing, with the question that stood open; `strikes` counts the useless answers in a row, `foreign` the messages
    in a row in the other language. `changing` is a change of the plan that isn't told whole yet, `undoable` the
    versions of the plan that can be brought back, newest last, `replaced` the facts that go with them, `offered` the
    change that waits for a yes. `spoken` is whether the owner has said anything that shows a language, `told_left` how
    many questions the owner was last told are left, `theory` what was asked in the message before, where that was a
    theory question, `asked_by` the human coach whose question waits for an answer, whatever was asked in passing
    since."""

    model_config = ConfigDict(frozen=True)

    phase: Phase = Phase.INTERVIEW
    open: str = ""
    put: int = 0
    asked: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    helped: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    probed: tuple[str, ...] = ()
    aside: str = ""
    strikes: int = 0
    language: Language = "nl"
    address: Address = Address.JE
    foreign: int = 0
    welcomed: bool = False
    spoken: bool = False
    paused: bool = False
    pending: Pending | None = None
    told_private: bool = False
    changing: PlanChange | None = None
    undoable: tuple[int, ...] = ()
    offered: Offer | None = None
    replaced: tuple[Replaced, ...] = ()
    told_left: int | None = None
    theory: Theory | None = None
    asked_by: str = ""

    @property
    def question(self) -> Question | None:
        """The open question."""
        return QUESTIONS.get(self.open)

    @property
    def answering(self) -> str:
        """The key of the question that the owner's next words answer: the open one, unless a human coach asked."""
        return COACH_ASKED if self.asked_by else self.open

    @property
    def asking(self) -> Topic | None:
        """The topic the owner is being asked about; None while the talk rests."""
        waits = self.pending not in (None, Pending.CHANGE)
        return self.question.topic if self.question and not self.paused and not waits else None

    def put_twice(self, question: str) -> bool:
        """Whether `question` was put a second time, in whatever words: it is left rather than put again."""
        return question in (*self.repeated, *self.helped, *self.probed)

    def reopened(self, question: str) -> "State":
        """This state as if `question` had been neither repeated nor left: the owner came back to it."""
        marks = {"repeated": self.repeated, "helped": self.helped, "skipped": self.skipped}
        return self.but(**{name: tuple(key for key in keys if key != question) for name, keys in marks.items()})

    def but(self, **changes: object) -> "State":
        """This state with some things changed."""
        return self.model_copy(update=changes)
