"""How near each play is in meaning to what the owner said."""

from collections.abc import Sequence
from statistics import fmean, pstdev

from coaching.ports import Library
from journey.keys import Language
from journey.profile import Profile, ProfileField

#: What nearness to the goal weighs beside nearness to all that was told.
_GOAL = 0.6
_TELLING = (
    ProfileField.OFFER,
    ProfileField.PERSONA_SITUATION,
    ProfileField.PERSONA_NEED,
    ProfileField.PERSONA_PAIN,
    ProfileField.PERSONA_INFO,
    ProfileField.USP,
    ProfileField.AFTERCARE,
    ProfileField.GOAL,
    ProfileField.TRADE_ANSWER,
)


def telling(profile: Profile) -> str:
    """What the owner told in words of their own."""
    return ". ".join(profile.text(field) for field in _TELLING if profile.told(field) and profile.text(field))


def nearness_of(profile: Profile, library: Library, language: Language) -> dict[str, float]:
    """Play key -> nearness to the owner's own words and, besides, to the goal, which says what comes first; in standard
    deviations from the mean. Empty where the owner told nothing in words."""
    told = telling(profile)
    plays = library.plays()
    if not told or not plays:
        return {}
    near = near_to(told, library, language)
    goal = profile.text(ProfileField.GOAL)
    aimed = near_to(goal, library, language) if goal else {}
    return {key: value + _GOAL * aimed.get(key, 0.0) for key, value in near.items()}


def near_to(words: str, library: Library, language: Language) -> dict[str, float]:
    """Play key -> nearness to `words`, in standard deviations from the mean."""
    plays = library.plays()
    values = _scores(library.closeness(words, [play.gist(language) for play in plays]))
    return {play.key: value for play, value in zip(plays, values, strict=True)}


def _scores(values: Sequence[float]) -> list[float]:
    mean, spread = fmean(values), pstdev(values) or 1.0
    return [(value - mean) / spread for value in values]
