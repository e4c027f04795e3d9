"""Names of businesses by the words around them, and names told before that are put right."""

import re

from rapidfuzz.fuzz import ratio

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.normalise import Span, fold
from journey.profile import ProfileField
from journey.topics import Topic

#: Likeness (0-100) from which on a name is another spelling of the one told before.
_ALIKE = 60
_CALLED = re.compile(
    r"(?:^|[,.;:(\n]\s*|\b(?:[Ee]n|[Hh]et|[Dd]at|[Dd]ie|[Zz]e|[Aa]nd|[Ii]t is|[Ww]e zijn|[Ww]ij zijn)\s+)"
    r"(?:[Hh]eet|[Nn]oemt|[Nn]aam ?(?:is|:)|[Cc]alled|[Nn]amed)\s+[\"']?"
    r"(?P<name>[A-ZÀ-Ý][\w'&-]*(?:\s+(?:(?:de|het|van|en|and|of|the|&|la|le|'t)\s+)?[A-ZÀ-Ý][\w'&-]*){0,4})"
)
_FIRM = re.compile(
    r"(?P<name>[A-ZÀ-Ý][\w'&-]*(?:\s+(?:(?:de|het|van|en|and|of|the|&|la|le|'t)\s+)?[A-ZÀ-Ý][\w'&-]*){0,3})"
    r"\s+(?:(?i:bvba|bv|nv|vof|ltd|limited|srl|gcv|commv|cvba|inc|llc|gmbh)\b|heet (?:het|dat|da|ze|die|'t|t)\b)"
)


def firm(reading: Reading) -> list[Finding]:
    """ "Alubouw Peeters bvba", "Pieterpad heet da"."""
    match = _FIRM.search(reading.text.clean)
    if not match or not reading.asked(Topic.BUSINESS):
        return []
    span = Span(match.start("name"), match.end("name"))
    return [Finding(ProfileField.BUSINESS_NAME, reading.text.of(span), span, uses=(Span(match.start(), match.end()),))]


_RENAMED = re.compile(
    r"\b(?:spelled|spelt|written|gespeld|geschreven|schrijf je(?: als)?)\s+(?P<spelled>[A-ZÀ-Ý][\w'&-]*(?: "
    r"[A-ZÀ-Ý&][\w'&-]*)*)|"
    r"\b(?:naam|name)\b.{0,30}?(?:het|dat|it|should|moet|'t)(?: is| moet| be| zijn|"
    r"'s)*\s+(?P<name>[A-ZÀ-Ý0-9][^,.;!?\n]{1,40})$"
)


def renamed(reading: Reading) -> list[Finding]:
    """ "de naam is verkeerd, het is Bloem & Blad": a name told before and put right."""
    corrects = reading.correcting or reading.asked(Topic.CONFIRM)
    if not corrects or not reading.knows(ProfileField.BUSINESS_NAME):
        return []
    match = _RENAMED.search(reading.text.clean)
    if match is None or re.search(r"\b(?:mijn|my) (?:naam|name)\b", reading.text.low):
        return []
    group = "spelled" if match["spelled"] else "name"
    span = Span(match.start(group), match.end(group))
    return [Finding(ProfileField.BUSINESS_NAME, reading.text.of(span), span, uses=(span,))]


def longer(reading: Reading) -> list[Finding]:
    """ "er moet nog De voor: De Smidse", "Den Draad ni De Draad": a name with more to it than the known, or like it."""
    known = reading.context.profile.text(ProfileField.BUSINESS_NAME)
    if not known or not (reading.correcting or reading.asked(Topic.CONFIRM)):
        return []
    match = re.search(
        rf"(?:[A-ZÀ-Ý&][\w'&-]* )*{re.escape(known)}(?: (?:& |en |and )?[A-ZÀ-Ý][\w'&-]*)*", reading.text.clean
    )
    runs = [match] if match else list(_CAPITALS.finditer(reading.text.clean))
    alike = [
        m for m in runs if fold(m.group()) != fold(known) and (match or ratio(fold(m.group()), fold(known)) >= _ALIKE)
    ]
    if not alike:
        return []
    span = Span(alike[0].start(), alike[0].end())
    return [Finding(ProfileField.BUSINESS_NAME, alike[0].group(), span, uses=(span,))]


