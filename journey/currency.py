"""The currencies an owner may reckon in, by their names."""

import re
from typing import Literal

Currency = Literal["euro", "pound"]
_POUNDS = re.compile(r"£|\b(?:pounds?|gbp)\b", re.IGNORECASE)
_EUROS = re.compile(r"€|\b(?:euro'?s?|eur)\b", re.IGNORECASE)
#: Pounds, or euros where an Irish owner says it.
_QUID = re.compile(r"\bquid\b", re.IGNORECASE)


def currency_named(text: str) -> Currency | None:
    """The currency that words name, if they name one."""
    euros = _EUROS.search(text)
    if _POUNDS.search(text) or (_QUID.search(text) and not euros):
        return "pound"
    return "euro" if euros else None


def currency_in(text: str) -> Currency:
    """The currency that words name; euros where they name none."""
    return currency_named(text) or "euro"
