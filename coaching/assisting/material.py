"""What the words of a plan may draw on: what the owner told, plays that could be done as well, passages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from coaching.orders import without_orders
from coaching.planning.businesses import as_told
from coaching.planning.choosing import means_of, possible
from coaching.planning.framing import limits_of
from coaching.ports import Library
from coaching.showing import shown
from coaching.trade import sector_of
from journey.models import MODELS, Stage
from journey.passages import Passage
from journey.plan import Plan
from journey.plays import Play
from journey.profile import Profile
from prompts.words import Words

#: Other plays and passages that a stage is given at most.
_PLAYS, _PASSAGES = 4, 2


@dataclass(frozen=True)
class Material:
    """What one stage may draw on: `plays` and `passages` by their keys."""

    business: str
    plays: Mapping[str, Play]
    passages: Mapping[str, Passage]
    words: Words

    @cached_property
    def texts(self) -> dict[str, str]:
        """Every play and passage by its key, as it reads."""
        played = {key: _read(play, self.words) for key, play in self.plays.items()}
        return {
            **played,
            **{key: self.words.fill(f"{p.title}. {without_orders(p.text)}") for key, p in self.passages.items()},
        }

    def source_of(self, key: str) -> str:
        """Where what stands under a key comes from: a label or "coach"; empty where nothing does."""
        if key in self.plays:
            return self.plays[key].source
        return self.passages[key].label if key in self.passages else ""


def business_as_told(profile: Profile, words: Words) -> str:
    """All that is known of a business, a line for each fact; what gives a program orders is left out."""
    lines = (f"{field}: {shown(field, fact, words)}" for field, fact in profile.facts.items())
    quotes = (f"({fact.quote})" if fact.quote else "" for fact in profile.facts.values())
    told = (" ".join(pair).strip() for pair in zip(lines, quotes, strict=True))
    return "\n".join(filter(None, map(without_orders, told)))


def materials(plan: Plan, profile: Profile, library: Library) -> tuple[Material, ...]:
    """What each stage of `plan` may draw on."""
    words = Words(plan.language, plan.owner_address)
    business = business_as_told(profile, words)
    others = _others(plan, profile, library)
    return tuple(
        Material(business, _plays(stage, others), _passages(stage, plan, library, words), words)
        for stage in MODELS[plan.model].stages
    )


def _plays(stage: Stage, others: list[Play]) -> dict[str, Play]:
    """A few plays that could stand in a stage."""
    near = [play for play in others if play.moments[0] in stage.moments]
    return {play.key: play for play in near[:_PLAYS]}


def _others(plan: Plan, profile: Profile, library: Library) -> list[Play]:
    """Plays this owner could do that aren't in the plan; what sells is left to the composer."""
    general = library.sectors()["general"]
    sector = as_told(sector_of(profile, library) or general, general, profile)
    means = means_of(profile, sector, limits_of(profile).euros_per_month or 0, plan.wishes)
    standing = plan.items
    return [play for play in library.plays() if play.key not in standing and not play.sells and possible(play, means)]


def _passages(stage: Stage, plan: Plan, library: Library, words: Words) -> dict[str, Passage]:
    title = words.say(f"stage.{plan.model}.{stage.key}")
    return {found.passage.label: found.passage for found in library.search(title, plan.language, limit=_PASSAGES)}


def _read(play: Play, words: Words) -> str:
    """A play before it is made this owner's: its slots are left open."""
    told = play.words(words.language)
    return words.fill(_SLOT.sub("…", "\n".join((told.name, told.why, *told.steps))))


_SLOT = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
