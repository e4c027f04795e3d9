"""What is known of a business: the profile, its facts, and how a new fact changes it."""

from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, SerializeAsAny

from journey.keys import Address, Audience, Goal, Language


class ProfileField(StrEnum):
    """Everything a profile can hold. `owner_name` is what the owner asks to be called,
    `trade_answer` the answer to the question that a plan in this trade hangs on."""

    OWNER_NAME = "owner_name"
    BUSINESS_NAME = "business_name"
    SECTOR = "sector"
    LOCATION = "location"
    OFFER = "offer"
    PRICE = "price"
    AUDIENCE = "audience"
    GOAL = "goal"
    PERSONA_AGE = "persona_age"
    PERSONA_SITUATION = "persona_situation"
    PERSONA_NEED = "persona_need"
    PERSONA_PAIN = "persona_pain"
    PERSONA_FEELING = "persona_feeling"
    PERSONA_INFO = "persona_info"
    CHANNELS_CURRENT = "channels_current"
    CHANNELS_EXCLUDED = "channels_excluded"
    FORMS_EXCLUDED = "forms_excluded"
    CONSTRAINTS = "constraints"
    ON_OFFLINE = "on_offline"
    USP = "usp"
    AFTERCARE = "aftercare"
    TRADE_ANSWER = "trade_answer"
    EMAIL_LIST = "email_list"
    CUSTOMER_WORD = "customer_word"
    FORM_OF_ADDRESS = "form_of_address"
    MODEL = "model"
    LANGUAGE = "language"
    NOTES = "notes"


#: What an owner tells in sentences of their own.
FREE_TEXT = (
    ProfileField.OFFER,
    ProfileField.PERSONA_SITUATION,
    ProfileField.PERSONA_NEED,
    ProfileField.PERSONA_PAIN,
    ProfileField.PERSONA_FEELING,
    ProfileField.PERSONA_INFO,
    ProfileField.USP,
    ProfileField.AFTERCARE,
    ProfileField.TRADE_ANSWER,
)


class Status(StrEnum):
    """Whether the owner said it or the coach took it to be so."""

    TOLD = "told"
    ASSUMED = "assumed"


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True)


class Limits(_Value):
    """What the owner can spend: hours a week, euros a month, and the days that are closed, quiet or full. `work_days`
    are those on which there is time for this; any, where none was told. `opened` are days that are not closed after
    all, kept only until they are taken out. `currency` is what the money was told in where that was not euros."""

    hours_per_week: float | None = None
    euros_per_month: float | None = None
    currency: str = ""
    closed_days: tuple[str, ...] = ()
    quiet_days: tuple[str, ...] = ()
    busy_days: tuple[str, ...] = ()
    work_days: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()

    def with_(self, other: "Limits") -> "Limits":
        """These limits, with whatever `other` says in their place. A day is closed, quiet or full: what it was told to
        be last."""
        told = {name: value for name, value in other if value not in (None, (), "")}
        days = {day for name in _DAYS for day in told.get(name, ())}
        others = {name: tuple(d for d in getattr(self, name) if d not in days) for name in _DAYS if name not in told}
        limits = self.model_copy(update=others | told)
        shut = tuple(day for day in limits.closed_days if day not in limits.opened)
        return limits.model_copy(update={"closed_days": shut, "opened": ()}) if limits.opened else limits

    def along_with(self, other: "Limits") -> "Limits":
        """These limits, to whose days those of `other` come."""
        days = {name: (*getattr(self, name), *getattr(other, name)) for name in _DAYS if getattr(other, name)}
        return self.with_(other.model_copy(update={name: tuple(dict.fromkeys(each)) for name, each in days.items()}))


_DAYS = ("closed_days", "quiet_days", "busy_days")


class GoalFact(_Value):
    """What should change: the owner's words, the kind of goal, and the numbers where there are any.
    `current` and `target` count `unit` per `per` ("week", "month", "year" or ""); `deadline` is as told."""

    text: str
    kind: Goal | None = None
    current: float | None = None
    target: float | None = None
    unit: str = ""
    per: str = ""
    deadline: str = ""

    @property
    def in_words_alone(self) -> bool:
        """Whether its words say neither a kind of goal nor a number to reach."""
        return self.kind is None and self.target is None


class EmailList(_Value):
    """Whether customers' e-mail addresses may be written to, and how many there are."""

    has: bool
    size: int | None = None


FactValue = str | tuple[str, ...] | Limits | GoalFact | EmailList


def in_free_words(field: ProfileField, value: FactValue) -> bool:
    """Whether any words at all could have been taken for this value."""
    return field in FREE_TEXT or (isinstance(value, GoalFact) and value.in_words_alone)


#: Fields whose value is a list that grows and shrinks by adding and removing.
LIST_FIELDS = frozenset(
    {ProfileField.CHANNELS_CURRENT, ProfileField.CHANNELS_EXCLUDED, ProfileField.FORMS_EXCLUDED, ProfileField.NOTES}
)


class Fact(_Value):
    """One value with its evidence: the number of the message it came from and the words in it."""

    value: SerializeAsAny[FactValue]
    status: Status = Status.TOLD
    evidence: int = 0
    quote: str = ""


