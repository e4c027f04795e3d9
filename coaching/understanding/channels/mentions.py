"""Channels by their many names and misspellings, wherever a message names them."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from rapidfuzz.distance import DamerauLevenshtein

from coaching.understanding.phrases.people import CUSTOMERS
from coaching.understanding.text.normalise import Span, Text, fold
from coaching.understanding.wordlists import any_of, load, patterns
from journey.channels import CHANNELS

_USE = patterns("channel_use")
_GROUPS = frozenset({"school", "municipality", "event", "partner", "visit"})
#: Who sends customers without being in business with the owner.
_FRIENDS = re.compile(r"mensen|people|vrienden|friends|familie|family|kennissen|buren|neighbours|die|they")
_MOST = 30
_SHORTEST, _LONG, _FEW_TYPOS, _MORE_TYPOS = 5, 8, 1, 2


@dataclass(frozen=True)
class Mention:
    """A channel by its key, and where the message names it."""

    key: str
    span: Span


class Mentions:
    """Finds where channels are named; built once from the word list."""

    def __init__(self) -> None:
        words: dict[str, dict[str, list[str]]] = load("channels")
        self._names = {fold(name): key for key, entry in words.items() for name in (*entry["typos"], *entry["names"])}
        self._asked = {fold(name): key for key, entry in words.items() for name in entry.get("asked", ())}
        self._typos = {fold(name): key for key, entry in words.items() for name in entry["typos"]}
        self._keys = {**self._asked, **self._names}

    @cached_property
    def _named(self) -> re.Pattern[str]:
        return _pattern(self._names)

    @cached_property
    def _named_or_asked(self) -> re.Pattern[str]:
        return _pattern(self._keys)

    def is_channel(self, word: str) -> bool:
        """Whether one folded word names a channel."""
        return word in self._keys

    def find(self, text: Text, asked: bool) -> list[Mention]:
        """Every channel named, in order; `asked` lets ordinary words count too."""
        pattern = self._named_or_asked if asked else self._named
        hits = islice(pattern.finditer(text.low), _MOST)
        found = [Mention(self._keys[hit.group()], Span(hit.start(), hit.end())) for hit in hits]
        found += [Mention("website", Span(m.start(), m.end())) for m in _USE["url"].finditer(text.low)]
        found += [Mention("van", Span(m.start("van"), m.end("van"))) for m in _USE["van_in_a_list"].finditer(text.low)]
        taken = [m.span for m in found]
        found += [m for m in self._misspelled(text) if not any(m.span.touches(span) for span in taken)]
        found = [m for m in found if not _is_place(text, m) and not _is_no_shop(text, m, found)]
        found = [m for m in found if not _holds_others(text, m)]
        found += _senders(text) if asked else []
        return sorted(_longest(found), key=lambda m: m.span.start)[:_MOST]

    def _misspelled(self, text: Text) -> list[Mention]:
        found = []
        for span in text.words:
            word = text.low_of(span)
            key = self._typo(word) if len(word) >= _SHORTEST else None
            if key:
                found.append(Mention(key, span))
        return found

    def _typo(self, word: str) -> str | None:
        for name, key in self._typos.items():
            limit = _MORE_TYPOS if len(name) >= _LONG else _FEW_TYPOS
            if word[0] == name[0] and DamerauLevenshtein.distance(word, name, score_cutoff=limit) <= limit:
                return key
        return None


def _pattern(names: dict[str, str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@.])(?:{any_of(names)})(?![\w@])")


def _is_place(text: Text, mention: Mention) -> bool:
    before = max(0, mention.span.start - 12)
    return mention.key in _GROUPS and _USE["in_a_place"].search(text.low, before, mention.span.start) is not None


def _holds_others(text: Text, mention: Mention) -> bool:
    """Whether a system for bookings is only where something is kept: "120 e-mails in the booking system"."""
    before = text.low[text.clause_at(mention.span.start).start : mention.span.start]
    return mention.key == "online_booking" and _USE["kept_in"].search(before) is not None


def _is_no_shop(text: Text, mention: Mention, found: list[Mention]) -> bool:
    """Whether a "shop" is one on the channel right before it or somebody's: "an etsy shop", "cards in the pet shop"."""
    if mention.key == "shop" and _USE["put_up_in"].search(text.low, 0, mention.span.start):
        return True
    before = (other for other in found if other.span.end < mention.span.start)
    return mention.key == "shop" and any(
        CHANNELS[other.key].online and not text.low[other.span.end : mention.span.start].strip(" -") for other in before
    )


def _senders(text: Text) -> list[Mention]:
    """ "notarissen die doorverwijzen" are partners; customers who do are word of mouth."""
    found = []
    for match in _USE["sends"].finditer(text.low):
        own = CUSTOMERS.fullmatch(match["who"]) or _FRIENDS.fullmatch(match["who"])
        found.append(Mention("word_of_mouth" if own else "partner", Span(match.start(), match.end())))
    return found


def _longest(mentions: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: m.span.start - m.span.end):
        if not any(mention.span.touches(other.span) for other in kept):
            kept.append(mention)
    return kept
