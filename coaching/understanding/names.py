"""The owner's first name and the name of the business."""

import re
from functools import cached_property

from rapidfuzz.fuzz import ratio

from coaching.understanding.channels import Channels
from coaching.understanding.findings import Finding, Reading
from coaching.understanding.firm_names import firm, given, house, is_place_of_business, longer, named_so, renamed
from coaching.understanding.first_names import common_first_names
from coaching.understanding.normalise import Span, fold
from coaching.understanding.place import Places
from coaching.understanding.sector import Sectors
from coaching.understanding.uncapitalised import after_trade, called
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
        r"(?<!\w)(?i:ik ben(?: de)?|i'm|i am|'k ben|hier is|dit is|this is|met|groetjes|groeten|het is|"
        r"(?:^|(?<=[,.!] )|(?<=hoi )|(?<=hallo )|(?<=hey )|(?<=dag ))ben|"
        rf"it's)\s+(?P<name>{_NAME})(?=(?:\s+(?-i:(?:[Vv]an |[Dd]e |[Dd]en |[Dd]er "
        rf")*[A-ZÀ-Ý][\w'-]+)){{0,2}}\s*(?:,|\.|!|$|\n|\bhier\b|\b(?:en|and|van|from|uit|ik|i|aangenaam|"
        rf"not|niet|ni|by the way|btw|trouwens)\b))"
    ),
    re.IGNORECASE,
)
#: "it's Naas" names an owner only where the name is a common one, or another was told before.
_IT_IS = re.compile(r"(?i:het is|it's)\b")
_SIGNED = re.compile(
    rf"(?:^|[,!.]\s*)(?:(?i:hoi|hallo|hey|hi|hello|dag|ja|goeie\w+|"
    rf"goede\w+)[ ,]+){{0,2}}(?:met )?(?P<name>{_NAME}) (?:hier|here)\b"
)
_WORDS = load("names")
_NOT_NAMES = frozenset(_WORDS["never"].split())
_BUSINESS = re.compile(
    r"\b(?i:(?:mijn|m'n|mn|onze|de|my|our|the) (?:zaak|winkel|bedrijf|salon|praktijk|studio|webshop|"
    r"merk|restaurant|shop|business|company|"
    r"store|bakkerij|firma|atelier|zaakje|brand|café|cafe|vzw|school|brouwerij) (?:heet|noemt|is "
    r"called|is named|draagt de naam)|"
    r"(?:wij|we) (?:heten|noemen(?! onze| ze| hen| klanten| de| ons)|zijn (?=[\"'])|are called)|(?:de |"
    r"the )?naam van (?:de|mijn|onze) (?:zaak|winkel|bedrijf|salon) is|"
    r"(?:de |mijn |onze )?(?:bedrijfsnaam|zaaknaam|handelsnaam)(?: is|:)|business name(?: is|:)|"
    r"(?:zaak|winkel|bedrijf|salon|shop|business|webshop) "
    r"(?:genaamd|met de naam|named|called)|onder de naam|under the name|it's called|het heet|called|"
    r"named|genaamd)\s+(?:(?:nu|intussen|ondertussen|inmiddels|sinds kort|eigenlijk|voortaan|anders|"
    r"now|actually)(?::?\s+|,\s+))?(?P<name>[^,.;!?\n]{2,50})"
)
_STOP_AT = re.compile(
    r"\s+(?:en|and|in|te|maar|but|sinds|ik|wij|we|waar|where|is|i|met|with|,)\s+(?=[a-z])|\s+(?:in|"
    r"te)\s+(?=[A-Z])"
)
_QUOTED = re.compile(r"\"([^\"\n]{2,40})\"|(?<!\w)'([A-Z][^'\n]{1,40})'(?!\w)")
_PROPER = re.compile(
    r"\s+(?P<rest>(?:(?:de|het|den|la|le|'t|van|by|&|en|"
    r"and)\s+)?[A-ZÀ-Ý][\w'&-]+(?:\s+(?:(?:&|en|and)\s+)?[A-ZÀ-Ý][\w'&-]+){0,3})"
)

