"""What a fact may hold when a language model proposes it: only what follows from its evidence."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from coaching.assisting.evidence import span_of
from coaching.assisting.links import links_in
from coaching.ports import Library
from coaching.understanding.channels.channels import Channels
from coaching.understanding.findings import Reading
from coaching.understanding.text.normalise import Span, Text, read
from coaching.understanding.text.numbers import find_numbers
from coaching.understanding.trades.sector import Sectors
from journey.hearing import Context
from journey.keys import Audience, Goal, Language
from journey.profile import FREE_TEXT, FactValue, GoalFact, Limits, ProfileField
from prompts.words import Words

#: Fields whose value is copied from the message, and how long it may be.
_LONGEST_NAME, _LONGEST_TEXT = 60, 240
_NAMES = (ProfileField.BUSINESS_NAME, ProfileField.OWNER_NAME, ProfileField.LOCATION, ProfileField.PRICE)
WORDED: dict[ProfileField, int] = dict.fromkeys((*_NAMES, ProfileField.PERSONA_AGE), _LONGEST_NAME) | dict.fromkeys(
    (field for field in FREE_TEXT if field is not ProfileField.TRADE_ANSWER), _LONGEST_TEXT
)
ON_OFFLINE = ("online", "offline", "both", "visiting")
#: What goes before a name that a message tells; a name by itself is what the rules are for.
_TELLS_NAME = {
    ProfileField.LOCATION: re.compile(
        r"\b(?:in|te|bij|uit|rond|nabij|van|near|from|at|around|of)(?: (?:het|de|the))?\s*$"
    ),
    ProfileField.BUSINESS_NAME: re.compile(r"\b(?:heet|heten|noem\w*|naam|called|named?|is|zijn|bij|at)\W*$"),
    ProfileField.OWNER_NAME: re.compile(
        r"\b(?:ben|heet|naam is|noem me|i'm|i am|name is|call me|groet\w*|regards)\W*$"
    ),
}
#: The limits a model may propose, what its evidence must name, and the most that is believed.
LIMITED = {
    "hours_per_week": (re.compile(r"\b(?:uur\w*|uren|u|h|hrs?|hours?)\b"), 60.0),
    "euros_per_month": (re.compile(r"€|£|\$|\b(?:eur\w*|pounds?|quid|dollars?|bucks)\b"), 5000.0),
}
#: A trade may be proposed that is among so many nearest to the evidence.
_NEAR_TRADES = 3


@dataclass(frozen=True)
class Evidence:
    """A stretch of a message that is said to state a fact, in the talk it belongs to."""

    text: Text
    span: Span
    language: Language

    @property
    def words(self) -> str:
        """The evidence as told."""
        return self.text.quote(self.span)


class Values:
    """Judges proposed values; built once from the library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._channels, self._trades = Channels(), Sectors(library.sectors())

    def value(self, field: str, proposed: str, evidence: Evidence) -> tuple[ProfileField, FactValue] | None:
        """The fact that `proposed` stands for; None where the field is closed to a model, or the evidence doesn't say
        so."""
        if field in LIMITED:
            limits = _limits(field, proposed, evidence)
            return (ProfileField.CONSTRAINTS, limits) if limits else None
        if field not in set(ProfileField):
            return None
        known = ProfileField(field)
        value = _copied(known, proposed, evidence) if known in WORDED else self._chosen(known, proposed, evidence)
        return (known, value) if value is not None else None

    def _chosen(self, field: ProfileField, key: str, evidence: Evidence) -> FactValue | None:
        judge = self._judges.get(field)
        return judge(self, key, evidence) if judge else None

    def _channel(self, key: str, evidence: Evidence) -> FactValue | None:
        return (key,) if key in self._channels.mentioned(read(evidence.words)) else None

    def _sector(self, key: str, evidence: Evidence) -> FactValue | None:
        found = self._trades.find(Reading(read(evidence.words), Context(), (), False))
        if found:
            return key if found[0].value == key else None
        packs = {name: pack.words(evidence.language) for name, pack in self._library.sectors().items()}
        if key not in packs or key == "general":
            return None
        about = {name: f"{pack.name}, {', '.join(pack.synonyms)}" for name, pack in packs.items()}
        near = self._nearest(evidence.words, about | _fields(Words(evidence.language)))
        return key if key in near[:_NEAR_TRADES] else None

    def _audience(self, key: str, evidence: Evidence) -> FactValue | None:
        return self._one_of([a.value for a in Audience], key, evidence, "option.audience")

    def _on_offline(self, key: str, evidence: Evidence) -> FactValue | None:
        return self._one_of(ON_OFFLINE, key, evidence, "value.on_offline")

    def _goal(self, key: str, evidence: Evidence) -> FactValue | None:
        kind = self._one_of([goal.value for goal in Goal], key, evidence, "value.goal")
        return GoalFact(text=evidence.words, kind=Goal(kind)) if kind else None

    def _one_of(self, keys: Sequence[str], key: str, evidence: Evidence, names: str) -> str | None:
        """`key`, where the evidence is nearer in meaning to its name than to any other, or to the name of a field."""
        words = Words(evidence.language)
        named = {each: words.say(f"{names}.{each}") for each in keys}
        return key if self._nearest(evidence.words, named | _fields(words))[:1] == [key] else None

    def _nearest(self, text: str, named: Mapping[str, str]) -> list[str]:
        """The keys of all that is near, nearest first; what is just as near as something else doesn't lead."""
        near = dict(zip(named, self._library.closeness(text, list(named.values())), strict=True))
        ranked = sorted((key for key in near if near[key] > 0), key=lambda key: -near[key])
        tied = len(ranked) > 1 and near[ranked[0]] == near[ranked[1]]
        return [] if tied else ranked

    _judges: dict[ProfileField, Callable[["Values", str, Evidence], FactValue | None]] = {  # noqa: RUF012
        ProfileField.CHANNELS_CURRENT: _channel,
        ProfileField.CHANNELS_EXCLUDED: _channel,
        ProfileField.SECTOR: _sector,
        ProfileField.AUDIENCE: _audience,
        ProfileField.ON_OFFLINE: _on_offline,
        ProfileField.GOAL: _goal,
    }


