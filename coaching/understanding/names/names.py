"""The name of the business, and with it that of the owner."""

import re

from coaching.understanding.channels.channels import Channels
from coaching.understanding.findings import Finding, Reading
from coaching.understanding.names.beside_trade import beside_trade, so_called
from coaching.understanding.names.by_article import by_article
from coaching.understanding.names.by_itself import ALONE_NO_NAME, by_itself
from coaching.understanding.names.firm_names import (
    by_form,
    firm,
    given,
    house,
    is_place_of_business,
    longer,
    named_so,
    renamed,
    shortened,
    tradesman,
)
from coaching.understanding.names.owner_names import NOT_NAMES, OwnerNames
from coaching.understanding.names.place import Places
from coaching.understanding.names.said_to_be import said_to_be
from coaching.understanding.names.told_for_offer import by_first_name, told_for_offer
from coaching.understanding.names.uncapitalised import after_trade, called, titled
from coaching.understanding.text.normalise import Span, fold
from coaching.understanding.trades.sector import Sectors
from journey.profile import ProfileField
from journey.topics import Topic

_BUSINESS = re.compile(
    r"\b(?i:(?:mijn|m'n|mn|onze|de|my|our|the) (?:zaak|winkel|bedrijf|salon|praktijk|studio|webshop|"
    r"merk|restaurant|shop|business|company|"
    r"store|bakkerij|firma|atelier|zaakje|brand|café|cafe|vzw|school|brouwerij) (?:heet|noemt|is "
    r"called|is named|draagt de naam)|"
    r"(?:wij|we) (?:heten|noem(?:en|n|e)(?! (?:onze|ze|hen|klanten|de|ons|'?t|het|dat|da|da's)\b)|"
    r"zijn (?=[\"'])|are called)|(?:de |"
    r"the )?naam van (?:de|mijn|onze) (?:zaak|winkel|bedrijf|salon) is|"
    r"(?:de |mijn |onze )?(?:bedrijfsnaam|zaaknaam|handelsnaam)(?: is|:)|business name(?: is|:)|"
    r"(?:zaak|winkel|bedrijf|salon|shop|business|webshop) "
    r"(?:genaamd|met de naam|named|called|heet|noemt)|onder de naam|under the name|it's called|"
    r"het heet|called|named|genaamd)\s+(?:(?:nu|intussen|ondertussen|inmiddels|sinds kort|eigenlijk|voortaan|anders|"
    r"now|actually)(?::?\s+|,\s+))?(?P<name>[^,.;!?\n(\x00]{2,50})"
)
_STOP_AT = re.compile(
    r"\s+(?:en|and|in|te|maar|but|sinds|ik|wij|we|waar|where|is|i|met|with|,)\s+(?=[a-z])|\s+(?:in|"
    r"te)\s+(?=[A-Z])|\s+(?:and|en) (?=I\b|Ik\b|We\b|Wij\b)|\s+(?i:lol|lmao|haha\w*|hihi|btw|trouwens|hoor|though|"
    r"zei (?:ik|k)|zeg ik|i said|heb ik (?:al |toch )?gezegd)\b"
)
#: The quotes around a name, but not the apostrophe of "'t Zusje".
_QUOTES = re.compile(r"^(?:\"|'(?![tsn] ))\s*|\s*[\"']$")
_QUOTED = re.compile(r"\"([^\"\n]{2,40})\"|(?<!\w)'([A-Z][^'\n]{1,40})'(?!\w)")
_PROPER = re.compile(
    r"\s+(?P<rest>(?:(?:de|het|den|la|le|'t|van|by|&|en|"
    r"and)\s+)?(?!I'?\b|Ik\b|We\b)[A-ZÀ-Ý][\w'&-]+(?:\s+(?:(?:&|en|and)\s+)?[A-ZÀ-Ý][\w'&-]+){0,3})"
)

