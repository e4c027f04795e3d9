"""The result of the talk: a plan, stage by stage, in which every line says where it comes from."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from journey.changes import Wishes
from journey.channels import CHANNELS
from journey.keys import Address, Form, Language
from journey.moments import Moment


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class Basis(StrEnum):
    """Where a line comes from: the owner, the coach's guess (to check), or the knowledge."""

    TOLD = "told"
    ASSUMED = "assumed"
    SOURCE = "source"


class Line(_Part):
    """A sentence or two with its basis."""

    text: str
    basis: Basis


class Email(_Part):
    """An e-mail ready to send, made from a play; `later` as with a suggestion."""

    play: str
    name: str
    subject: str
    body: str
    hours_once: float
    source: str
    later: bool = False


class Metric(_Part):
    """Something to count and how to count it by hand."""

    what: str
    how: str


class Suggestion(_Part):
    """A play made this owner's: what to make or do, with words ready to use. `source` is a passage label or "coach".
    Hours are the owner's, euros leave out the owner's time. `later` marks what doesn't fit the hours or money yet."""

    play: str
    name: str
    channel: str
    moments: tuple[Moment, ...]
    form: Form
    why: str
    steps: tuple[str, ...]
    text: str
    subject: str = ""
    metric: Metric
    test: str
    when: str
    never: str
    hours_once: float
    hours_weekly: float
    euros_once: float
    euros_monthly: float
    source: str
    sells: bool = False
    later: bool = False

    @property
    def online(self) -> bool:
        """Whether it happens online."""
        return CHANNELS[self.channel].online


class StagePlan(_Part):
    """One stage: the customer in it, the owner's message, what to make, where to meet, what to count."""

    stage: str
    title: str
    mood: int
    does: Line
    feels: Line
    needs: Line
    hurts: Line
    message: Line
    suggestions: tuple[Suggestion, ...]
    touchpoints_online: tuple[str, ...]
    touchpoints_offline: tuple[str, ...]
    metric: Metric
    email: Email | None

    @property
    def content(self) -> tuple[str, ...]:
        """What to make in this stage, by name."""
        return tuple(s.name for s in self.suggestions)


class Persona(_Part):
    """A card of the customer the plan is for. `name` is the coach's invention and says so."""

    name: str
    who: Line
    need: Line
    pain: Line
    feeling: Line
    looks: Line


class Task(_Part):
    """Something for one day of the first week: the first step of a suggestion, with its text."""

    day: str
    minutes: int
    play: str
    name: str
    step: str
    text: str
    stage: str


class Assumption(_Part):
    """Something the plan takes to be true, and a question to a real customer that checks it."""

    text: str
    question: str


class GoalStep(_Part):
    """What one stage must bring for the goal, in words, and the number in it."""

    stage: str
    count: int
    text: str


class GoalSums(_Part):
    """A goal with numbers worked back through the stages; the shares in it are assumptions and say so."""

    intro: str
    steps: tuple[GoalStep, ...]
    check: str


class Plan(_Part):
    """A customer-journey plan for one business. `address` is how its texts speak to customers, `owner_address` how the
    plan speaks to the owner; `goal` is what the owner wants in the owner's words, `sums` works it back where it has
    numbers; `respected` says what the owner ruled out and was left out."""

    language: Language
    address: Address
    owner_address: Address
    title: str
    model: str
    why_model: str
    model_limits: str
    persona: Persona
    stages: tuple[StagePlan, ...]
    first_week: tuple[Task, ...]
    respected: tuple[str, ...]
    assumptions: tuple[Assumption, ...]
    sources: tuple[str, ...]
    goal: str = ""
    sums: GoalSums | None = None
    wishes: Wishes = Wishes()

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """Every suggestion of every stage."""
        return tuple(s for stage in self.stages for s in stage.suggestions)

    @property
    def emails(self) -> tuple[Email, ...]:
        """Every e-mail."""
        return tuple(stage.email for stage in self.stages if stage.email)

    @property
    def items(self) -> "dict[str, Suggestion | Email]":
        """Every suggestion and e-mail by its play, stage by stage."""
        found: dict[str, Suggestion | Email] = {}
        for stage in self.stages:
            found |= {suggestion.play: suggestion for suggestion in stage.suggestions}
            found |= {stage.email.play: stage.email} if stage.email else {}
        return found

    @property
    def places(self) -> dict[str, str]:
        """What a reader calls each suggestion and e-mail by, with its play: "2b" is the second suggestion of the second
        stage, "2m" its e-mail."""
        found: dict[str, str] = {}
        for number, stage in enumerate(self.stages, 1):
            found |= {f"{number}{letter}": s.play for letter, s in zip(_LETTERS, stage.suggestions, strict=False)}
            found |= {f"{number}{_MAIL}": stage.email.play} if stage.email else {}
        return found


_LETTERS = "abcdefghijkl"
_MAIL = "m"
