"""Phrases of a sector pack in the order in which they fit one owner: nearest in meaning to what was told first."""

from collections.abc import Mapping

from coaching.planning.nearness import telling
from coaching.ports import Library
from journey.keys import Language
from journey.profile import Profile
from journey.trades import Sector, phrases_of

#: Of this many phrases the furthest third is left out: a pack serves several kinds of business.
_ENOUGH = 4


def ranks(profile: Profile, sector: Sector, language: Language, library: Library) -> dict[str, float]:
    """Phrase -> nearness to the owner's words; empty where the owner told nothing in words."""
    told = telling(profile)
    phrases = [phrase for every in phrases_of(sector.words(language)).values() for phrase in every]
    if not told or not phrases:
        return {}
    return dict(zip(phrases, library.closeness(told, phrases), strict=True))


def fitting(phrases: tuple[str, ...], near: Mapping[str, float]) -> tuple[str, ...]:
    """`phrases` with the nearest first, without the furthest third where there are enough; as they are where nothing is
    known of them."""
    if not near:
        return phrases
    ranked = sorted(phrases, key=lambda phrase: -near.get(phrase, 0.0))
    return tuple(ranked[: -(len(ranked) // 3)] if len(ranked) >= _ENOUGH else ranked)