#: A run of words that may be a name: "Hoekje 12", "Den Draad".
_CAPITALS = re.compile(r"[A-ZÀ-Ý][\w'&-]*(?:\s+(?:(?:de|het|van|en|and|of|the|&|la|le|'t)\s+)?[A-ZÀ-Ý\d][\w'&-]*)*")


def named_so(reading: Reading) -> list[Finding]:
    """ "atelier in Hasselt. heet Haarwerk Lies": a name after "heet" that is not the owner's own."""
    match = _CALLED.search(reading.text.clean)
    if not match or not reading.asked(Topic.BUSINESS):
        return []
    span = Span(match.start("name"), match.end("name"))
    return [Finding(ProfileField.BUSINESS_NAME, reading.text.of(span), span, uses=(Span(match.start(), span.end),))]


_NAME = r"[A-ZÀ-Ý0-9][\w'&-]*(?:\s+(?:(?:de|het|van|en|and|of|the|&|la|le|'t)\s+)?[A-ZÀ-Ý\d][\w'&-]*){0,4}"
#: "our name is", "the shop's name is", "de naam ontbreekt:", "'t heet": said at any time.
_GIVEN = re.compile(
    r"(?:\b(?i:onze|our|de|the|\w*(?:winkel|zaak|salon|studio|bedrijf|cafe|café|shop|store|business|company|place|"
    r"bakery|praktijk|atelier|school)(?:'s| zijn| haar)) (?i:naam|name)(?i:\s+van (?:de|het|mijn|onze) \w+)?"
    r"(?:\s+(?i:is|nog|ontbreekt|mist|missing|(?:staat|stond) er (?:nog )?niet (?:in|bij)|was forgotten))*"
    r"[\s:,;.-]+(?i:(?:it's|it is|het is|'t is|dat is|die is)\s+)?|(?<!\w)(?i:'t|het|dat|it) (?i:heet|noemt)\s+)"
    rf"[\"']?(?P<name>{_NAME})(?i:,? da?t? (?:had|heb) ik (?:al|toch) gezegd|,? (?:as|like) i (?:already )?said)?"
)


def given(reading: Reading) -> list[Finding]:
    """ "our name is The Meeple's Rest": a name given as such, whatever was asked."""
    match = None if reading.asked(Topic.OWNER_NAME) else _GIVEN.search(reading.text.clean)
    if match is None or reading.text.clean.isupper():
        return []
    span = Span(match.start("name"), match.end("name"))
    return [Finding(ProfileField.BUSINESS_NAME, reading.text.of(span), span, uses=(Span(match.start(), match.end()),))]


_HOUSE = re.compile(
    r"(?P<house>[A-ZÀ-Ý][\w-]+)\s+(?:De|Het|Den|'t|The|La|Le|de|het|den)\s+[A-ZÀ-Ý][\w'&-]*(?:\s+[A-ZÀ-Ý][\w'&-]*){0,3}"
)


def is_house_name(told: str) -> bool:
    """Whether words are a house of some trade and what it is called: "Slijperij De Scherpe Tand"."""
    match = _HOUSE.fullmatch(told)
    return match is not None and is_place_of_business(fold(match["house"]))


def house(reading: Reading) -> list[Finding]:
    """A clause that is the name of a house of some trade, where the place is asked or all is read over."""
    if not (reading.correcting or reading.asked(Topic.BUSINESS, Topic.LOCATION, Topic.CONFIRM)):
        return []
    named = [clause for clause in reading.text.clauses if is_house_name(reading.text.of(clause))]
    return [Finding(ProfileField.BUSINESS_NAME, reading.text.of(c), c, uses=(c,)) for c in named[:1]]


_PLACES_OF_BUSINESS = re.compile(
    r"(?:ij|zaal|opvang|huis|verblijf|pension|handel|club|kliniek|academie|hof|domein|winkel|salon|"
    r"studio|zaak|kantoor|praktijk|bedrijf|garage|hotel|restaurant|cafe|bistro|brasserie|camping|shop|"
    r"bakery|brewery|store|"
    r"atelier|hoeve|boerderij|school|bar|centrum|museum|theater|immo|apotheek|firma|frituur|traiteur|"
    r"gym|farm|florist|b&b|pizzeria|bureau)$"
)


def is_place_of_business(word: str) -> bool:
    """Whether a word for a trade is one for a house of that trade, which may have a name: "bakkerij"."""
    return _PLACES_OF_BUSINESS.search(word) is not None
