"""What a fact may hold when a language model proposes it: only what follows from its evidence."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coaching.ports import Library
from coaching.understanding.channels import Channels
from coaching.understanding.findings import Reading
from coaching.understanding.normalise import Span, Text, read
from coaching.understanding.numbers import find_numbers
from coaching.understanding.sector import Sectors
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
ON_OFFLINE = ("online", "offline", "both")
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
        about = [f"{pack.name}, {', '.join(pack.synonyms)}" for pack in packs.values()]
        return key if key in self._nearest(evidence.words, list(packs), about)[:_NEAR_TRADES] else None

    def _audience(self, key: str, evidence: Evidence) -> FactValue | None:
        return self._one_of([a.value for a in Audience], key, evidence, "option.audience")

    def _on_offline(self, key: str, evidence: Evidence) -> FactValue | None:
        return self._one_of(ON_OFFLINE, key, evidence, "value.on_offline")

    def _goal(self, key: str, evidence: Evidence) -> FactValue | None:
        kind = self._one_of([goal.value for goal in Goal], key, evidence, "value.goal")
        return GoalFact(text=evidence.words, kind=Goal(kind)) if kind else None

    def _one_of(self, keys: Sequence[str], key: str, evidence: Evidence, names: str) -> str | None:
        """`key`, where the evidence is nearer in meaning to its name than to the name of any other."""
        words = Words(evidence.language)
        nearest = self._nearest(evidence.words, keys, [words.say(f"{names}.{each}") for each in keys])
        return key if nearest and nearest[0] == key else None

    def _nearest(self, text: str, keys: Sequence[str], names: Sequence[str]) -> list[str]:
        near = self._library.closeness(text, names)
        return [key for _, key in sorted(zip(near, keys, strict=True), key=lambda pair: -pair[0])]

    _judges: dict[ProfileField, Callable[["Values", str, Evidence], FactValue | None]] = {  # noqa: RUF012
        ProfileField.CHANNELS_CURRENT: _channel,
        ProfileField.CHANNELS_EXCLUDED: _channel,
        ProfileField.SECTOR: _sector,
        ProfileField.AUDIENCE: _audience,
        ProfileField.ON_OFFLINE: _on_offline,
        ProfileField.GOAL: _goal,
    }


def _copied(field: ProfileField, proposed: str, evidence: Evidence) -> str | None:
    """The words of the message that `proposed` repeats."""
    part = read(evidence.words)
    wanted = " ".join(read(proposed).low.split())
    start = part.low.replace("\n", " ").find(wanted) if wanted else -1
    if start < 0 or len(wanted) > WORDED[field]:
        return None
    words = part.quote(part.trim(Span(start, start + len(wanted)), extra=".,;:"))
    counts = field not in (ProfileField.PRICE, ProfileField.PERSONA_AGE) or find_numbers(read(words))
    return words if words and counts else None


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
