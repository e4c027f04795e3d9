"""Where the business is."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.firm_names import is_house_name
from coaching.understanding.normalise import Span, Text, fold
from coaching.understanding.people import CUSTOMERS
from coaching.understanding.wordlists import load
from journey.profile import ProfileField
from journey.topics import Topic

_PREPOSITION = (
    r"in(?: het)?(?: centrum van| hartje| de buurt van| de omgeving van| de regio| regio| omgeving)?|"
    r"te|nabij|vlakbij|vlak bij|rond(?:om)?|"
    r"bij|near|around|round|outside|most of|all of|all over|across|throughout|heel|gans|doorheen|"
    r"based in|regio|region|omgeving|omstreken van|buiten|net buiten|dichtbij|close to|uit"
)
_CAPITAL = re.compile(
    rf"\b(?P<prep>(?i:{_PREPOSITION}))\s+(?P<place>(?:'s-|Sint[- ]|De |Den |Het |Ter |The |New |San |St\.? )?"
    r"[A-ZÀ-Ý][a-zà-ÿ]+(?:[- ](?:aan|op|den|de|der|ter|Heist|upon|on|under|[A-ZÀ-Ý][a-zà-ÿ]+))*)"
)
_WORDS = load("places")
_NOT_PLACES = frozenset(_WORDS["not_places"].split())
#: Towns that are ordinary words too: "we werken in hout", "the best in bath".
_ORDINARY = frozenset(_WORDS["ordinary"].split())
_CUE = re.compile(
    r"\b(?:in|te|bij|nabij|vlakbij|rond|rondom|near|around|regio|omgeving|centrum|zit|gevestigd|based|"
    r"van|uit|naar|to|outside|buiten|(?:nee|neen|sorry|bedoel|mean|wacht|wait|het is|'t is|it's|it "
    r"is),?)\s+(?:(?:de|het|the)\s+)?$"
)
_ELSEWHERE = re.compile(
    r"\b(?:klanten|mensen|gasten|customers|guests|people|opgegroeid|geboren|vakantie|opgeleid|"
    r"gestudeerd|gewoond|gewerkt|vroeger|born|studied)\b"
)
#: Behind a place the clause ends, or goes on with something else.
_ENDS = re.compile(r"\s*(?:[,.;:!?\n]|$)|\s+(?:en|and|met|with|sinds|since|al|for|voor|ik|we|wij|i|my|mijn|onze|our)\b")
_IN = re.compile(r"\b(?:in|te|near|nabij|vlakbij|rond|around|outside)\s+(?:(?:hartje|centrum|downtown|central)\s+)?$")
#: "Amsterdam Noord", "Leeds city centre" is Leeds.
_SIDE = re.compile(r"[ -](?:Noord|Zuid|Oost|West|Centrum|North|South|East)\b")
_REGION = re.compile(r"\b(?:regio|omgeving|region)\s+$", re.IGNORECASE)


#: "in Kortrijk. euh nee Roeselare": the later one stands.
_PUT_RIGHT = re.compile(r"\b(?:nee|neen|no|sorry|wacht|wait|bedoel|mean|verhuisd|moved)\b")
#: "moved here from Leeds", "verhuisd van Brugge": where the business no longer is.
_LEFT = re.compile(
    r"\b(?:moved|moving|came|originally|verhuis\w*|kwam\w*|oorspronkelijk|afkomstig)\b"
    r"[^,.;]{0,20}\b(?:from|uit|van)\s+$"
)
#: What tells of another town than the known one that the business is there.
_IS_THERE = re.compile(
    r"(?:\b(?:verhuis\w*|moved)\b[^,.;]{0,25}\b(?:naar|to|in)|"
    r"(?:\b(?:ik|wij|we|i|'?k)\s+(?:\w+\s+)?(?:zit|zitten|ben|zijn|am|are|werk|werken|work)|"
    r"\b(?:zit|zitten|ben|zijn|werk|werken)\s+(?:ik|wij|we)|\b(?:i'm|we're)|"
    r"\b(?:(?:de|het|the)\s+|(?:onze|ons|mijn|our|my)\s+\w*)?(?:winkel|zaak|salon|praktijk|atelier|bedrijf|studio|kantoor|"
    r"shop|store|business|cafe|place|plaats|locatie|location|adres|address|town|stad|gemeente)"
    r"(?:'s|\s+(?:is|zit|ligt|staat|bevindt zich))|"
    r"(?:het is|'t is|tis|it's|it is|should be|moet|bedoel\w*|mean|meant|make (?:it|that)))"
    r"(?:\s+(?!bekend|known|ook|also|with|met|voor|for|afkomstig|originally|moved|bij|through|via)\w+){0,2}?"
    r"(?:\s+(?:in|te|naar|to|near|op|at|nabij|regio|omgeving|hartje|de|het|the|van|uit|from))*)\s+$"
)
#: "Zele zitten we", "in Aalst zit ik nu".
_THERE_WE_ARE = re.compile(
    r"\s+(?:(?:zit|zitten|ben|zijn) (?:ik|wij|we|'k)|is (?:het|it)|is where (?:i|we)|"
    r"(?:(?:da|dat|die|that) )?we(?:'re| zitten))\b"
)
#: What tells that a town is where somebody or something else is, or where the business goes.
_OF_OTHERS = re.compile(
    r"\b(?:via|through|thru|klant\w*|customers?|clients?|guests?|gasten|(?:people|mensen)\b.{0,20}\b(?:from|uit|van)|"
    r"brother|sister|broer|zus|mother|father|moeder|vader|vriend\w*|friends?|supplier|leverancier\w*|deliver\w*|lever\w*|"
    r"sends?|stuurt|sturen|tweede|second (?:shop|store|place))\b"
)
#: What else than the business may be in a town, in an answer to another question: "the hotel in Leeds", "uit Lier".
_PASSING = re.compile(
    r"(?:\b(?:from|uit|vanuit|between|tussen|towards|richting|van)|\b(?:the|de|het|een|a|an|zijn|haar|his|her|their|hun)\s+"
    r"(?:\w+\s+){1,2}(?:in|te|at|near|van|of|outside))\s+$"
)
#: Words up to which a message with a town in a clause of its own says no more than that it is there.
_FEW = 6


class Places:
    """Finds where a business is; built once from the lists of towns."""

    def __init__(self) -> None:
        names, towns = (place_names(rows) for rows in (_WORDS["known"], load("towns")))
        self._sure = names
        self._known = towns | names
        self._longest = max(name.count(" ") for name in self._known) + 1

    def is_place(self, words: str) -> bool:
        """Whether `words` are a known town or region."""
        return place_key(fold(words)) in self._sure

    def find(self, reading: Reading) -> list[Finding]:
        """The place of the business: one."""
        found = self._listed(reading) or _capitalised(reading) or _answer(reading)
        found = [place for place in _not_left(reading, found) if _may_stand(reading, place)]
        if not reading.asked(Topic.LOCATION, Topic.BUSINESS):
            found = [
                f for f in found if not _same_town(str(f.value), reading.context.profile.text(ProfileField.LOCATION))
            ]
        if len(found) > 1 and _PUT_RIGHT.search(reading.text.low, found[0].span.end, found[-1].span.start):
            return found[-1:]
        if len(found) > 1:
            found = _between(reading, found) or _town_of(found) or _of_shop(reading, found)
        return found[-1:] if reading.correcting else found[:1]

    def _listed(self, reading: Reading) -> list[Finding]:
        found = []
        for span, name in self._named(reading.text):
            if self._meant(reading, span):
                region = _REGION.search(reading.text.low, 0, span.start)
                prefix = "" if region is None else region.group().strip() + " "
                side = _SIDE.match(reading.text.clean, span.end)
                whole = Span(span.start if region is None else region.start(), side.end() if side else span.end)
                found.append(Finding(ProfileField.LOCATION, prefix + name + (side.group() if side else ""), whole))
        return found

    def _named(self, text: Text) -> list[tuple[Span, str]]:
        """Every name of a place, the longest where they overlap."""
        found: list[tuple[Span, str]] = []
        at = 0
        while at < len(text.words):
            hit = next((hit for length in range(self._longest, 0, -1) if (hit := self._at(text, at, length))), None)
            if hit:
                found.append(hit[:2])
            at += hit[2] if hit else 1
        return found

    def _at(self, text: Text, at: int, length: int) -> tuple[Span, str, int] | None:
        if at + length > len(text.words):
            return None
        span = Span(text.words[at].start, text.words[at + length - 1].end)
        name = self._known.get(text.low_of(span))
        return (span, name, length) if name else None

    def _meant(self, reading: Reading, span: Span) -> bool:
        text = reading.text
        clause = text.clause_at(span.start)
        if _not_of_business(reading, Span(clause.start, span.start)):
            return False
        told = text.of(span)
        cued = _CUE.search(text.low, clause.start, span.start) is not None
        ends = _ENDS.match(text.low, span.end) is not None
        asked = reading.asked(Topic.BUSINESS, Topic.LOCATION, Topic.CONFIRM) or reading.correcting
        if fold(told) in _ORDINARY and not told[:1].isupper():
            return asked and ends and _IN.search(text.low, clause.start, span.start) is not None
        if place_key(fold(told)) not in self._sure:
            return (cued or _whole(text, clause, span)) and (asked or told[:1].isupper())
        return asked or cued


def place_names(rows: list[str]) -> dict[str, str]:
    """The places that `rows` of a list name, several in a row by commas, each by its key."""
    names = (name.strip() for row in rows for name in row.split(","))
    return {place_key(name.lower() if name.isascii() else fold(name)): name for name in names}


def place_key(folded: str) -> str:
    """What a place is looked up by: its folded name, "s-hertogenbosch" for "'s-Hertogenbosch"."""
    return folded.removeprefix("'")


def _whole(text: Text, clause: Span, span: Span) -> bool:
    """Whether a place, with what lies around it, is all that its clause says."""
    if span.start > clause.start:
        return False
    return clause.end <= span.end or _AROUND.match(text.low, span.end, clause.end) is not None


_AROUND = re.compile(
    r"\s+(?:(?:en|and|&|\+)\s+)?(?:wijde |de |the |an hour |half an hour )*(?:omgeving|omstreken|"
    r"streek|regio|around|surroundings|area|omliggende|randgemeenten)\b"
)


def _between(reading: Reading, found: list[Finding]) -> list[Finding]:
    """ "tussen Gent en Brugge" is one place."""
    first, second = found[0], found[1]
    low = reading.text.low
    joined = re.fullmatch(r"\s+(?:en|and)\s+", low[first.span.end : second.span.start])
    lead = re.search(r"\b(?:tussen|between)\s+$", low[: first.span.start])
    if not (joined and lead):
        return []
    span = Span(lead.start(), second.span.end)
    words = f"{reading.text.of(span).split()[0]} {first.value} {joined.group().strip()} {second.value}"
    return [Finding(ProfileField.LOCATION, words, span)]


_ALIASES = {fold(name): fold(town) for town, names in _WORDS["aliases"].items() for name in names}


def _same_town(told: str, known: str) -> bool:
    """Whether two names are of one town, perhaps in two languages."""
    first, second = (_ALIASES.get(name, name) for name in (fold(told), fold(known)))
    return first == second


_REGIONS = frozenset(key for row in _WORDS["regions"] for key in (fold(name.strip()) for name in row.split(",")))


def _town_of(found: list[Finding]) -> list[Finding]:
    """ "in de Westhoek, in Kemmel": the town, where a region was told before it."""
    towns = [f for f in found if fold(str(f.value)).removeprefix("regio ") not in _REGIONS]
    return towns if len(towns) < len(found) else []


_SHOP = re.compile(
    r"\b(?:winkel|zaak|salon|praktijk|atelier|shop|business|studio|kantoor|store|"
    r"bedrijf)\b[^,.;]{0,30}$"
)
_HOME = re.compile(r"\b(?:woon|wonen|live|kom uit|vroeger|niet)\b[^,.;]{0,20}$")


def _of_shop(reading: Reading, found: list[Finding]) -> list[Finding]:
    """Of several places the one that is told of the shop, else the first that is not the owner's home."""
    before = {f: reading.text.low[: f.span.start] for f in found}
    return [f for f in found if _SHOP.search(before[f])] or [f for f in found if not _HOME.search(before[f])] or found


