"""The trade of a business."""

import re
from functools import cache
from typing import Any

from coaching.ports import Library
from coaching.understanding.text.normalise import fold
from journey.profile import Profile, ProfileField
from journey.trades import Sector
from prompts.words import Words

_TAUGHT = (ProfileField.OFFER, ProfileField.BUSINESS_NAME, ProfileField.PERSONA_SITUATION, ProfileField.GOAL)


def sector_of(profile: Profile, library: Library) -> Sector | None:
    """The pack of a business's trade, "general" where there is none for it; None while nothing is known of it, and
    then no pack is read."""
    if not profile.told(ProfileField.SECTOR) and not profile.told(ProfileField.OFFER):
        return None
    from coaching.trade_kinds import pack_key  # slow, and no greeting needs it

    sectors = library.sectors()
    return sectors.get(pack_key(profile), sectors["general"])


def customer_names(profile: Profile, sector: Sector, words: Words) -> tuple[str, str]:
    """What one customer and several are called: parents where children are taught, else as the owner says, else as the
    trade does."""
    pack = sector.words(words.language)
    told = profile.text(ProfileField.CUSTOMER_WORD) if profile.told(ProfileField.CUSTOMER_WORD) else ""
    if (not told or told.lower() in _children()["pupils"]) and teaches_children(profile):
        told = _children()["called"][words.language]
    for one in (told, told.removesuffix("en"), told.removesuffix("s")):
        key = f"customer.{one.lower()}"
        if one and words.has(key):
            return one.lower(), words.say(key)
    return pack.customer.one, pack.customer.many


def teaches_children(profile: Profile) -> bool:
    """Whether lessons are given to children alone, so that who pays for them and reads the post is a parent."""
    children = _children()
    if profile.text(ProfileField.SECTOR) not in children["sectors"]:
        return False
    said = fold(". ".join(profile.text(field) for field in _TAUGHT))
    return bool(re.search(children["told"], said)) and not re.search(children["grown_up"], said)


@cache
def _children() -> Any:
    from coaching.understanding.wordlists import load  # slow, and no greeting needs it

    return load("kinds")["children"]
