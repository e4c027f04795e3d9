"""Which scenes belong to a kind of business, or of customers, that isn't the owner's: a groomer gives no lessons, a
cheese shop has no fish on ice, who keeps the books of the self-employed meets no purchasing department, who comes to
people's homes has no waiting room, and who teaches children no pupil of sixty."""

import re
from collections.abc import Mapping

from coaching.trade import teaches_children
from coaching.understanding.channels.on_offline import visits_customers
from coaching.understanding.text.normalise import fold
from coaching.understanding.wordlists import load
from journey.profile import FREE_TEXT, Profile, ProfileField

_WORDS = load("kinds")
_TRADES: dict[str, dict[str, dict[str, str]]] = _WORDS["trades"]
_CUSTOMERS: dict[str, str] = _WORDS["customers"]
_VISITS: str = _WORDS["visits"]["scene"]
#: Trades that go to customers as a matter of course: their scenes are those of other people's houses.
_EVERYDAY = frozenset(_WORDS["visits"]["everyday"])
_OWN = (ProfileField.OFFER, ProfileField.BUSINESS_NAME, ProfileField.PRICE)
_AIM = (ProfileField.GOAL,)
_SERVED = (ProfileField.OFFER, ProfileField.PERSONA_SITUATION, ProfileField.AUDIENCE)
_OF_WORK = (*FREE_TEXT, *_OWN, ProfileField.NOTES)
#: Channels that are a place where customers come.
_PLACES = frozenset({"shop", "window", "pavement_sign"})


def scenes_of_others(profile: Profile) -> tuple[str, ...]:
    """Patterns of the scenes that are another kind's; none where nothing tells of which kind the owner is."""
    visits = (_VISITS,) if goes_to_customers(profile) else ()
    children = (_WORDS["children"]["scene"],) if teaches_children(profile) else ()
    return (*_of_other_kinds(profile), *_of_larger_customers(profile), *visits, *children)


def goes_to_customers(profile: Profile) -> bool:
    """Whether the owner told to come to customers, and of no place where customers come."""
    place = _PLACES & set(profile.many(ProfileField.CHANNELS_CURRENT))
    if place or profile.text(ProfileField.SECTOR) in _EVERYDAY:
        return False
    return profile.text(ProfileField.ON_OFFLINE) == "visiting" or visits_customers(_said(profile, _OF_WORK))


def _of_other_kinds(profile: Profile) -> tuple[str, ...]:
    kinds = _TRADES.get(profile.text(ProfileField.SECTOR), {})
    sold, aimed = _named(kinds, _said(profile, _OWN)), _named(kinds, _said(profile, _AIM))
    told = (sold & aimed or sold) if sold else aimed
    return tuple(kind["scene"] for name, kind in kinds.items() if name not in told) if told else ()


def _named(kinds: Mapping[str, Mapping[str, str]], said: str) -> set[str]:
    return {name for name, kind in kinds.items() if re.search(kind["told"], said)}


def _of_larger_customers(profile: Profile) -> tuple[str, ...]:
    said = _said(profile, _SERVED)
    small = re.search(_CUSTOMERS["small"], said) and not re.search(_CUSTOMERS["large"], said)
    return (_CUSTOMERS["scene"],) if small else ()


def _said(profile: Profile, fields: tuple[ProfileField, ...]) -> str:
    return fold(". ".join(profile.text(field) for field in fields))
