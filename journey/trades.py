"""Records of the library about a trade: what a sector pack knows."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from journey.keys import Address, Asset, Audience, Language, PurchaseKind, Rhythm
from journey.moments import Moment

Text = Annotated[str, Field(min_length=2)]
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]
Three = Annotated[tuple[Text, Text, Text], Field()]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(_Record):
    """One and several of a thing, as they stand inside a sentence."""

    one: Text
    many: Text


class MomentLines(_Record):
    """One moment of a customer of this trade: four lines about the customer, and words the owner can post."""

    does: Text
    feels: Text
    needs: Text
    hurts: Text
    message: Text


class Accident(_Record):
    """A touchpoint nobody planned: what customers see of the business by accident, and how to mend it."""

    seen: Text
    fix: Text


class Setting(_Record):
    """Phrases that place a text in this trade. Each stands inside a sentence as it is: `tally_on`, `at_meeting`,
    `at_handover` and `at_work` say where or when ("in het bestelboek", "aan de toonbank", "bij het meegeven van de
    taart", "in het atelier"), `busy_time` and `slow_time` when in the year; the others are things with their article:
    what is worth showing, what people come for, who works beside the owner, what they would take instead, and what they
    have in the end. The list of each is used in turn."""

    tally_on: Texts
    at_meeting: Texts
    at_handover: Texts
    at_work: Texts
    picture: Annotated[tuple[Text, ...], Field(min_length=4)]
    occasion: Annotated[tuple[Text, ...], Field(min_length=3)]
    partner: Annotated[tuple[Text, ...], Field(min_length=3)]
    instead: Annotated[tuple[Text, ...], Field(min_length=2)]
    result: Annotated[tuple[Text, ...], Field(min_length=2)]
    busy_time: Texts
    slow_time: Texts


class SectorQuestion(_Record):
    """The one question a plan in this trade hangs on, and why it is asked. `asks_days` where which days are quiet or
    full answers it."""

    ask: Text
    why: Text
    examples: Three
    asks_days: bool = False


class SectorExamples(_Record):
    """Three answers an owner of this trade could give, per question; shown to who does not know."""

    offer: Three
    persona: Three
    persona_need: Three
    persona_pain: Three
    usp: Three
    aftercare: Three


class SectorWords(_Record):
    """Everything a sector pack says in one language."""

    name: Text
    our: Text
    synonyms: Texts
    customer: Words
    unit: Words
    examples: SectorExamples
    fears: Annotated[tuple[Text, ...], Field(min_length=4)]
    regrets: Annotated[tuple[Text, ...], Field(min_length=2)]
    trust: Annotated[tuple[Text, ...], Field(min_length=3)]
    online: Texts
    offline: Texts
    seasons: Text
    quiet: Text
    never: Texts
    tallies: Annotated[tuple[Text, ...], Field(min_length=3)]
    trade_words: Annotated[tuple[Text, ...], Field(min_length=6)]
    setting: Setting
    accidents: Annotated[tuple[Accident, ...], Field(min_length=2)]
    question: SectorQuestion
    moments: dict[Moment, MomentLines]


class Sector(_Record):
    """What a good coach knows of a trade. `purchase_days` is shortest and usual length of a purchase, in days;
    `mood` the usual feeling per moment from 1 (low) to 5 (high)."""

    key: Text
    purchase: Annotated[tuple[PurchaseKind, ...], Field(min_length=1)]
    purchase_days: tuple[float, float]
    rhythm: Rhythm
    audience: Audience
    address: Address
    channels: Annotated[tuple[str, ...], Field(min_length=4)]
    assets: tuple[Asset, ...] = ()
    busy_months: tuple[int, ...] = ()
    quiet_months: tuple[int, ...] = ()
    mood: dict[Moment, Annotated[int, Field(ge=1, le=5)]]
    nl: SectorWords
    en: SectorWords

    def words(self, language: Language) -> SectorWords:
        """The pack in one language."""
        return self.nl if language == "nl" else self.en


def phrases_of(pack: SectorWords) -> dict[str, tuple[str, ...]]:
    """The phrases of a pack that texts use in turn, by the slot they fill; `fear` stands for what customers fear."""
    setting: dict[str, tuple[str, ...]] = pack.setting.model_dump()
    return {"fear": pack.fears, "proof": pack.trust, **setting}