#: "Welkom bij Optiek Verlinden!", "Sander hier van Escape Leuven".
_WELCOME = re.compile(
    r"(?:(?i:welkom bij|welcome to|hier is|this is)|\b(?:hier|here),? (?:van|from|of|bij|at))\s+"
    r"(?P<name>[A-ZÀ-Ý][\w'&-]*(?:\s+(?:(?:de|het|van|en|and|of|the|&|la|le|'t)\s+)?[A-ZÀ-Ý][\w'&-]*){1,4})"
)
_FULL_NAME = re.compile(
    r"(?P<first>[A-ZÀ-Ý][a-zà-ÿ'-]{1,20})(?:\s+(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]er)\s+)*[A-ZÀ-Ý][a-zà-ÿ'-]{1,25})?"
)
#: "Frank van frituur De Gouden Patat".
_OF_FIRM = re.compile(
    r"(?:(?i:hoi|hallo|hey|hi|hello|dag)[ ,]+)?(?P<first>[A-ZÀ-Ý][a-zà-ÿ'-]{1,20})(?= (?:van|from|of) [a-zà-ÿA-Z])"
)
#: "Rianne uit Wageningen".
_FROM_TOWN = re.compile(r"(?P<first>[A-ZÀ-Ý][a-zà-ÿ-]{2,20}) (?:uit|from) (?P<town>[A-ZÀ-Ý][\w' -]+)")
#: Capitals in a message up to which its writer is taken not to bother with them.
_FEW_CAPITALS = 1
#: Words in a name that no person has, and the clauses of an opening that tells no more than a name and a place.
_NO_PERSON = re.compile(r"\w's\b|&|\b(?:De|Het|Den|The|'t|La|Le) [A-Z]|^\S+ \S+ \S+")
_NAME_AND_PLACE = 2
#: "Simply Clean, we do offices".
_THEN_WE = re.compile(r"[\s,.:]+(?:we|wij)\b")
_PROPER_CLAUSE = re.compile(
    r"(?:(?:De|Het|The|'t|La|Le|Den)\s+)?[A-ZÀ-Ý][a-zà-ÿ'&-]+(?:\s+(?:(?:de|het|van|en|and|of|the|&|la|le|'t)\s+)?"
    r"[A-ZÀ-Ý][\w'&-]+){1,4}|(?:de|het|den|'t|la|le|the)\s+[A-ZÀ-Ý][\w'&-]+(?:\s+[A-ZÀ-Ý][\w'&-]+){0,2}"
)


#: Words up to which a message with a name like the one told before puts that right.
_FEW = 8
#: Likeness (0-100) from which on a name is another spelling of the one told before.
_ALIKE = 60


