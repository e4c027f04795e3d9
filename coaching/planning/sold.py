"""What is sold and for how much, as far as it can be posted."""

import re

from coaching.planning.aim import Aim
from coaching.planning.offers import is_plural, names_the_trade, sells_several, without_measures
from coaching.planning.phrases import phrase
from coaching.planning.posting import postable
from coaching.planning.told import is_of, offered, price_said, says_only_how_much
from coaching.understanding.money.currency import currency_of
from journey.keys import Language
from journey.profile import Profile, ProfileField
from journey.trades import Sector
from prompts.words import Words


def price_of(profile: Profile, words: Words) -> str:
    """The price told; empty where it is of something else, or where it may be."""
    currency, gap = words.say(f"currency.{currency_of(profile)}"), words.say("plan.price_for")
    told, offer = phrase(profile.text(ProfileField.PRICE)), profile.text(ProfileField.OFFER)
    named = is_of(told, offer) and not (says_only_how_much(told) and sells_several(offer, words.language))
    return fit(price_said(told, words.language, currency, gap), words.language) if named else ""


def part_of(profile: Profile, aim: Aim) -> str:
    """The part of what is sold that the goal wants more of; empty where it names something else."""
    offer = profile.text(ProfileField.OFFER).lower()
    return aim.part if all(word in offer for word in aim.part.split()) else ""


def plural_of(part: str, language: Language) -> str:
    """What the goal wants more of, as a plural of one word; empty where it names nothing like it."""
    return part if " " not in part and is_plural(part, language) else ""


def offer_of(profile: Profile, sector: Sector, language: Language) -> str:
    """What is sold, named; empty where the owner, the business or the trade was named instead."""
    named = without_measures(offered(_without_names(phrase(profile.text(ProfileField.OFFER)), profile), language))
    return "" if names_the_trade(named, sector.words(language)) else fit(named, language)


def _without_names(offer: str, profile: Profile) -> str:
    """An offer without the names of owner and business where they stand as parts of their own."""
    names = {profile.text(field).lower().strip() for field in (ProfileField.OWNER_NAME, ProfileField.BUSINESS_NAME)}
    parts = re.split(r"(?<=[,.;])\s+", offer)
    kept = [part for part in parts if part.lower().strip(" ,.;") not in names]
    return offer if len(kept) == len(parts) else " ".join(kept)


def fit(text: str, language: Language) -> str:
    """`text` where customers can read it as it stands, else nothing."""
    return text if postable(text, language) else ""
