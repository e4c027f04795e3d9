"""The trade of a business: the longest and most specific name told wins."""

import re
from collections.abc import Mapping
from itertools import pairwise

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.text.normalise import Span, Text, fold, read
from coaching.understanding.trades.other_trade import told_anew
from coaching.understanding.trades.own_trade import is_own
from coaching.understanding.trades.somebody_elses import is_somebody_elses
from coaching.understanding.trades.trade_hits import ANY_SHOP, GOODS, NO_LIST, TRADE, WIDE_TRADE, Hit, telling
from coaching.understanding.wordlists import load
from journey.keys import LANGUAGES
from journey.profile import ProfileField
from journey.topics import Topic
from journey.trades import Sector

_LONGEST = 4
#: "paardenosteopaat" ends in a trade that is long enough to be no accident.
_SURE_ENDING = 7
#: Likeness from which on a word is a misspelled trade, in a message of so many words at most.
_ALIKE, _FEW_WORDS = 92, 12
_SHOPS = frozenset(
    [
        "winkel",
        "winkeltje",
        "winkelier",
        "winkelierster",
        "shop",
        "store",
        "handelszaak",
        "webshop",
        "webwinkel",
        "onlineshop",
    ]
)
_NAMES_A_TRADE = re.compile(
    r"(?:winkel|zaak|salon|studio|kantoor|praktijk|bedrijf|firma|shop|store|bakery|bakkerij|erij|"
    r"school|bureau|huis|centrum|club|er|or|ist|iste|"
    r"eur|euse|ster|aaf|afe|oog|oge|arts|man|vrouw|smid|company|agency|clinic|centre|center|farm|bar|"
    r"cafe|hotel|garage|atelier|hoeve)$"
)


#: "fietsherstelzaak", "cateringbedrijfje": a known trade or what it sells, and that it is a business.
_KEPT = re.compile(
    r"(?P<trade>[a-z-]{3,25}?)(?:s|en|n)?-?(?:zaak|zaakje|winkel|winkeltje|bedrijf|bedrijfje|firma|atelier|dienst|service|shop)(?:ke|tje)?"
)


#: Words of many trades: what else is named is more telling.
_WIDE = frozenset("praktijk groepspraktijk coaching coach workshops".split())


