"""The trade of a business: the longest and most specific name told wins."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.normalise import Span, Text, fold, read
from coaching.understanding.people import PEOPLE
from coaching.understanding.wordlists import load
from journey.keys import LANGUAGES
from journey.profile import ProfileField
from journey.topics import Topic
from journey.trades import Sector

_LONGEST = 4
_TRADE, _WIDE_TRADE, _GOODS, _ANY_SHOP = 3, 2, 1, 0
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
_OF_OTHERS = re.compile(
    r"\b(?:voor|aan|zo'n|such|for|to|naast|tegenover|next to|geen|niet|vroeger|voorheen|ex|bij|zoals|like|tegen|"
    r"boven|andere|other|net als|"
    r"mijn (?:man|vrouw|vriend|vriendin|zus|broer|vader|moeder|mama|papa|buurman|buurvrouw|collega) is|"
    r"was|were|not a|not|isn't a|unlike|"
    r"klanten zijn|samen met|via|van de|goedkope|online)\s+(?:(?:een|de|het|a|an|the|lokale|kleine|"
    r"local|small|alle|als)\s+){0,2}$"
)
_DENIED = re.compile(
    r"\s+(?:is (?:het|dat|dit) niet|ben ik (?:niet|geen)|zijn we niet|it isn't|it's not|i am not|i'm not)\b"
)
_CUE = re.compile(
    r"\b(?:ik ben|ben|ik heb|heb|hebben|wij zijn|we zijn|wij hebben|we hebben|ik run|we run|runnen|i "
    r"am|i'm|i run|i have|i own|we are|we're|we have|"
    r"we own|mijn|mn|m'n|onze|my|our|zaak|eigenaar\w*|zelfstandig\w*|uitbat\w*|baat|owner of|"
    r"start(?:te|en)? een|freelance|werk als|work as|begon|"
    r"het is|it's|'t is)\b"
)
#: "dronefilms voor makelaars en aannemers": the last of a list of customers.
_LIST_OF_OTHERS = re.compile(
    r"\b(?:voor|aan|for|to|bij)\s+(?:[\w'-]+,?\s+){1,4}(?:en|and|of|or|&)\s+(?:(?:de|the|kleine|small|grote|big|lokale|local|"
    r"andere|other|zelfstandige|independent)\s+)?$"
)

_ABOUT_CUSTOMERS = (
    Topic.PERSONA,
    Topic.PERSONA_NEED,
    Topic.PERSONA_PAIN,
    Topic.PERSONA_FEELING,
    Topic.PERSONA_INFO,
    Topic.AUDIENCE,
    Topic.USP,
    Topic.AFTERCARE,
    Topic.TRADE,
    Topic.CHANNELS,
    Topic.CHANNELS_NOT,
    Topic.ON_OFFLINE,
    Topic.EMAIL,
)
_IS = re.compile(
    r"\b(?:ik ben|wij zijn|we zijn|ik heb|we hebben|wij hebben|i'm|i am|we are|i run|i own|we "
    r"run)\s+(?:een|a|an)?\s*$"
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


#: "verkoop via vinted en in mijn garage": where it is done, not what is done.
_IN_MY = re.compile(
    r"\b(?:in|uit|vanuit|from|achter|via) (?:mijn|m'n|mn|me|onze|de|my|our|the|een|a|eigen|mijn eigen)\s+$"
)
#: "muziek op begrafenissen", "smashburgers op trouwfeesten": where it is sold, not what.
_AT = re.compile(r"\b(?:op|bij|tijdens|at|during) (?:(?:de|het|een|the|a) )?(?:\w+ (?:en|and) )?$")
_ROOMS = frozenset("garage hoeve boerderij farm winkel".split())
#: Words of many trades: what else is named is more telling.
_WIDE = frozenset("praktijk groepspraktijk coaching coach workshops".split())


#: The trade of a business that no list knows.
_NO_LIST = "general"
_WE_ARE_NOT = re.compile(
    r"\b(?:(?:ik ben|wij zijn|we zijn|'?k ben|i'm|i am|we're|we are|it's|het is|'t is)\s+(?:(?:toch|echt|dus|helemaal|"
    r"really|actually|nu)\s+)*(?:geen|gene|gin|niet een|not an?|no)|(?:i|we) (?:am not|are not|aren't) an?)\s+"
)
#: "ik ben geen kapper van dertien in een dozijn" denies no trade.
_CLAUSE_ENDS = re.compile(r"\s*(?:[,.;:!?\n]|$)|\s+(?:maar|ma|but|ik|we|wij|i)\b")


@dataclass(frozen=True)
class _Hit:
    key: str
    span: Span
    weight: int


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
        for key, pack in packs.items():
            synonyms = [word for language in LANGUAGES for word in pack.words(language).synonyms]
            new = [word for word in synonyms if fold(word) not in known and key != "general"]
            self._learn(key, [word for word in new if _NAMES_A_TRADE.search(fold(word))], self._trades)
            self._learn(key, [word for word in new if not _NAMES_A_TRADE.search(fold(word))], self._goods)
        self._last: tuple[str, list[_Hit]] = ("", [])
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
        hits = (
            self._put_right(reading)
            or self._denied(reading)
            or [hit for hit in self.hits(reading.text) if self._meant(reading, hit)]
        )
        hits = hits or self._misspelled(reading)
        best = max(hits, key=_telling, default=None)
        uses = tuple(hit.span for hit in hits if hit.weight != _GOODS)
        if best is None or (best.key == _NO_LIST and best.weight == _GOODS):
            return []
        return [Finding(ProfileField.SECTOR, best.key, best.span, uses=uses)]

    def _put_right(self, reading: Reading) -> list[_Hit]:
        """ "eerder een tearoom dan een bakkerij": the other trade beside the one told before."""
        known = reading.context.profile.text(ProfileField.SECTOR)
        if not known or not (reading.correcting or reading.asked(Topic.CONFIRM)):
            return []
        hits = [hit for hit in self.hits(read(reading.text.original)) if hit.weight >= _WIDE_TRADE]
        others = [hit for hit in hits if hit.key != known]
        return others if len(others) < len(hits) else []

    def _denied(self, reading: Reading) -> list[_Hit]:
        """ "ik ben geen tuinbedrijf, ik slijp zagen": not the trade that was made of it, but one without a list."""
        known = reading.context.profile.text(ProfileField.SECTOR)
        if known in ("", _NO_LIST):
            return []
        told = read(reading.text.original)
        denied = _WE_ARE_NOT.search(told.low)
        hits = self.hits(told) if denied else []
        if denied is None or len(hits) != 1 or hits[0].key != known or hits[0].span.start != denied.end():
            return []
        ends = _CLAUSE_ENDS.match(told.low, hits[0].span.end)
        return [_Hit(_NO_LIST, hits[0].span, _TRADE)] if ends else []

    def _misspelled(self, reading: Reading) -> list[_Hit]:
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
            if near and self._meant(reading, hit := _Hit(self._trades[near[0]], span, _TRADE)):
                return [hit]
        return []

    def hits(self, text: Text) -> list[_Hit]:
        """Every trade word of a message, the longest where they overlap; of the last message they are kept, since
        names are looked for beside them too."""
        last, found = self._last
        if last != text.low:
            found = self._all_hits(text)
            self._last = text.low, found
        return found

    def _all_hits(self, text: Text) -> list[_Hit]:
        found: list[_Hit] = []
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

    def _at(self, text: Text, at: int) -> tuple[_Hit | None, int]:
        longest = _LONGEST if text.low_of(text.words[at]) in self._openers else 1
        for length in range(min(longest, len(text.words) - at), 0, -1):
            span = Span(text.words[at].start, text.words[at + length - 1].end)
            words = text.low_of(span)
            for known, weight in ((self._trades, _TRADE), (self._goods, _GOODS)):
                key = _look_up(words, known)
                if key and words in _SHOPS:
                    return _Hit(key, span, _ANY_SHOP), length
                if key:
                    return _Hit(
                        key, span, _WIDE_TRADE if weight == _TRADE and (key == "retail" or words in _WIDE) else weight
                    ), length
        return self._compound(text, text.words[at]), 1

    def _compound(self, text: Text, span: Span) -> _Hit | None:
        word = text.low_of(span)
        if key := self._kept(word):
            return _Hit(key, span, _TRADE)
        if not (word.endswith(self._endings) or word.startswith(self._beginnings)):
            return None
        sure = ((trade, key) for trade, key in self._trades.items() if len(trade) >= _SURE_ENDING)
        for end, key in (*self._ends.items(), *sure):
            if word.endswith(end) and len(word) > len(end) + 2:
                return _Hit(key, span, _WIDE_TRADE)
        key = next((key for start, key in self._starts.items() if word.startswith(start) and word != start), None)
        return _Hit(key, span, _GOODS) if key else None

    def _kept(self, word: str) -> str | None:
        """The trade in a word for a business of that trade."""
        kept = _KEPT.fullmatch(word)
        return _look_up(kept["trade"], self._trades) or _look_up(kept["trade"], self._goods) if kept else None

    def _meant(self, reading: Reading, hit: _Hit) -> bool:
        clause = reading.text.clause_at(hit.span.start)
        before = reading.text.low[clause.start : hit.span.start]
        if _only_where(reading, hit, before):
            return False
        if hit.weight == _GOODS and re.search(r"\b(?:doen|doe|werken?|help\w*) (?:aan|met) (?:\w+ )?$", before):
            return reading.asked(Topic.BUSINESS)
        if _LIST_OF_OTHERS.search(before) or _of_somebody_else(reading, hit):
            return False
        if _OF_OTHERS.search(before) or reading.text.low[hit.span.end : hit.span.end + 6].startswith(
            (" klant", " en kla")
        ):
            return False
        if reading.asked(Topic.BUSINESS) or (reading.context.asking is None and not reading.knows(ProfileField.SECTOR)):
            return hit.weight != _GOODS or not re.search(r"\b(?:wil|want|meer|more|tegen|naar)\b", before)
        if hit.weight in (_GOODS, _ANY_SHOP) or (
            reading.asked(*_ABOUT_CUSTOMERS) and not reading.correcting and not _IS.search(before)
        ):
            return False
        if reading.knows(ProfileField.SECTOR) and not reading.correcting:
            return False
        return reading.correcting or _CUE.search(before) is not None


def _only_where(reading: Reading, hit: _Hit, before: str) -> bool:
    """Whether the words tell where something is sold rather than what."""
    told = reading.text.low_of(hit.span)
    served = (PEOPLE.fullmatch(told) or _of_people(reading, told)) and told.endswith(("s", "en"))
    if (served and not _WE_ARE.search(before)) or _OF_AN_AGE.fullmatch(
        reading.text.low, hit.span.start, _next_word_end(reading, hit)
    ):
        return True
    room = _IN_MY.search(before) and reading.text.low_of(hit.span) in _ROOMS
    return bool(room or (hit.weight == _GOODS and _AT.search(before)))


def _of_people(reading: Reading, told: str) -> bool:
    """Whether a trade in the plural is whom the owner serves: "die hoveniers", once the own trade is told."""
    own = reading.asked(Topic.BUSINESS) or (reading.context.asking is None and not reading.knows(ProfileField.SECTOR))
    return not own and _NAMES_A_PERSON.search(told.removesuffix("s")) is not None and told.endswith("s")


def _next_word_end(reading: Reading, hit: _Hit) -> int:
    return next((word.end for word in reading.text.words if word.start >= hit.span.end), hit.span.end)


#: "farmers and big houses": who is served, unless the owners are that.
_WE_ARE = re.compile(r"\b(?:wij|we|ik|i)(?: zijn| ben| are| am|'re|'m)\b[^,.;]*$")
#: "vintage stereos" are stereos; clothes and furniture make the trade.
_OF_AN_AGE = re.compile(
    r"(?:vintage|antieke?|retro) (?!kleding|kleren|meubel\w*|spullen|winkel\w*|shop|store|clothes|clothing|furniture|"
    r"fashion|mode|and\b|en\b)[a-z]+"
)


def _telling(hit: _Hit) -> tuple[int, int, int]:
    """What is done tells more than what is sold; of the first the longest name, of the second what comes first."""
    length = hit.span.end - hit.span.start if hit.weight != _GOODS else 0
    return hit.weight, length, -hit.span.start


#: "mijn boekhouder zei dat het moest": somebody else of that trade.
_SPEAKS = re.compile(
    r"\s+(?:zei|zegt|vond|vindt|raadt|raadde|vroeg|vraagt|dacht|denkt|said|says|told|thinks|reckons|suggested)\b"
)
_MINE = re.compile(r"\b(?:mijn|m'n|mn|onze|ons|my|our)\s+$")
_NAMES_A_PERSON = re.compile(r"(?:er|or|ist|iste|ant|eur|aar|aat|oog|man|vrouw)$")
_HELLO = re.compile(
    r"(?:^|\W)(?:hoi|hallo|hey|hi|hello|dag|beste|dear|yo|goeie\w+|goede\w+|morning|ok|oke|bedankt|thanks)\W*$"
)


def _of_somebody_else(reading: Reading, hit: _Hit) -> bool:
    """Whether what follows denies the trade or tells it of another, or it is whom the owner writes to: "dag coach"."""
    low, end = reading.text.low, hit.span.end
    if _DENIED.match(low, end) or _SPEAKS.match(low, end):
        return True
    if _MINE.search(low[: hit.span.start]) and not reading.asked(Topic.BUSINESS):
        return _NAMES_A_PERSON.search(reading.text.low_of(hit.span)) is not None
    return reading.text.low_of(hit.span) == "coach" and _HELLO.search(reading.text.low[: hit.span.start]) is not None


#: Plurals and diminutives, by which a trade is told too.
_ENDINGS = ("en", "s", "'s", "tje", "je", "ke", "kes")


def _look_up(words: str, known: dict[str, str]) -> str | None:
    if (key := known.get(words)) or not words.endswith(_ENDINGS):
        return key
    for ending in _ENDINGS:
        if words.endswith(ending) and len(words) > len(ending) + 3 and (key := known.get(words.removesuffix(ending))):
            return key
    return None