#: "Welkom bij Optiek Verlinden!", "Sander hier van Escape Leuven".
_WELCOME = re.compile(
    r"(?:(?i:welkom bij|welcome to|hier is|this is)|\b(?:hier|here),? (?:van|from|of|bij|at))\s+"
    r"(?P<name>[A-ZÀ-Ý][\w'&-]*(?:\s+(?:(?:de|het|van|en|and|of|the|&|la|le|'t)\s+)?[A-ZÀ-Ý][\w'&-]*){1,4})"
)
_PROPER_WORD = r"(?!(?:I|Ik|We|Wij)\b)[A-ZÀ-Ý][\w'&-]*"
#: "wij zijn Klein Spul, een winkeltje": a name of one word only where it is told what that is.
_WE_ARE = re.compile(
    rf"\b(?i:wij zijn|we zijn|we are|we're)\s+(?P<name>{_PROPER_WORD}(?:"
    rf"(?:\s+(?:(?:de|het|van|en|and|of|the|&|la|le|'t)\s+)?{_PROPER_WORD}){{1,4}}(?=\s+(?:in|te|uit|from|near)\s|\s*[,.!(\n]|\s*$)|"
    r"(?=,\s+(?i:een|a|an|'?n|het|de|the)\s)))"
)
#: Capitals in a message up to which its writer is taken not to bother with them.
_FEW_CAPITALS = 1
#: Words in a name that no person has, and the clauses of an opening that tells no more than a name and a place.
_NO_PERSON = re.compile(r"\w's\b|&|(?<!\w)(?:De|Het|Den|The|'t|La|Le) [A-Z]|^\S+ \S+ \S+")
_NAME_AND_PLACE = 2
#: "Simply Clean, we do offices".
_THEN_WE = re.compile(r"[\s,.:]+(?:we|wij)\b")
_PROPER_CLAUSE = re.compile(
    r"(?:(?:De|Het|The|'t|La|Le|Den)\s+)?[A-ZÀ-Ý][a-zà-ÿ'&-]+(?:\s+(?:(?:de|het|van|en|and|of|the|&|la|le|'t)\s+)?"
    r"[A-ZÀ-Ý][\w'&-]+){1,4}|(?:de|het|den|'t|la|le|the)\s+[A-ZÀ-Ý][\w'&-]+(?:\s+[A-ZÀ-Ý][\w'&-]+){0,2}"
)


