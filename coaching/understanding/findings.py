"""What a finder of facts gets and gives: a message in its context, and values with the place they were found."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from coaching.understanding.text.normalise import Span, Text
from coaching.understanding.text.numbers import Number
from journey.hearing import Context
from journey.profile import Change, FactValue, ProfileField, Proposal
from journey.topics import FIELDS, Topic


@dataclass(frozen=True)
class Reading:
    """A message with all that a finder may look at. `correcting` tells that the owner takes something back."""

    text: Text
    context: Context
    numbers: tuple[Number, ...] = ()
    correcting: bool = False

    def asked(self, *topics: Topic) -> bool:
        """Whether the open question is about one of `topics`."""
        return self.context.asking in topics

    def at(self, topic: Topic | None, question: str) -> "Reading":
        """The same message as if another question stood open."""
        return replace(self, context=self.context.model_copy(update={"asking": topic, "question": question}))

    @property
    def asked_fields(self) -> tuple[ProfileField, ...]:
        """The fields that the open question is about."""
        return FIELDS.get(self.context.asking, ()) if self.context.asking else ()

    def knows(self, *fields: ProfileField) -> bool:
        """Whether one of `fields` is told already."""
        return any(self.context.profile.told(f) for f in fields)


@dataclass(frozen=True)
class Finding:
    """A value and where it stands. `uses` are stretches that have thereby had their say."""

    field: ProfileField
    value: FactValue
    span: Span
    change: Change = Change.SET
    uses: tuple[Span, ...] = ()

    def proposal(self, text: Text) -> Proposal:
        """The finding as the dialogue takes it."""
        return Proposal(field=self.field, value=self.value, change=self.change, quote=text.quote(self.span))


Finder = Callable[[Reading], list[Finding]]