def _not_left(reading: Reading, found: list[Finding]) -> list[Finding]:
    """The places without those that the owner came from, where the message names another."""
    low = reading.text.low
    left = [f for f in found if _LEFT.search(low, reading.text.clause_at(f.span.start).start, f.span.start)]
    return [f for f in found if f not in left] if len(left) < len(found) else found


def _may_stand(reading: Reading, place: Finding) -> bool:
    """Whether a place may be taken for that of the business: once that is told, another is where others are, unless
    it was asked for or the owner says that the business is there."""
    known = fold(reading.context.profile.text(ProfileField.LOCATION))
    if not known or reading.asked(Topic.LOCATION, Topic.BUSINESS):
        return True
    clause = reading.text.clause_at(place.span.start)
    before = reading.text.low[clause.start : place.span.start]
    read_over = reading.correcting or reading.asked(Topic.CONFIRM)
    if not _OF_OTHERS.search(reading.text.low_of(clause)) and (read_over or not _PASSING.search(before)):
        return True
    alone = len(reading.text.words) <= _FEW and reading.text.low_of(clause) == reading.text.low_of(place.span)
    puts_right = reading.correcting and known in fold(reading.text.original)
    return (
        alone or puts_right or bool(_IS_THERE.search(before) or _THERE_WE_ARE.match(reading.text.low, place.span.end))
    )