def _fields(words: Words) -> dict[str, str]:
    """What the fields of a profile are called: words nearer to one of these are about that."""
    return {f"field.{field}": words.say(f"field.{field}") for field in ProfileField if words.has(f"field.{field}")}


def _copied(field: ProfileField, proposed: str, evidence: Evidence) -> str | None:
    """The words of the message that `proposed` repeats."""
    part = read(evidence.words)
    span = span_of(proposed, part)
    if span is None or span.end - span.start > WORDED[field]:
        return None
    words = part.quote(part.trim(span, extra=".,;:"))
    return words if words and not links_in(words) and _stands(field, words, part.low[: span.start]) else None


def _stands(field: ProfileField, words: str, before: str) -> bool:
    """Whether words look like what the field holds: a number, or a name with its capital that is told as one."""
    if field in (ProfileField.PRICE, ProfileField.PERSONA_AGE):
        return bool(find_numbers(read(words)))
    tells = _TELLS_NAME.get(field)
    return tells is None or (words[:1].isupper() and tells.search(before) is not None)


def _limits(name: str, proposed: str, evidence: Evidence) -> Limits | None:
    """A number that stands in the evidence, with its unit."""
    unit, most = LIMITED[name]
    said = read(evidence.words)
    try:
        number = float(proposed.replace(",", "."))
    except ValueError:
        return None
    stands = any(number in (found.value, found.high) for found in find_numbers(said))
    return Limits.model_validate({name: number}) if stands and unit.search(said.low) and 0 <= number <= most else None