class Names:
    """Finds names; knows common first names, places and trades so as not to take one for the other."""

    def __init__(self, places: Places, sectors: Sectors, channels: Channels) -> None:
        self._places, self._sectors, self._channels = places, sectors, channels
        self._owner = OwnerNames(places, sectors)

    def find(self, reading: Reading) -> list[Finding]:
        """The names told."""
        owner = self._owner.find(reading)
        business = [name for name in self._business(reading) if not self._places.in_a_row(reading.text, name.span)]
        if business:
            return [*owner, *business]
        told = told_for_offer(reading, self._sectors.hits_word)
        return [*(f for f in owner if all(f.field is not other.field for other in told)), *told]

    def _business(self, reading: Reading) -> list[Finding]:
        if anew := shortened(reading) or renamed(reading) or longer(reading) or self._said_to_be(reading):
            return anew
        match = _BUSINESS.search(reading.text.clean)
        if match:
            name = _QUOTES.sub("", _STOP_AT.split(match.group("name"))[0].strip())
            start = reading.text.clean.index(name, match.start("name")) if name else 0
            named = match.group().lower().split()[0] not in ("called", "named", "genaamd") or name[:1].isupper()
            if name and named and not re.match(r"(?i)(?:nog|geen|een|niet|not|a|lol|haha\w*)\b", name):
                span = Span(start, start + len(name))
                value = titled(name) if name.islower() else name
                return [Finding(ProfileField.BUSINESS_NAME, value, span, uses=(Span(match.start(), span.end),))]
        return (
            self._quoted(reading)
            or self._given(reading)
            or house(reading)
            or self._by_its_form(reading)
            or self._after_trade(reading)
            or named_so(reading)
            or (by_first_name(reading) if reading.asked(Topic.BUSINESS) else [])[:1]
            or firm(reading)
            or self._welcome(reading)
            or self._introduced(reading)
            or by_article(reading, self._sectors.hits(reading.text), self._is_common)
            or beside_trade(reading, self._sectors.hits(reading.text), self._sectors.hits_word, self._places.is_place)
            or self._alone(reading)
            or by_itself(reading, self._places.find(reading), self._is_no_name)
            or so_called(reading)
            or self._uncapitalised(reading)
        )

    def _said_to_be(self, reading: Reading) -> list[Finding]:
        """ "Wolters Schilderwerken is mijn zaak", "de zaak is tuinen vandewalle"; "de zaak is Gent" tells a place."""
        return [name for name in said_to_be(reading) if not self._is_one_person_or_place(str(name.value))]

    def _given(self, reading: Reading) -> list[Finding]:
        """ "our name is The Meeple's Rest"; "the name is Jan" names a person, "het heet Gent" a place."""
        return [name for name in given(reading) if not self._is_one_person_or_place(str(name.value))]

    def _is_one_person_or_place(self, told: str) -> bool:
        return self._places.is_place(told) or (" " not in told and fold(told) in self._owner.firsts)

    def _by_its_form(self, reading: Reading) -> list[Finding]:
        """ "Bean & Co", "Sam's Salon", "Mulligan School of Motoring"; "Bakker Teunis" where a clause tells no more."""
        found = by_form(reading) or tradesman(reading, self._sectors.hits_word, self._places.is_place)
        return [name for name in found if not self._names_people_or_places(str(name.value))]

    def _names_people_or_places(self, told: str) -> bool:
        parts = [part for part in re.split(r"\s*(?:&|\ben\b|\band\b)\s*|\s+", told) if part[:1].isupper()]
        known = [self._places.is_place(part) or fold(part) in self._owner.firsts for part in parts]
        return self._places.is_place(told) or all(known)

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
            person = first.startswith("i'") or first in self._owner.firsts or first in NOT_NAMES
            if not match or person or self._is_common(told):
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
        return any(self._sectors.hits_word(word) or word in self._owner.firsts for word in low)

    def _is_no_name(self, told: str) -> bool:
        """Whether one word that stands alone is common, or one of those that follow "ik ben": "klaar"."""
        return self._is_common(told) or fold(told) in NOT_NAMES

    def _welcome(self, reading: Reading) -> list[Finding]:
        match = _WELCOME.search(reading.text.clean)
        if not match or not reading.asked(Topic.BUSINESS) or self._is_person(match["name"]):
            return []
        span = Span(match.start("name"), match.end("name"))
        return [Finding(ProfileField.BUSINESS_NAME, match["name"], span, uses=(span,))]

    def _introduced(self, reading: Reading) -> list[Finding]:
        """ "wij zijn Klein Spul, een winkeltje in Zwolle"; "wij zijn Els en Koen" tells who they are."""
        match = _WE_ARE.search(reading.text.clean)
        if not match or not reading.asked(Topic.BUSINESS) or reading.text.clean.isupper():
            return []
        if self._names_people_or_places(match["name"]) or fold(match["name"]) in ALONE_NO_NAME:
            return []
        span = Span(match.start("name"), match.end("name"))
        return [Finding(ProfileField.BUSINESS_NAME, match["name"], span, uses=(Span(match.start(), span.end),))]

    def _is_person(self, told: str) -> bool:
        return fold(told.split()[0]) in self._owner.firsts or self._places.is_place(told)

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
                span = Span(_name_start(reading, hit.span), match.end())
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


def _name_start(reading: Reading, trade: Span) -> int:
    """Where a name begins that has the trade inside: "Cwm Derw Camping & Pods"; at the trade, if that is no capital."""
    clause = reading.text.clause_at(trade.start)
    before = _BEFORE_TRADE.search(reading.text.clean, clause.start, trade.start)
    opens = before is not None and before.start() == reading.text.clauses[0].start
    return before.start() if before and not opens and reading.text.clean[trade.start].isupper() else trade.start


_BEFORE_TRADE = re.compile(rf"(?:{_PROPER_WORD}\s+){{1,3}}$")


def _titled(name: str) -> str:
    return f"IJ{name[2:]}" if name[:2].lower() == "ij" else name[0].upper() + name[1:]
