"""How near each play is in meaning to what the owner said."""

from statistics import fmean, pstdev

from coaching.ports import Library
from journey.keys import Language
from journey.profile import Profile, ProfileField

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
    """Play key -> z-score of its nearness to the owner's own words; empty where the owner told nothing in words."""
    told = telling(profile)
    plays = library.plays()
    if not told or not plays:
        return {}
    near = library.closeness(told, [play.gist(language) for play in plays])
    mean, spread = fmean(near), pstdev(near) or 1.0
    return {play.key: (value - mean) / spread for play, value in zip(plays, near, strict=True)}