_AREA = re.compile(r"\b(?:in en rond|in and around|regio|in de regio|omgeving|in de buurt van)\s*$")


#: Questions in whose answers a place is hardly ever where the business is.
_ABOUT_CUSTOMERS = (
    *(Topic.PERSONA, Topic.USP, Topic.PERSONA_PAIN, Topic.PERSONA_NEED),
    *(Topic.AFTERCARE, Topic.TRADE),
)


def _not_of_business(reading: Reading, clause: Span) -> bool:
    if reading.asked(Topic.LOCATION):
        return False
    low = reading.text.low_of(clause)
    if reading.asked(Topic.BUSINESS) and _AREA.search(low):
        return False
    if reading.asked(*_ABOUT_CUSTOMERS):
        return not (reading.correcting or re.search(r"\b(?:ik|wij|we|i) (?:zit|zitten|ben|zijn|woon|am|are)\b", low))
    return bool(_ELSEWHERE.search(low) or CUSTOMERS.search(low)) and not reading.correcting


def _capitalised(reading: Reading) -> list[Finding]:
    found = []
    for match in _CAPITAL.finditer(reading.text.clean):
        place = match.group("place").strip()
        span = Span(match.start("place"), match.start("place") + len(place))
        weak = match.group("prep").lower() in ("bij", "uit", "around", "buiten", "rond", "outside", "rondom")
        first = fold(place.split()[0])
        before = Span(reading.text.clause_at(span.start).start, span.start)
        if first in _NOT_PLACES or weak or _not_of_business(reading, before):
            continue
        if reading.text.clean.isupper():
            continue
        prefix = "regio " if match.group("prep").lower().endswith("regio") else ""
        found.append(Finding(ProfileField.LOCATION, prefix + place, span))
    return found


