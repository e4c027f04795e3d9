"""Which pack of the library speaks of an owner's own kind of work within a trade: who keeps gardens under contract
borrows no words of who lays them out, and who mends bicycles at the door has no workshop."""

import re
from typing import Any

from coaching.understanding.channels.on_offline import visits_customers
from coaching.understanding.text.normalise import fold
from coaching.understanding.wordlists import load
from journey.profile import FREE_TEXT, Profile, ProfileField

_KINDS = load("kinds")
_PACKS: dict[str, dict[str, Any]] = _KINDS["packs"]
#: Trades that go to customers as a matter of course: their scenes are those of other people's houses.
_EVERYDAY = frozenset(_KINDS["visits"]["everyday"])
_OWN = (ProfileField.OFFER, ProfileField.BUSINESS_NAME, ProfileField.PRICE)
_AIM = (ProfileField.GOAL,)
#: Everything an owner tells of the work.
OF_WORK = (*FREE_TEXT, *_OWN, ProfileField.NOTES)
#: Channels that are a place where customers come.
_PLACES = frozenset({"shop", "window", "pavement_sign"})


def pack_key(profile: Profile) -> str:
    """The key of the pack for this owner: that of the kind told within the trade, else the trade itself."""
    trade = profile.text(ProfileField.SECTOR)
    kinds = ((key, kind) for key, kind in _PACKS.items() if trade in kind["of"])
    return next((key for key, kind in kinds if _is(kind, profile)), trade)


def speaks_of(pack: str, trade: str) -> bool:
    """Whether `pack` is that of `trade`, or of a kind of work within it."""
    return pack == trade or trade in _PACKS.get(pack, {}).get("of", ())


def goes_to_customers(profile: Profile) -> bool:
    """Whether the owner told to come to customers, and of no place where customers come."""
    place = _PLACES & set(profile.many(ProfileField.CHANNELS_CURRENT))
    if place or profile.text(ProfileField.SECTOR) in _EVERYDAY:
        return False
    return profile.text(ProfileField.ON_OFFLINE) == "visiting" or visits_customers(said(profile, OF_WORK))


def said(profile: Profile, fields: tuple[ProfileField, ...]) -> str:
    """What was told in these fields, folded."""
    return fold(". ".join(profile.text(field) for field in fields))


def _is(kind: dict[str, Any], profile: Profile) -> bool:
    if kind.get("visits"):
        return goes_to_customers(profile)
    told = (_tells(kind, words) for words in (said(profile, _AIM), said(profile, _OWN), _trade_as_told(profile)))
    return next((tells for tells in told if tells is not None), False)


def _trade_as_told(profile: Profile) -> str:
    trade = profile.facts.get(ProfileField.SECTOR)
    return fold(trade.quote) if trade and trade.quote else ""


def _tells(kind: dict[str, Any], words: str) -> bool | None:
    """Whether `words` tell of this kind and of no other beside it; None where they tell of neither."""
    told, beside = re.search(kind["told"], words), "beside" in kind and re.search(kind["beside"], words)
    return (bool(told) and not beside) if told or beside else None