class Profile(_Value):
    """All that is known of one business. Immutable: `with_fact` gives a new profile."""

    facts: dict[ProfileField, Fact] = Field(default_factory=dict)

    def __contains__(self, field: ProfileField) -> bool:
        return field in self.facts

    def told(self, field: ProfileField) -> bool:
        """Whether the owner said this."""
        return field in self.facts and self.facts[field].status is Status.TOLD

    def text(self, field: ProfileField, default: str = "") -> str:
        """A field as text; lists joined with commas."""
        fact = self.facts.get(field)
        if fact is None:
            return default
        if isinstance(fact.value, tuple):
            return ", ".join(fact.value)
        return fact.value.text if isinstance(fact.value, GoalFact) else str(fact.value)

    def many(self, field: ProfileField) -> tuple[str, ...]:
        """A list field; empty where nothing is known."""
        fact = self.facts.get(field)
        return fact.value if fact and isinstance(fact.value, tuple) else ()

    @property
    def limits(self) -> Limits:
        """The constraints told; empty limits where none were."""
        fact = self.facts.get(ProfileField.CONSTRAINTS)
        return fact.value if fact and isinstance(fact.value, Limits) else Limits()

    @property
    def goal(self) -> GoalFact | None:
        """The goal, where one is known."""
        fact = self.facts.get(ProfileField.GOAL)
        return fact.value if fact and isinstance(fact.value, GoalFact) else None

    @property
    def email_list(self) -> EmailList | None:
        """What is known of the addresses."""
        fact = self.facts.get(ProfileField.EMAIL_LIST)
        return fact.value if fact and isinstance(fact.value, EmailList) else None

    @property
    def language(self) -> Language:
        """The language of the plan; Dutch unless told otherwise."""
        return "en" if self.text(ProfileField.LANGUAGE) == "en" else "nl"

    @property
    def address(self) -> Address:
        """How this business speaks to its customers."""
        return Address(self.text(ProfileField.FORM_OF_ADDRESS, Address.JE))

    @property
    def audience(self) -> Audience | None:
        """Whom the business serves, where it is known."""
        return Audience(self.text(ProfileField.AUDIENCE)) if ProfileField.AUDIENCE in self else None

    def with_fact(self, field: ProfileField, fact: Fact) -> "Profile":
        """The profile in which `fact` stands for `field`."""
        return Profile(facts={**self.facts, field: fact})

    def without(self, *fields: ProfileField) -> "Profile":
        """The profile with these fields unknown again."""
        return Profile(facts={f: fact for f, fact in self.facts.items() if f not in fields})


class Change(StrEnum):
    """What a proposal does to the value that is there."""

    SET = "set"
    ADD = "add"
    REMOVE = "remove"


class Proposal(_Value):
    """A fact that understanding takes from a message: `quote` is the part of the message that says it."""

    field: ProfileField
    value: SerializeAsAny[FactValue]
    change: Change = Change.SET
    status: Status = Status.TOLD
    quote: str = ""


def accept(profile: Profile, proposals: tuple[Proposal, ...], message: int) -> Profile:
    """The profile after `proposals` taken from message number `message`. An assumption never replaces what was told;
    a channel that is excluded is no longer a current one, and the other way round; a value that is taken away and is no
    list leaves its field unknown."""
    for proposal in proposals:
        if proposal.status is Status.ASSUMED and profile.told(proposal.field):
            continue
        if proposal.change is Change.REMOVE and proposal.field not in LIST_FIELDS:
            profile = profile.without(proposal.field)
            continue
        value = _merged(profile, proposal)
        fact = Fact(value=value, status=proposal.status, evidence=message, quote=proposal.quote)
        profile = profile.with_fact(proposal.field, fact)
        profile = _without_contradiction(profile, proposal)
    return profile


#: Texts to which something can come; of any other field there is one value.
_IN_OWN_WORDS = frozenset(
    {
        *(ProfileField.OFFER, ProfileField.PRICE, ProfileField.USP, ProfileField.AFTERCARE, ProfileField.TRADE_ANSWER),
        *(ProfileField.PERSONA_SITUATION, ProfileField.PERSONA_NEED, ProfileField.PERSONA_PAIN),
        *(ProfileField.PERSONA_FEELING, ProfileField.PERSONA_INFO),
    }
)


def _merged(profile: Profile, proposal: Proposal) -> FactValue:
    value = proposal.value
    if isinstance(value, Limits):
        return profile.limits.along_with(value) if proposal.change is Change.ADD else profile.limits.with_(value)
    if isinstance(value, tuple) and proposal.field in LIST_FIELDS:
        return _merged_list(profile.many(proposal.field), value, proposal.change)
    grows = proposal.change is Change.ADD and proposal.field in _IN_OWN_WORDS and profile.told(proposal.field)
    if isinstance(value, str) and grows:
        return f"{profile.text(proposal.field)}, {value}"
    return value


def _merged_list(known: tuple[str, ...], said: tuple[str, ...], change: Change) -> tuple[str, ...]:
    if change is Change.SET:
        return tuple(dict.fromkeys(said))
    if change is Change.REMOVE:
        return tuple(item for item in known if item not in said)
    return tuple(dict.fromkeys((*known, *said)))


_OPPOSITES = {
    ProfileField.CHANNELS_CURRENT: ProfileField.CHANNELS_EXCLUDED,
    ProfileField.CHANNELS_EXCLUDED: ProfileField.CHANNELS_CURRENT,
}


def _without_contradiction(profile: Profile, proposal: Proposal) -> Profile:
    other = _OPPOSITES.get(proposal.field)
    if other is None or proposal.change is Change.REMOVE or not isinstance(proposal.value, tuple):
        return profile
    fact = profile.facts.get(other)
    kept = _merged_list(profile.many(other), proposal.value, Change.REMOVE)
    if fact is None or kept == fact.value:
        return profile
    return profile.with_fact(other, fact.model_copy(update={"value": kept})) if kept else profile.without(other)


def as_json(profile: Profile) -> dict[str, Any]:
    """The profile as it is shown to programs: field -> value, status, evidence."""
    return {
        field.value: fact.model_dump(mode="json", include={"value", "status", "evidence"})
        for field, fact in profile.facts.items()
    }
