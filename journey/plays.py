"""A play: one concrete thing to make or do at one touchpoint."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from journey.keys import Asset, Audience, Form, Goal, Language, PurchaseKind
from journey.moments import Moment
from journey.trades import Text

Hours = Annotated[float, Field(ge=0, le=40)]
Euros = Annotated[float, Field(ge=0, le=5000)]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PlayWords(_Record):
    """A play in one language. `text` is ready to use by the owner; `subject` stands above an e-mail."""

    name: Text
    why: Text
    steps: tuple[Text, Text, Text]
    subject: str = ""
    text: Text
    metric: Text
    count: Text
    test: Text
    when: Text
    never: Text


class Play(_Record):
    """A proven suggestion. Empty `purchase`, `sectors` or `goals` mean: any. `channels` lists the channels it can be
    done on, the first being the usual one. `sells` marks an offer or a push to buy. `source` is a passage label, or
    "coach" where it comes from a coach's practice. Hours are the owner's; euros leave out the owner's time."""

    key: Text
    moments: Annotated[tuple[Moment, ...], Field(min_length=1)]
    channels: Annotated[tuple[str, ...], Field(min_length=1)]
    purchase: tuple[PurchaseKind, ...] = ()
    sectors: tuple[str, ...] = ()
    not_sectors: tuple[str, ...] = ()
    audience: Annotated[tuple[Audience, ...], Field(min_length=1)]
    goals: tuple[Goal, ...] = ()
    form: Form
    sells: bool = False
    hours_once: Hours
    hours_weekly: Hours = 0
    euros_once: Euros = 0
    euros_monthly: Euros = 0
    needs: tuple[Asset, ...] = ()
    months: tuple[Annotated[int, Field(ge=1, le=12)], ...] = ()
    lead_days: Annotated[int, Field(ge=0, le=365)] = 0
    source: Text
    nl: PlayWords
    en: PlayWords

    def words(self, language: Language) -> PlayWords:
        """The play in one language."""
        return self.nl if language == "nl" else self.en

    def gist(self, language: Language) -> str:
        """What the play is about, to be compared in meaning with an owner's words."""
        words = self.words(language)
        return f"{words.name}. {words.why}"