class Sectors:
    """Finds the sector; built from the packs and from the list beside this code."""

    def __init__(self, packs: Mapping[str, Sector]) -> None:
        self._trades: dict[str, str] = {}
        self._goods: dict[str, str] = {}
        self._ends: dict[str, str] = {}
        self._starts: dict[str, str] = {}
        for key, words in load("sectors").items():
            self._learn(key, words["is"], self._trades)
            self._learn(key, words.get("of", ()), self._goods)
        known = self._trades.keys() | self._goods.keys()
        narrower = load("kinds")["packs"]
        for key, pack in packs.items():
            if key in narrower:
                continue
            synonyms = [word for language in LANGUAGES for word in pack.words(language).synonyms]
            new = [word for word in synonyms if fold(word) not in known and key != "general"]
            self._learn(key, [word for word in new if _NAMES_A_TRADE.search(fold(word))], self._trades)
            self._learn(key, [word for word in new if not _NAMES_A_TRADE.search(fold(word))], self._goods)
        self._last: tuple[str, list[Hit]] = ("", [])
        # Asked first, at once: most words have none of them, and looking one by one took most of a turn.
        self._endings = (*self._ends, *(trade for trade in self._trades if len(trade) >= _SURE_ENDING))
        self._openers = {name.split()[0] for name in (*self._trades, *self._goods) if " " in name}
        self._long = [trade for trade in self._trades if len(trade) > _SURE_ENDING]
        self._beginnings = tuple(self._starts)

    def _learn(self, key: str, words: object, into: dict[str, str]) -> None:
        for word in words if isinstance(words, list | tuple) else ():
            plain = fold(word)
            if plain.startswith("*"):
                self._ends[plain[1:]] = key
            elif plain.endswith("*"):
                self._starts[plain[:-1]] = key
            else:
                into[plain] = key

    def find(self, reading: Reading) -> list[Finding]:
        """The sector the message tells, where it tells one."""
        hits = self._told_anew(reading) or self._own(reading) or self._misspelled(reading)
        best = max(hits, key=lambda hit: telling(reading.text, hit), default=None)
        uses = tuple(hit.span for hit in hits if hit.weight != GOODS)
        if best is None or (best.key == NO_LIST and best.weight == GOODS):
            return []
        return [Finding(ProfileField.SECTOR, best.key, best.span, uses=uses)]

    def _own(self, reading: Reading) -> list[Hit]:
        """The owner's trades; where the business is asked and only somebody else's is told, that one."""
        own = [hit for hit in self.hits(reading.text) if is_own(reading, hit)]
        ours = [hit for hit in own if not is_somebody_elses(reading.text, hit.span)]
        return ours or (own if reading.asked(Topic.BUSINESS) else [])

    def _told_anew(self, reading: Reading) -> list[Hit]:
        told = read(reading.text.original)
        sold = self._all_hits(read(reading.context.profile.text(ProfileField.OFFER)))
        return told_anew(reading, told, self.hits(told), sold)

    def _misspelled(self, reading: Reading) -> list[Hit]:
        """A trade of one or two long words with a slip of the finger: "drivng instructor"."""
        words = reading.text.words
        if not reading.asked(Topic.BUSINESS) or not 0 < len(words) <= _FEW_WORDS:
            return []
        pairs = [Span(first.start, second.end) for first, second in pairwise(words)]
        for span in (*pairs, *words):
            told = reading.text.low_of(span)
            near = (
                extractOne(told, self._long, scorer=ratio, score_cutoff=_ALIKE)
                if len(told) >= _SURE_ENDING + 1
                else None
            )
            if near and is_own(reading, hit := Hit(self._trades[near[0]], span, TRADE)):
                return [hit]
        return []

    def hits(self, text: Text) -> list[Hit]:
        """Every trade word of a message, the longest where they overlap; of the last message they are kept, since
        names are looked for beside them too."""
        last, found = self._last
        if last != text.low:
            found = self._all_hits(text)
            self._last = text.low, found
        return found

    def _all_hits(self, text: Text) -> list[Hit]:
        found: list[Hit] = []
        at = 0
        while at < len(text.words):
            hit, length = self._at(text, at)
            if hit:
                found.append(hit)
            at += length if hit else 1
        return found

    def hits_word(self, word: str) -> bool:
        """Whether one folded word names a trade."""
        return _look_up(word, self._trades) is not None or any(word.endswith(end) for end in self._ends)

    def _at(self, text: Text, at: int) -> tuple[Hit | None, int]:
        longest = _LONGEST if text.low_of(text.words[at]) in self._openers else 1
        for length in range(min(longest, len(text.words) - at), 0, -1):
            span = Span(text.words[at].start, text.words[at + length - 1].end)
            words = text.low_of(span)
            for known, weight in ((self._trades, TRADE), (self._goods, GOODS)):
                key = _look_up(words, known)
                if key and words in _SHOPS:
                    return Hit(key, span, ANY_SHOP), length
                if key:
                    return Hit(
                        key, span, WIDE_TRADE if weight == TRADE and (key == "retail" or words in _WIDE) else weight
                    ), length
        return self._compound(text, text.words[at]), 1

    def _compound(self, text: Text, span: Span) -> Hit | None:
        word = text.low_of(span)
        if key := self._kept(word):
            return Hit(key, span, TRADE)
        if not (word.endswith(self._endings) or word.startswith(self._beginnings)):
            return None
        sure = ((trade, key) for trade, key in self._trades.items() if len(trade) >= _SURE_ENDING)
        for end, key in (*self._ends.items(), *sure):
            if word.endswith(end) and len(word) > len(end) + 2:
                return Hit(key, span, WIDE_TRADE)
        key = next((key for start, key in self._starts.items() if word.startswith(start) and word != start), None)
        return Hit(key, span, GOODS) if key else None

    def _kept(self, word: str) -> str | None:
        """The trade in a word for a business of that trade."""
        kept = _KEPT.fullmatch(word)
        return _look_up(kept["trade"], self._trades) or _look_up(kept["trade"], self._goods) if kept else None


#: "dog walkin"; plurals and diminutives, by which a trade is told too.
_DROPPED = "in"
_ENDINGS = ("en", "s", "'s", "tje", "je", "ke", "kes")


def _look_up(words: str, known: dict[str, str]) -> str | None:
    if (key := known.get(words)) or not words.endswith((*_ENDINGS, _DROPPED)):
        return key
    if words.endswith(_DROPPED) and (key := known.get(f"{words}g")):
        return key
    for ending in _ENDINGS:
        if words.endswith(ending) and len(words) > len(ending) + 3 and (key := known.get(words.removesuffix(ending))):
            return key
    return None
