"""What the coach does in answer to a message; `coaching` puts it into words."""

from pydantic import BaseModel, ConfigDict

from journey.asides import Follow
from journey.changes import PlanChange
from journey.offer import Offer, Replaced
from journey.profile import Limits, ProfileField
from journey.rewording import Rewording


class Move(BaseModel):
    """One thing the coach does."""

    model_config = ConfigDict(frozen=True)


class Say(Move):
    """A fixed text by its key."""

    key: str


class Note(Move):
    """Shows the owner which facts were taken; `corrected` when they replace something told before, `named` are those
    called by their names, as in the summary: the owner sees where they went. `limits` are the hours, money and days of
    this message alone."""

    fields: tuple[ProfileField, ...]
    corrected: bool = False
    named: tuple[ProfileField, ...] = ()
    limits: Limits | None = None


class Forget(Move):
    """Shows the owner which facts are unknown again."""

    fields: tuple[ProfileField, ...]


class ReadBack(Move):
    """Repeats what was heard in a recording, so that the owner can correct it."""

    text: str


class JoinCoach(Move):
    """Says which human coach reads along from now on."""

    name: str


class Progress(Move):
    """Says in passing how few questions are left."""

    left: int


class ChooseBusiness(Move):
    """Offers a new business, and those the owner told of before."""


class NameBusiness(Move):
    """Says which business the talk is about now."""


class Ask(Move):
    """Puts a question; `again` when it stood open already, `brief` when it was put twice and needs no more than a
    reminder, `probe` when the answer was thin."""

    question: str
    again: bool = False
    brief: bool = False
    probe: bool = False


class Examples(Move):
    """Three concrete answers from this trade to the open question."""

    question: str


class AnswerTheory(Move):
    """Answers a question about journeys from the knowledge, or goes on about the answer to it: `follow` says how, and
    `steps` how many stages further the talk is."""

    question: str
    follow: Follow | None = None
    steps: int = 0


class SayWhoReads(Move):
    """Says who can read the talk, and what leaves the machine."""


class HandOn(Move):
    """Says that the human coach who asked will read the answer."""

    coach: str


class ExplainQuestion(Move):
    """Says what a question means, why it is asked, or what the coach would answer (`how`: meaning, why, advice)."""

    question: str
    how: str


class CountDown(Move):
    """Says how many questions are still to come."""

    left: int


class Summarise(Move):
    """Shows all that is known, told and assumed apart."""


class ChooseField(Move):
    """Lets the owner tap what to change."""


class RecommendModel(Move):
    """Recommends a journey model with a reason."""

    model: str


class MakePlan(Move):
    """Composes a new version of the plan and shows it."""

    model: str


class ChooseSuggestion(Move):
    """Asks which suggestion is meant: one of `plays`, or of all where that is empty."""

    plays: tuple[str, ...] = ()


class ShowSuggestions(Move):
    """Shows these suggestions and e-mails of the plan whole: why, steps, text."""

    plays: tuple[str, ...]


class ChangePlan(Move):
    """Makes one change in the plan, as a new version, and shows what is different."""

    change: PlanChange


class OfferChange(Move):
    """Shows a change of the plan as it would be, and asks whether to make it. Nothing of it is kept until then."""

    offer: Offer


class Reword(Move):
    """Puts texts of the plan in other words, as a new version."""

    rewordings: tuple[Rewording, ...]


class UndoChange(Move):
    """Brings back the plan as it was in `version`, as a new version, and the facts that went with it."""

    version: int
    replaced: Replaced | None = None


class ShowPlan(Move):
    """Shows the plan that is there."""


class SendPlan(Move):
    """Sends the plan as a file."""


class SendOwnData(Move):
    """Sends everything that is kept of this owner as a file."""


class Erase(Move):
    """Deletes everything that is known of this owner."""


class StartOver(Move):
    """Begins a new talk; what was told before is kept aside."""
