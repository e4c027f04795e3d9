"""Which scenes belong to a kind of business, or of customers, that isn't the owner's: a groomer gives no lessons, a
cheese shop has no fish on ice, who keeps the books of the self-employed meets no purchasing department, who comes to
people's homes has no waiting room, and who teaches children no pupil of sixty."""

import re
from collections.abc import Mapping

from coaching.trade import teaches_children
from coaching.trade_kinds import OF_WORK, goes_to_customers, said
from coaching.understanding.wordlists import load
from journey.profile import Profile, ProfileField

_WORDS = load("kinds")
_TRADES: dict[str, dict[str, dict[str, str]]] = _WORDS["trades"]
_CUSTOMERS: dict[str, str] = _WORDS["customers"]
_VISITS: str = _WORDS["visits"]["scene"]
_OWN = (ProfileField.OFFER, ProfileField.BUSINESS_NAME, ProfileField.PRICE)
_AIM = (ProfileField.GOAL,)
_SERVED = (ProfileField.OFFER, ProfileField.PERSONA_SITUATION, ProfileField.AUDIENCE)


def scenes_of_others(profile: Profile) -> tuple[str, ...]:
    """Patterns of the scenes that are another kind's; none where nothing tells of which kind the owner is."""
    visits = (_VISITS,) if goes_to_customers(profile) else ()
    children = (_WORDS["children"]["scene"],) if teaches_children(profile) else ()
    return (*_of_other_kinds(profile), *_of_larger_customers(profile), *visits, *children)


def _of_other_kinds(profile: Profile) -> tuple[str, ...]:
    kinds = _TRADES.get(profile.text(ProfileField.SECTOR), {})
    sold, aimed = _named(kinds, said(profile, _OWN)), _named(kinds, said(profile, _AIM))
    told = sold & aimed or aimed or sold
    anywhere = {name: kind for name, kind in kinds.items() if kind.get("anywhere")}
    if not told:
        return ()
    told |= _named(anywhere, said(profile, OF_WORK))
    return tuple(kind["scene"] for name, kind in kinds.items() if name not in told)


def _named(kinds: Mapping[str, Mapping[str, str]], told: str) -> set[str]:
    return {name for name, kind in kinds.items() if re.search(kind["told"], told)}


def _of_larger_customers(profile: Profile) -> tuple[str, ...]:
    served = said(profile, _SERVED)
    small = re.search(_CUSTOMERS["small"], served) and not re.search(_CUSTOMERS["large"], served)
    return (_CUSTOMERS["scene"],) if small else ()
