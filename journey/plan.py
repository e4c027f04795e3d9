"""The result of the talk: a plan, stage by stage, in which every line says where it comes from."""

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from journey.changes import NO_WISHES, Wishes
from journey.channels import CHANNELS
from journey.currency import Currency
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
    Hours are the owner's, euros leave out the owner's time; `months` are those it can be done in (empty: any), after
    `lead_days` of preparing. `later` marks what doesn't fit the hours or money yet."""

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
    months: tuple[int, ...] = ()
    lead_days: int = 0
    sells: bool = False
    later: bool = False

    @property
    def online(self) -> bool:
        """Whether it happens online."""
        return CHANNELS[self.channel].online


class Idea(_Part):
    """Something more that could be tried, with the label of the passage it comes from, or "coach"."""

    text: str
    source: str


class StagePlan(_Part):
    """One stage: the customer in it, the owner's message, what to make, where to meet, what to count,
    and `ideas` for later, where a language model had any."""

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
    ideas: tuple[Idea, ...] = ()

    @property
    def content(self) -> tuple[str, ...]:
        """What to make in this stage, by name."""
        return tuple(s.name for s in self.suggestions)


class Persona(_Part):
    """A card of the customer the plan is for. `name` is the first name that the owner told, else the coach's invention,
    which says so."""

    name: str
    name_told: bool = False
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
    """Something the plan takes to be true, and how to check it: a question `to_customers`, or what the owner can do."""

    text: str
    question: str
    to_customers: bool = True


class Hinge(_Part):
    """What a plan in this trade hangs on: the question, what the owner answered ("" where it is still open), and why it
    matters."""

    question: str
    told: str
    why: str


class Accident(_Part):
    """What customers see of the business though nobody planned it, and how to mend it."""

    seen: str
    fix: str


class Answered(_Part):
    """Where the worry that the owner told is answered: the title of the stage whose message does, and plays."""

    stage: str
    plays: tuple[str, ...]


class WeekTask(_Part):
    """Work at one suggestion or e-mail in one week. `weekly` work comes back every week from then on; `ends` is whether
    what is made once is finished with it."""

    play: str
    name: str
    stage: str
    minutes: int
    weekly: bool = False
    ends: bool = True


class Week(_Part):
    """One of the weeks of the calendar; `first` is its Monday, `notes` what the season or the purchase makes of it."""

    number: int
    first: date
    tasks: tuple[WeekTask, ...]
    notes: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        """The owner's time in this week."""
        return sum(task.minutes for task in self.tasks)


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
    numbers; `respected` says what the owner ruled out and was left out; `weeks` is the calendar, `season` what the year
    looks like in this trade, `tallies` what is easily counted in it; `worry_answered` is where the worry told is
    answered."""

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
    wishes: Wishes = NO_WISHES
    currency: Currency = "euro"
    hinge: Hinge | None = None
    weeks: tuple[Week, ...] = ()
    season: str = ""
    accidents: tuple[Accident, ...] = ()
    tallies: tuple[str, ...] = ()
    worry_answered: Answered | None = None

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

    def place_of(self, play: str) -> str:
        """What a reader calls a suggestion or e-mail by; empty where the plan doesn't have it."""
        return next((place for place, key in self.places.items() if key == play), "")


_LETTERS = "abcdefghijkl"
_MAIL = "m"
