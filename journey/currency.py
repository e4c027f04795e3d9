"""The currency an owner reckons in. Amounts are not converted: what costs about ten euros costs about ten pounds."""

import re
from typing import Literal

from journey.profile import Profile, ProfileField

Currency = Literal["euro", "pound"]
_POUNDS = re.compile(r"£|\b(?:pounds?|quid|gbp)\b", re.IGNORECASE)


def currency_in(text: str) -> Currency:
    """The currency that words name; euros where they name none."""
    return "pound" if _POUNDS.search(text) else "euro"


def currency_of(profile: Profile) -> Currency:
    """What the owner told a budget, a price or a goal in."""
    told = (profile.limits.currency, profile.text(ProfileField.PRICE), profile.text(ProfileField.GOAL))
    return currency_in(" ".join(told))