_LEAD = re.compile(
    (
        r"^(?:(?:ik|wij|we|i|i'm|it's|het|dat|mijn zaak|onze zaak|my shop)\s+)?(?:(?:zit|zitten|ben|zijn|"
        r"is|woon|werk|am|are|based)\s+)?(?:gevestigd\s+)?(?:in|te|op|from)?\s*"
    ),
    re.IGNORECASE,
)


def _answer(reading: Reading) -> list[Finding]:
    """A bare answer to "where?": a few words, as told."""
    if not reading.asked(Topic.LOCATION) or not reading.text.clauses or "?" in reading.text.low:
        return []
    clause = reading.text.clauses[0]
    if is_house_name(reading.text.of(clause)):
        return []
    lead = _LEAD.match(reading.text.low_of(clause))
    span = Span(clause.start + (lead.end() if lead else 0), clause.end)
    behind = _THAT_IS_WHERE.search(reading.text.low, span.start, span.end)
    span = Span(span.start, behind.start()) if behind else span
    words = reading.text.of(span).split()
    lower_one = len(words) > 4 or not words or any(c.isdigit() for c in reading.text.of(span))
    if lower_one or fold(words[0]) in _NOT_PLACES - {"de", "het", "the"} or _NOT_ANSWER.search(reading.text.low):
        return []
    return [Finding(ProfileField.LOCATION, reading.text.of(span), span)]


#: "it's Galashiels we're in", "tis in Zele da we zitten".
_THAT_IS_WHERE = re.compile(
    r"\s+(?:(?:dat|da|that) )?(?:we|wij|ik|i)(?:'re|'m| are| am| zijn| zitten| zit| ben)?(?: in|"
    r" zitten)?$|\s+(?:not|niet|ni|nie|geen)$"
)
_NOT_ANSWER = re.compile(
    r"^\W*(?:nee|neen|ja|no|yes|geen|idk|skip|pas|stop|hallo|hoi|hey|ok|bedankt|thanks|merci|sorry|"
    r"wacht)\b|\b(?:idee|weet|euro|overslaan|vraag)\b"
)
