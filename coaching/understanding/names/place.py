"""Where the business is."""

import re
from collections.abc import Iterable
from dataclasses import replace

from coaching.understanding.countries import towns_listed
from coaching.understanding.findings import Finding, Reading
from coaching.understanding.names.firm_names import is_place_of_business
from coaching.understanding.names.own_place import may_stand, not_of_business
from coaching.understanding.names.unlisted_place import bare_answer, capitalised
from coaching.understanding.names.villages import villages
from coaching.understanding.text.normalise import Span, Text, fold
from coaching.understanding.wordlists import load
from journey.profile import ProfileField
from journey.topics import Topic

_WORDS = load("places")
#: Towns that are ordinary words too: "we werken in hout", "the best in bath".
_ORDINARY = frozenset(_WORDS["ordinary"].split())
_CUE = re.compile(
    r"\b(?:in|te|bij|nabij|covers?|covering|serving|vlakbij|rond|rondom|near|around|round|regio|omgeving|centrum|zit|gevestigd|based|"
    r"van|uit|naar|to|outside|buiten|(?:nee|neen|sorry|bedoel|mean|wacht|wait|het is|'t is|it's|it "
    r"is),?)\s+(?:(?:de|het|the)\s+)?$"
)
#: Behind a place the clause ends, or goes on with something else.
_ENDS = re.compile(r"\s*(?:[,.;:!?\n]|$)|\s+(?:en|and|met|with|sinds|since|al|for|voor|ik|we|wij|i|my|mijn|onze|our)\b")
_IN = re.compile(
    r"\b(?:in|te|near|nabij|vlakbij|rond|around|round|outside)\s+(?:(?:hartje|centrum|downtown|central)\s+)?$"
)
_ON = re.compile(r"\b(?:op|on)\s+(?:the\s+)?$")
#: "Amsterdam Noord", "Leeds city centre" is Leeds.
_SIDE = re.compile(r"[ -](?:Noord|Zuid|Oost|West|Centrum|North|South|East)\b")
_REGION = re.compile(r"\b(?:regio|region)\s+$", re.IGNORECASE)


#: "in Kortrijk. euh nee Roeselare": the later one stands.
_PUT_RIGHT = re.compile(r"\b(?:nee|neen|no|sorry|wacht|wait|bedoel|mean|verhuisd|moved)\b")
#: "moved here from Leeds", "verhuisd van Brugge": where the business no longer is.
_LEFT = re.compile(
    r"\b(?:moved|moving|came|originally|verhuis\w*|kwam\w*|oorspronkelijk|afkomstig)\b"
    r"[^,.;]{0,20}\b(?:from|uit|van)\s+$"
)


_LISTED = re.compile(r"\s*,\s*(?:(?:en|and|&)\s+)?|\s+(?:en|and|&)\s+")


class Places:
    """Finds where a business is; built once from the lists of towns."""

    def __init__(self) -> None:
        names, towns = (place_names(rows) for rows in (_WORDS["known"], towns_listed()))
        self._sure = names
        self._islands, behind_in = place_names(_WORDS["islands"]), place_names(_WORDS["behind_in"])
        self._behind_in = behind_in.keys() - towns.keys() - names.keys()
        self._known = behind_in | self._islands | towns | names
        self._longest = max(name.count(" ") for name in self._known) + 1

    def is_place(self, words: str) -> bool:
        """Whether `words` are a known town or region."""
        return place_key(fold(words)) in self._sure

    def in_a_row(self, text: Text, span: Span) -> bool:
        """Whether `span` is among others in a list of towns: "Zeist, De Bilt en Nieuwegein"."""
        return any(row.holds(span) and row != span for row in self._rows(text))

    def _rows(self, text: Text) -> list[Span]:
        """Every list of towns and of villages around one; a town by itself is one too."""
        rows: list[Span] = []
        for town, _ in self._named(text):
            if rows and _LISTED.fullmatch(text.low, rows[-1].end, town.start):
                rows[-1] = Span(rows[-1].start, town.end)
            else:
                rows.append(town)
        return [*rows, *villages(text)]

    def find(self, reading: Reading) -> list[Finding]:
        """The place of the business: one."""
        found = _not_of_name(reading, self._listed(reading) or capitalised(reading) or bare_answer(reading))
        found = [place for place in _not_left(reading, found) if may_stand(reading, place)]
        if not reading.asked(Topic.LOCATION, Topic.BUSINESS):
            found = [
                f for f in found if not _same_town(str(f.value), reading.context.profile.text(ProfileField.LOCATION))
            ]
        if len(found) > 1 and _PUT_RIGHT.search(reading.text.low, found[0].span.end, found[-1].span.start):
            return found[-1:]
        if len(found) > 1:
            found = _between(reading, found) or _town_of(reading, found) or _of_shop(reading, found)
        found = found[-1:] if reading.correcting else found[:1]
        return [replace(f, uses=tuple(self._rows(reading.text))) for f in found]

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
        if not_of_business(reading, Span(clause.start, span.start), span.end):
            return False
        told = text.of(span)
        cued = _CUE.search(text.low, clause.start, span.start) is not None
        ends = _ENDS.match(text.low, span.end) is not None
        asked = reading.asked(Topic.BUSINESS, Topic.LOCATION, Topic.CONFIRM) or reading.correcting
        key = place_key(fold(told))
        if key in self._behind_in or (fold(told) in _ORDINARY and not told[:1].isupper()):
            return asked and ends and _IN.search(text.low, clause.start, span.start) is not None
        if key in self._islands:
            cued = cued or _ON.search(text.low, clause.start, span.start) is not None
        if key not in self._sure:
            alone = _whole(text, clause, span) or _behind_trade(reading, clause, span)
            return (cued or alone) and (asked or told[:1].isupper())
        return asked or cued


