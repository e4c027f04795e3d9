"""The owner's first name."""

import re
from functools import cached_property

from rapidfuzz.fuzz import ratio

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.names.first_names import common_first_names
from coaching.understanding.names.place import Places
from coaching.understanding.text.normalise import Span, fold
from coaching.understanding.trades.sector import Sectors
from coaching.understanding.wordlists import load
from journey.profile import ProfileField
from journey.topics import Topic

_NAME = r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'-]{1,20}"
_STRONG = re.compile(
    r"\b(?i:ik heet|(?:mijn|m'n|mn|my) (?:(?:echte|volledige|real|full) )?(?:naam|name) is|"
    r"noem me(?: maar)?|zeg maar|my name is|my "
    rf"name's|call me|men noemt mij|name's)\s+(?:(?i:trouwens|eigenlijk|dus|actually|gewoon) )?(?P<name>{_NAME})"
)
_LET_CALL = re.compile(
    r"\b(?i:mag|kan|kunt) (?i:mij|me) (?P<name>(?:(?i:de|van|van den|van de|ter) )?[A-ZÀ-Ý][\w'-]+) (?i:noemen)|"
    r"\b(?i:you can call me) (?P<called>[A-ZÀ-Ý][\w'-]+)"
)
_WEAK = re.compile(
    (
        r"(?<!\w)(?i:ik ben(?: de)?|i'?m|i am|'k ben|hier is|dit is|this is|met|groetjes|groeten|het is|"
        r"(?:^|(?<=[,.!] )|(?<=hoi )|(?<=hallo )|(?<=hey )|(?<=dag ))ben|"
        rf"it'?s|'?t is|tis)\s+(?P<name>{_NAME})(?=(?:\s+(?-i:(?:[Vv]an |[Dd]e |[Dd]en |[Dd]er "
        rf")*[A-ZÀ-Ý][\w'-]+)){{0,2}}\s*(?:,|\.|!|$|\n|\bhier\b|\bhere\b|\b(?:en|and|van|from|uit|ik|i|aangenaam|"
        rf"not|niet|ni|maar|but|by the way|btw|trouwens)\b))"
    ),
    re.IGNORECASE,
)
#: "im shaz i do dog walking", "Anneke trouwens", "my names not Lol haha its Shaz", "hoi jan, bakkerij in gent".
_TELLS_MORE = re.compile(
    r"(?:^|(?<=[\s,.!]))(?i:i'?m|i am|ik ben|'?k ben|kben) (?P<name>[A-Za-z]{2,12})(?<!ed)(?<!ing)(?<!er)"
    r"(?=,? (?:and |en )?(?i:i|ik|we) (?:do|have|run|own|make|sell|got|walk|clean|paint|doe|heb|maak|verkoop|geef)\b)"
)
_BY_THE_WAY = re.compile(
    rf"(?:^|[.!;,]\s*)(?P<name>(?-i:[A-ZÀ-Ý]){_NAME})(?=,? (?i:trouwens|btw|by the way|is (?:de|mijn|m'n|mn|the|my) "
    r"(?:naam|name)|heet ik)\s*(?:[.,!;]|$))"
)
_NOT_BUT = re.compile(
    r"\b(?i:my name|mijn naam|m'n naam|mn naam)(?:'?s)?\b[^.!?]{0,25}?\b(?i:it'?s|het is|'?t is|tis)\s+"
    rf"(?P<name>{_NAME})"
)
_GREETS = re.compile(r"^\W*(?i:hoi|hallo|hey|hi|hiya|hello|dag)[ ,!]+(?P<name>[A-Za-zÀ-ÿ]{2,12})(?=\s*[,.!])")
#: "wij zijn Jan en Piet".
_BOTH = re.compile(
    r"\b(?i:wij zijn|we zijn|we are|we're) (?P<first>[A-ZÀ-Ý][a-zà-ÿ-]+) (?:en|and|&) (?P<second>[A-ZÀ-Ý][a-zà-ÿ-]+)\b"
)
#: "it's Naas" names an owner only where the name is a common one, or another was told before.
_IT_IS = re.compile(r"(?i:het is|'?t is|tis|it'?s)\b")
#: "its Dougie, I do window cleaning": who says so and goes on about their work.
_THEN_I = re.compile(r"(?: (?:here|hier))?\s*[,.]\s*(?:I|i|ik|Ik)\b")
_SIGNED = re.compile(
    rf"(?:^|[,!.]\s*)(?:(?i:hoi|hallo|hey|hi|hello|dag|ja|goeie\w+|"
    rf"goede\w+)[ ,]+){{0,2}}(?:met )?(?P<name>{_NAME}) (?:hier|here)\b"
)
_WORDS = load("names")
NOT_NAMES = frozenset(_WORDS["never"].split())
_FULL_NAME = re.compile(
    r"(?P<first>[A-ZÀ-Ý][a-zà-ÿ'-]{1,20})(?:\s+(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]er)\s+)*[A-ZÀ-Ý][a-zà-ÿ'-]{1,25})?"
)
#: "Frank van frituur De Gouden Patat".
_OF_FIRM = re.compile(
    r"(?:(?i:hoi|hallo|hey|hi|hello|dag)[ ,]+)?(?P<first>[A-ZÀ-Ý][a-zà-ÿ'-]{1,20})(?= (?:van|from|of) [a-zà-ÿA-Z])"
)
#: "Rianne uit Wageningen".
_FROM_TOWN = re.compile(r"(?P<first>[A-ZÀ-Ý][a-zà-ÿ-]{2,20}) (?:uit|from) (?P<town>[A-ZÀ-Ý][\w' -]+)")
#: Words up to which a message with a name like the one told before puts that right.
_FEW = 8
#: Likeness (0-100) from which on a name is another spelling of the one told before.
_ALIKE = 60


