"""The currency an owner reckons in. Amounts are not converted: what costs about ten euros costs about ten pounds."""

import re
from typing import Literal

from journey.profile import Profile, ProfileField

Currency = Literal["euro", "pound"]
_POUNDS = re.compile(r"£|\b(?:pounds?|gbp)\b", re.IGNORECASE)
_EUROS = re.compile(r"€|\b(?:euro'?s?|eur)\b", re.IGNORECASE)
#: Pounds, or euros where an Irish owner says it.
_QUID = re.compile(r"\bquid\b", re.IGNORECASE)


def currency_in(text: str) -> Currency:
    """The currency that words name; euros where they name none."""
    quid = _QUID.search(text) and not _EUROS.search(text)
    return "pound" if quid or _POUNDS.search(text) else "euro"


def currency_said(words: str, profile: Profile) -> Currency:
    """What `words` of the owner name: quid are euros for one whose price is in euros."""
    both = f"{words} {profile.text(ProfileField.PRICE)}"
    return "pound" if currency_in(words) == currency_in(both) == "pound" else "euro"


def currency_of(profile: Profile) -> Currency:
    """What the owner told a budget, a price or a goal in."""
    told = (profile.limits.currency, profile.text(ProfileField.PRICE), profile.text(ProfileField.GOAL))
    return currency_in(" ".join(told))
