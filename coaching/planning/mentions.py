"""Channels that the words of a play speak of, besides the one it is done on."""

import re
from functools import lru_cache

from journey.keys import Language
from journey.plays import Play

_NAMED: dict[str, re.Pattern[str]] = {
    "website": re.compile(r"\b(?:web)?site\b|\bcontactpagina\b|\bcontact page\b|\bje menu\b", re.IGNORECASE),
    "instagram": re.compile(r"\binstagram\b", re.IGNORECASE),
    "facebook": re.compile(r"\bfacebook\b", re.IGNORECASE),
    "google_business": re.compile(r"\bgoogle(?:-(?:bedrijfs)?profiel| (?:business )?profile)", re.IGNORECASE),
    "newsletter": re.compile(r"\bnieuwsbrief\b|\bnewsletter\b", re.IGNORECASE),
    "webshop": re.compile(r"\bwebshop\b|\bonline shop\b", re.IGNORECASE),
    "booking_site": re.compile(r"\bboekingssite\b|\bbooking site\b", re.IGNORECASE),
    "whatsapp": re.compile(r"\bwhatsapp\b", re.IGNORECASE),
}
#: What serves where another is spoken of.
_INSTEAD = {"website": {"webshop", "blog"}, "facebook": {"facebook_group"}, "booking_site": {"online_booking"}}


def lacking(play: Play, language: Language, has: frozenset[str], channel: str) -> int:
    """How many channels the play speaks of that the owner doesn't have."""
    there = has | {channel}
    named = _named_in(" ".join((*play.words(language).steps, play.words(language).text)))
    return sum(not there & {name, *_INSTEAD.get(name, ())} for name in named)


@lru_cache(maxsize=2048)
def _named_in(text: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _NAMED.items() if pattern.search(text))