_SURE = (_STRONG, _NOT_BUT, _TELLS_MORE, _BY_THE_WAY)
_AT_THE_START = (_TELLS_MORE, _BY_THE_WAY, _GREETS)


class OwnerNames:
    """Finds the name of the owner; knows common first names, places and trades so as not to take one for the other."""

    def __init__(self, places: Places, sectors: Sectors) -> None:
        self._places, self._sectors = places, sectors

    @cached_property
    def firsts(self) -> frozenset[str]:
        """Common first names, folded."""
        return common_first_names()

    def find(self, reading: Reading) -> list[Finding]:
        """The name told, if one is."""
        told = reading.text.clean
        if let := _LET_CALL.search(told):
            group = "name" if let.group("name") else "called"
            span = Span(let.start(group), let.end(group))
            return [Finding(ProfileField.OWNER_NAME, let.group(group), span, uses=(Span(let.start(), let.end()),))]
        if _opens(reading) and (both := _BOTH.search(told)) and self._are_firsts(both["first"], both["second"]):
            span = Span(both.start("first"), both.end())
            return [Finding(ProfileField.OWNER_NAME, reading.text.of(span), span, uses=(Span(both.start(), span.end),))]
        for pattern in (_NOT_BUT, _STRONG, _WEAK, _SIGNED, *(_AT_THE_START if _opens(reading) else ())):
            for match in pattern.finditer(told):
                name = match.group("name")
                it_is = _IT_IS.match(match.group()) and not reading.knows(ProfileField.OWNER_NAME)
                introduces = _opens(reading) and name[0].isupper() and _THEN_I.match(told, match.end("name"))
                if (it_is and fold(name) not in self.firsts and not introduces) or _counts(
                    reading, match.start("name")
                ):
                    continue
                if self._is_name(name, match.start("name"), told, sure=pattern in _SURE):
                    span = Span(match.start("name"), match.end("name"))
                    return [
                        Finding(ProfileField.OWNER_NAME, _capital(name), span, uses=(Span(match.start(), match.end()),))
                    ]
        return self._bare_name(reading) or self._by_itself(reading) or self._respelled(reading)

    def _are_firsts(self, *names: str) -> bool:
        return all(fold(name) in self.firsts and fold(name) not in NOT_NAMES for name in names)

    def _respelled(self, reading: Reading) -> list[Finding]:
        """A correction with a name much like the one told before: "typo, Jon without the h"."""
        corrects = reading.correcting or reading.asked(Topic.CONFIRM) or len(reading.text.words) <= _FEW
        if not corrects or not reading.knows(ProfileField.OWNER_NAME):
            return []
        known = fold(reading.context.profile.text(ProfileField.OWNER_NAME))
        for word in reading.text.words:
            name, low = reading.text.of(word), reading.text.low_of(word)
            anew = name != reading.context.profile.text(ProfileField.OWNER_NAME)
            alike = name[0].isupper() and anew and ratio(low, known) >= _ALIKE
            if alike and not self._places.is_place(name):
                return [Finding(ProfileField.OWNER_NAME, name, word, uses=(word,))]
        return []

    def _by_itself(self, reading: Reading) -> list[Finding]:
        """A clause that is a first name and no more, or a full name: "Ruben de Wit, makelaar in Eindhoven"."""
        if not reading.asked(Topic.BUSINESS, Topic.OWNER_NAME):
            return []
        if signed := self._signed_off(reading):
            return [Finding(ProfileField.OWNER_NAME, _capital(reading.text.of(signed)), signed, uses=(signed,))]
        for clause in reading.text.clauses:
            told = reading.text.of(clause)
            match = _FULL_NAME.fullmatch(told) or _OF_FIRM.match(told)
            home = _FROM_TOWN.fullmatch(told)
            if home and self._places.is_place(home["town"]) and not self._sectors.hits_word(fold(home["first"])):
                span = Span(clause.start + home.start("first"), clause.start + home.end("first"))
                return [Finding(ProfileField.OWNER_NAME, home["first"], span, uses=(span,))]
            if match and fold(match["first"]) in self.firsts and not self._places.is_place(match["first"]):
                span = Span(clause.start + match.start("first"), clause.start + match.end("first"))
                return [
                    Finding(
                        ProfileField.OWNER_NAME,
                        match["first"],
                        span,
                        uses=(Span(clause.start, clause.start + match.end()),),
                    )
                ]
        return []

    def _signed_off(self, reading: Reading) -> Span | None:
        """The first name behind all else, typed without a capital: "bakkerij in gent, jan"."""
        *others, last = reading.text.clauses or (Span(0, 0),)
        low = reading.text.low_of(last)
        known = low in self.firsts and low not in NOT_NAMES
        return last if others and known and self._is_name(low, last.start, reading.text.clean, sure=False) else None

    def _is_name(self, name: str, at: int, told: str, sure: bool) -> bool:
        low = fold(name)
        if low in NOT_NAMES or self._places.is_place(name) or self._sectors.hits_word(low):
            return False
        return sure or low in self.firsts or (name[0].isupper() and not told.isupper() and at > 0)

    def _bare_name(self, reading: Reading) -> list[Finding]:
        words = reading.text.words
        if not reading.asked(Topic.OWNER_NAME) or not 1 <= len(words) <= 2 or "?" in reading.text.low:
            return []
        name = reading.text.of(words[0])
        if fold(name) in self.firsts or (name[0].isupper() and fold(name) not in NOT_NAMES):
            return [Finding(ProfileField.OWNER_NAME, _capital(name), words[0])]
        return []


def _counts(reading: Reading, at: int) -> bool:
    """Whether a number stands there: "zeg maar honderdvijftig"."""
    return any(number.span.start == at for number in reading.numbers)


def _opens(reading: Reading) -> bool:
    """Whether the owner may be presenting themselves."""
    return reading.asked(Topic.BUSINESS, Topic.OWNER_NAME) and not reading.knows(ProfileField.OWNER_NAME)


def _capital(name: str) -> str:
    return name if name != name.lower() and not name.isupper() else name[:1].upper() + name[1:].lower()
