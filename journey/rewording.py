"""The texts of a plan that can be put in other words, one by one: what each is called by, and the plan with some of
them changed."""

from collections.abc import Sequence
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from journey.plan import Email, Plan, StagePlan, Suggestion, Task


class TextPart(StrEnum):
    """The texts of a stage that can be reworded."""

    MESSAGE = "message"  # of a stage
    TEXT = "text"  # of a suggestion, ready to use
    WHY = "why"  # of a suggestion
    SUBJECT = "subject"  # of an e-mail
    BODY = "body"


class Rewording(BaseModel):
    """One text in other words. `of` is the play of a suggestion or e-mail, or the key of the stage whose message it
    is."""

    model_config = ConfigDict(frozen=True)

    of: str
    part: TextPart
    before: str
    after: str


Texts = dict[tuple[str, TextPart], str]


def texts_of(stage: StagePlan) -> Texts:
    """Every text of a stage that can be reworded."""
    texts: Texts = {(stage.stage, TextPart.MESSAGE): stage.message.text}
    for suggestion in stage.suggestions:
        texts |= {(suggestion.play, TextPart.TEXT): suggestion.text, (suggestion.play, TextPart.WHY): suggestion.why}
    if stage.email:
        mail = stage.email
        texts |= {(mail.play, TextPart.SUBJECT): mail.subject, (mail.play, TextPart.BODY): mail.body}
    return texts


def reworded(plan: Plan, changes: Sequence[Rewording]) -> Plan:
    """`plan` with `changes`, wherever the text still is what it was before."""
    now = {key: text for stage in plan.stages for key, text in texts_of(stage).items()}
    new = {(c.of, c.part): c.after for c in changes if now.get((c.of, c.part)) == c.before}
    stages = tuple(with_texts(stage, new) for stage in plan.stages)
    week = tuple(_task(task, new) for task in plan.first_week)
    return plan.model_copy(update={"stages": stages, "first_week": week})


def with_texts(stage: StagePlan, new: Texts) -> StagePlan:
    """A stage with those of its texts that `new` has."""
    message = stage.message.model_copy(update={"text": new.get((stage.stage, TextPart.MESSAGE), stage.message.text)})
    email = _email(stage.email, new) if stage.email else None
    suggestions = tuple(_suggestion(each, new) for each in stage.suggestions)
    return stage.model_copy(update={"message": message, "suggestions": suggestions, "email": email})


def _suggestion(item: Suggestion, new: Texts) -> Suggestion:
    text, why = new.get((item.play, TextPart.TEXT), item.text), new.get((item.play, TextPart.WHY), item.why)
    return item.model_copy(update={"text": text, "why": why})


def _email(item: Email, new: Texts) -> Email:
    subject, body = new.get((item.play, TextPart.SUBJECT)), new.get((item.play, TextPart.BODY))
    return item.model_copy(update={"subject": subject or item.subject, "body": body or item.body})


def _task(task: Task, new: Texts) -> Task:
    return task.model_copy(update={"text": new.get((task.play, TextPart.TEXT), task.text)})
