"""Which scenes belong to a kind of business, or of customers, that isn't the owner's: a groomer gives no lessons, who
keeps the books of the self-employed meets no purchasing department."""

import re

from coaching.understanding.text.normalise import fold
from coaching.understanding.wordlists import load
from journey.profile import Profile, ProfileField

_WORDS = load("kinds")
_TRADES: dict[str, dict[str, dict[str, str]]] = _WORDS["trades"]
_CUSTOMERS: dict[str, str] = _WORDS["customers"]
_OWN = (ProfileField.OFFER, ProfileField.BUSINESS_NAME, ProfileField.PRICE)
_SERVED = (ProfileField.OFFER, ProfileField.PERSONA_SITUATION, ProfileField.AUDIENCE)


def scenes_of_others(profile: Profile) -> tuple[str, ...]:
    """Patterns of the scenes that are another kind's; none where nothing tells of which kind the owner is."""
    return (*_of_other_kinds(profile), *_of_larger_customers(profile))


def _of_other_kinds(profile: Profile) -> tuple[str, ...]:
    kinds = _TRADES.get(profile.text(ProfileField.SECTOR), {})
    said = _said(profile, _OWN)
    told = {name for name, kind in kinds.items() if re.search(kind["told"], said)}
    return tuple(kind["scene"] for name, kind in kinds.items() if name not in told) if told else ()


def _of_larger_customers(profile: Profile) -> tuple[str, ...]:
    said = _said(profile, _SERVED)
    small = re.search(_CUSTOMERS["small"], said) and not re.search(_CUSTOMERS["large"], said)
    return (_CUSTOMERS["scene"],) if small else ()


def _said(profile: Profile, fields: tuple[ProfileField, ...]) -> str:
    return fold(". ".join(profile.text(field) for field in fields))
