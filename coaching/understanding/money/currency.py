"""The currency an owner reckons in: the one that was named, else that of where the business is. Amounts are not
converted: what costs about ten euros costs about ten pounds."""

from coaching.understanding.countries import in_britain
from journey.currency import Currency, currency_named
from journey.profile import Limits, Profile, ProfileField


def currency_said(words: str, profile: Profile) -> Currency:
    """What `words` of the owner name: quid are euros for one whose price is in euros."""
    named = currency_named(words)
    both = currency_named(f"{words} {profile.text(ProfileField.PRICE)}")
    return both if named and both else currency_of(profile)


def currency_of(profile: Profile) -> Currency:
    """What the owner told a budget, a price or a goal in; else what people pay with where the business is."""
    told = (profile.limits.currency, profile.text(ProfileField.PRICE), profile.text(ProfileField.GOAL))
    at_home: Currency = "pound" if in_britain(profile.text(ProfileField.LOCATION)) else "euro"
    return currency_named(" ".join(told)) or at_home


def in_own_currency(profile: Profile) -> Profile:
    """`profile` with its money in the currency of the owner: an amount may be told before the place is."""
    fact = profile.facts.get(ProfileField.CONSTRAINTS)
    if fact is None or not isinstance(fact.value, Limits) or fact.value.euros_per_month is None:
        return profile
    value = fact.value.model_copy(update={"currency": currency_of(profile)})
    return profile.with_fact(ProfileField.CONSTRAINTS, fact.model_copy(update={"value": value}))