def place_names(rows: Iterable[str]) -> dict[str, str]:
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


def _behind_trade(reading: Reading, clause: Span, span: Span) -> bool:
    """Whether a short opening may be no more than the trade with the town behind it: "tuinaannemer rumbeke"."""
    words = len(reading.text.low[clause.start : span.start].split())
    short = len(reading.text.words) <= _BARE and 0 < words < _BARE
    return reading.asked(Topic.BUSINESS) and short and span.end == clause.end


#: Words of an opening that may be no more than a trade and a town.
_BARE = 4
#: "bakkerij Van Damme", "Café Brussel": a surname or a trade right before it.
_SURNAME = re.compile(r"(?<=[\w,.] )(?:V[ae]n|Vanden|Vande|Ver)(?: (?:[Dd]e|[Dd]en|[Dd]er))? $")
_OPENS_NAME = re.compile(r"^\W*V[ae]n(?: (?:[Dd]e|[Dd]en|[Dd]er))? $")
_OF_A_NAME = re.compile(r" (?!In\b|Te\b|At\b)[A-ZÀ-Ý][a-zà-ÿ]+")
_OF_HOUSE = re.compile(r"(?:^|[^\w'-])(?P<house>[a-z][\w&'-]+) (?:van )?$")


def _not_of_name(reading: Reading, found: list[Finding]) -> list[Finding]:
    """The places without those in the name of a person or, where another is told with its "in", of a house."""
    clean, low = reading.text.clean, reading.text.low
    kept = [f for f in found if not _SURNAME.search(clean, 0, f.span.start)]
    kept = [f for f in kept if not (_OPENS_NAME.match(clean[: f.span.start]) and _OF_A_NAME.match(clean, f.span.end))]
    within = [f for f in kept if _IN.search(low, 0, f.span.start)]
    others = [f for f in kept if f not in within]
    houses = [f for f in others if (m := _OF_HOUSE.search(low, 0, f.span.start)) and is_place_of_business(m["house"])]
    houses += [f for f in others if _OF_A_NAME.match(clean, f.span.end)]
    return [f for f in kept if f not in houses] if within else kept


_AROUND = re.compile(
    r"\s+(?:(?:en|and|&|\+)\s+)?(?:wijde |de |the |an hour |half an hour )*(?:omgeving|omstreken|"
    r"streek|regio|around|surroundings|area|omliggende|randgemeenten|daar ?omheen|er ?omheen|daar ?rond|er ?rond)\b"
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


def _town_of(reading: Reading, found: list[Finding]) -> list[Finding]:
    """ "in de Westhoek, in Kemmel": the town, where a region was told before it; "Utrecht en daaromheen, dus Zeist"
    is about the town that the region is named after."""
    towns = [f for f in found if not _is_region(reading, f)]
    return towns if len(towns) < len(found) else []


def _is_region(reading: Reading, place: Finding) -> bool:
    region = fold(str(place.value)).removeprefix("regio ") in _REGIONS
    return region and not _AROUND.match(reading.text.low, place.span.end)


#: Words before a place among which the one for a house of business may stand.
_NEAR = 4
_SHOP = re.compile(
    r"\b(?:winkel|zaak|salon|praktijk|atelier|shop|business|studio|kantoor|store|"
    r"bedrijf)\b[^,.;]{0,30}$"
)


def _of_business(reading: Reading, place: Finding) -> bool:
    """ "uit Damme, maar de bakkerij is in Lokeren"."""
    clause = reading.text.clause_at(place.span.start)
    words = [word for word in reading.text.words if clause.start <= word.start and word.end <= place.span.start]
    return any(is_place_of_business(reading.text.low_of(word)) for word in words[-_NEAR:])


_HOME = re.compile(r"\b(?:woon|wonen|live|kom uit|vroeger|niet)\b[^,.;]{0,20}$")


def _of_shop(reading: Reading, found: list[Finding]) -> list[Finding]:
    """Of several places the one that is told of the shop, else the first that is not the owner's home."""
    before = {f: reading.text.low[: f.span.start] for f in found}
    ours = [f for f in found if _of_business(reading, f)] or [f for f in found if _SHOP.search(before[f])]
    return ours or [f for f in found if not _HOME.search(before[f])] or found


def _not_left(reading: Reading, found: list[Finding]) -> list[Finding]:
    """The places without those that the owner came from, where the message names another."""
    low = reading.text.low
    left = [f for f in found if _LEFT.search(low, reading.text.clause_at(f.span.start).start, f.span.start)]
    return [f for f in found if f not in left] if len(left) < len(found) else found