class Names:
    """Finds names; knows common first names, places and trades so as not to take one for the other."""

    def __init__(self, places: Places, sectors: Sectors, channels: Channels) -> None:
        self._places, self._sectors, self._channels = places, sectors, channels

    @cached_property
    def firsts(self) -> frozenset[str]:
        """Common first names, folded."""
        return common_first_names()

    def find(self, reading: Reading) -> list[Finding]:
        """The names told."""
        return [*self._owner(reading), *self._business(reading)]

    def _owner(self, reading: Reading) -> list[Finding]:
        told = reading.text.clean
        if let := _LET_CALL.search(told):
            group = "name" if let.group("name") else "called"
            span = Span(let.start(group), let.end(group))
            return [Finding(ProfileField.OWNER_NAME, let.group(group), span, uses=(Span(let.start(), let.end()),))]
        for pattern in (_STRONG, _WEAK, _SIGNED):
            for match in pattern.finditer(told):
                name = match.group("name")
                it_is = _IT_IS.match(match.group()) and not reading.knows(ProfileField.OWNER_NAME)
                if it_is and fold(name) not in self.firsts:
                    continue
                if self._is_name(name, match.start("name"), told, sure=pattern is _STRONG):
                    span = Span(match.start("name"), match.end("name"))
                    return [
                        Finding(ProfileField.OWNER_NAME, _capital(name), span, uses=(Span(match.start(), match.end()),))
                    ]
        return self._bare_name(reading) or self._by_itself(reading) or self._respelled(reading)

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

    def _is_name(self, name: str, at: int, told: str, sure: bool) -> bool:
        low = fold(name)
        if low in _NOT_NAMES or self._places.is_place(name) or self._sectors.hits_word(low):
            return False
        return sure or low in self.firsts or (name[0].isupper() and not told.isupper() and at > 0)

    def _bare_name(self, reading: Reading) -> list[Finding]:
        words = reading.text.words
        if not reading.asked(Topic.OWNER_NAME) or not 1 <= len(words) <= 2 or "?" in reading.text.low:
            return []
        name = reading.text.of(words[0])
        if fold(name) in self.firsts or (name[0].isupper() and fold(name) not in _NOT_NAMES):
            return [Finding(ProfileField.OWNER_NAME, _capital(name), words[0])]
        return []

    def _business(self, reading: Reading) -> list[Finding]:
        if anew := renamed(reading) or longer(reading):
            return anew
        match = _BUSINESS.search(reading.text.clean)
        if match:
            name = _STOP_AT.split(match.group("name"))[0].strip(" \"'")
            start = reading.text.clean.index(name, match.start("name")) if name else 0
            named = match.group().lower().split()[0] not in ("called", "named", "genaamd") or name[:1].isupper()
            if name and named and not re.match(r"(?i)(?:nog|geen|een|niet|not|a)\b", name):
                span = Span(start, start + len(name))
                return [Finding(ProfileField.BUSINESS_NAME, name, span, uses=(Span(match.start(), span.end),))]
        return (
            self._quoted(reading)
            or self._given(reading)
            or house(reading)
            or self._after_trade(reading)
            or named_so(reading)
            or firm(reading)
            or self._welcome(reading)
            or self._alone(reading)
            or self._uncapitalised(reading)
        )

    def _given(self, reading: Reading) -> list[Finding]:
        """ "our name is The Meeple's Rest"; "the name is Jan" names a person, "het heet Gent" a place."""
        return [name for name in given(reading) if not self._is_one_person_or_place(str(name.value))]

    def _is_one_person_or_place(self, told: str) -> bool:
        return self._places.is_place(told) or (" " not in told and fold(told) in self.firsts)

    def _uncapitalised(self, reading: Reading) -> list[Finding]:
        """A name without capitals, in a message that has hardly any."""
        if not reading.asked(Topic.BUSINESS) or sum(letter.isupper() for letter in reading.text.clean) > _FEW_CAPITALS:
            return []
        hits = [hit for hit in self._sectors.hits(reading.text) if hit.weight > 1]
        trades = [hit.span for hit in hits if is_place_of_business(reading.text.low_of(hit.span))]
        found = after_trade(reading, trades) or called(reading)
        return [name for name in found if not self._tells_more(reading, name, trades)]

    def _tells_more(self, reading: Reading, name: Finding, trades: list[Span]) -> bool:
        """Whether the words taken for a name are a place, a person's first name or another trade."""
        inside = [trade for trade in trades if name.span.holds(trade)]
        rest = [w for w in reading.text.words if name.span.holds(w) and not any(trade.touches(w) for trade in inside)]
        words = [reading.text.low_of(word) for word in rest]
        return any(self._places.is_place(word) or self._sectors.hits_word(word) for word in words)

    def _alone(self, reading: Reading) -> list[Finding]:
        """ "pruiken, Hasselt, Haarwerk Lies": two proper names or more that are a clause by themselves."""
        if not reading.asked(Topic.BUSINESS) or reading.text.clean.isupper() or len(reading.text.clauses) == 1:
            return []
        for clause in reading.text.clauses[0 if _opens_with_firm(reading) else 1 :]:
            told = reading.text.of(clause)
            match = _PROPER_CLAUSE.fullmatch(told)
            first = fold(re.sub(r"^(?i:de|het|the|'t|la|le|den)\s+", "", told).split()[0])
            if not match or first in self.firsts or first in _NOT_NAMES or self._is_common(told):
                continue
            return [Finding(ProfileField.BUSINESS_NAME, told, clause, uses=(clause,))]
        return []

    def _is_common(self, told: str) -> bool:
        """Whether these capitals are a place, a trade or a person rather than a name of a business."""
        words = told.split()
        if self._places.is_place(told) or any(self._places.is_place(word) for word in words):
            return True
        low = [fold(word) for word in words]
        if any(self._channels.is_channel(word) for word in low):
            return True
        return any(self._sectors.hits_word(word) or word in self.firsts for word in low)

    def _welcome(self, reading: Reading) -> list[Finding]:
        match = _WELCOME.search(reading.text.clean)
        if not match or not reading.asked(Topic.BUSINESS) or self._is_person(match["name"]):
            return []
        span = Span(match.start("name"), match.end("name"))
        return [Finding(ProfileField.BUSINESS_NAME, match["name"], span, uses=(span,))]

    def _is_person(self, told: str) -> bool:
        return fold(told.split()[0]) in self.firsts or self._places.is_place(told)

    def _quoted(self, reading: Reading) -> list[Finding]:
        match = _QUOTED.search(reading.text.clean)
        if not match or not (reading.asked(Topic.BUSINESS) or reading.context.asking is None):
            return []
        group = 1 if match.group(1) else 2
        clause = reading.text.low_of(reading.text.clause_at(match.start()))
        if not self._sectors.hits(reading.text) and not re.search(r"\b(?:zaak|winkel|bedrijf|shop|business)\b", clause):
            return []
        return [Finding(ProfileField.BUSINESS_NAME, match.group(group), Span(match.start(group), match.end(group)))]

    def _after_trade(self, reading: Reading) -> list[Finding]:
        """ "Bakkerij Molenzicht": the word for the trade with a proper name behind it."""
        if (
            reading.asked(Topic.PERSONA, Topic.PERSONA_PAIN, Topic.PERSONA_NEED, Topic.USP, Topic.CHANNELS)
            or reading.text.clean.isupper()
        ):
            return []
        for hit in self._sectors.hits(reading.text):
            match = _PROPER.match(reading.text.clean, hit.span.end)
            before = reading.text.low[: hit.span.start].rstrip()
            if (
                not match
                or self._places.is_place(match.group("rest"))
                or before.endswith(("naast", "bij", "voor", "zoals", "tegenover"))
            ):
                continue
            if hit.weight > 1 and is_place_of_business(reading.text.low_of(hit.span)):
                span = Span(hit.span.start, match.end())
                name = reading.text.of(span)
                return [Finding(ProfileField.BUSINESS_NAME, _titled(name), span, uses=(span,))]
        return []


def _opens_with_firm(reading: Reading) -> bool:
    """ "Simply Clean, we do offices", "Chantal's Plus, lingerie, Roeselare": the name of a business, and then more."""
    clauses = reading.text.clauses
    if not clauses:
        return False
    named = _NO_PERSON.search(reading.text.of(clauses[0])) is not None
    return (named and len(clauses) > _NAME_AND_PLACE) or bool(_THEN_WE.match(reading.text.low, clauses[0].end))


def _titled(name: str) -> str:
    return f"IJ{name[2:]}" if name[:2].lower() == "ij" else name[0].upper() + name[1:]


def _capital(name: str) -> str:
    return name if name != name.lower() and not name.isupper() else name[:1].upper() + name[1:].lower()
