"""Orders to a program inside a text that should only inform: they and what follows them are left out."""

import re
from functools import cache

from journey.passages import Found, Passage
from journey.sentences import sentences

_LINK = re.compile(r"https?:|www\.|\]\(|<\s*/?\s*[a-z]+[^>]*>", re.IGNORECASE)


def without_orders(text: str) -> str:
    """`text` up to the first sentence that gives a program orders, without sentences that hold a link or markup. What
    comes after an order can't be told from it."""
    kept: list[str] = []
    for sentence in sentences(text):
        if _orders().search(sentence.lower()):
            break
        kept += [] if _LINK.search(sentence) else [sentence]
    return " ".join(kept)


def sound(passage: Passage) -> Passage:
    """A passage without orders and links."""
    told = without_orders(passage.text)
    return passage if told == " ".join(sentences(passage.text)) else passage.model_copy(update={"text": told})


def all_sound(found: tuple[Found, ...]) -> tuple[Found, ...]:
    """What was found, each passage without orders; what is nothing but that is not found."""
    cleaned = (each.model_copy(update={"passage": sound(each.passage)}) for each in found)
    return tuple(each for each in cleaned if each.passage.text)


@cache
def _orders() -> re.Pattern[str]:
    from coaching.understanding.wordlists import load  # understanding is slow to import, and loaded by then

    return re.compile("|".join(load("intents")["commanding"]["part"]))
