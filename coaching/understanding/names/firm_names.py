"""Names of businesses by the words around them, and names told before that are put right."""

import re
from collections.abc import Callable

from rapidfuzz.fuzz import ratio

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.text.normalise import Span, fold, read
from journey.profile import ProfileField
from journey.topics import Topic

#: Likeness (0-100) from which on a name is another spelling of the one told before.
_ALIKE = 60
_CALLED = re.compile(
    r"(?:^|[,.;:(\n]\s*|\b(?:[Ee]n|[Hh]et|[Dd]at|[Dd]ie|[Zz]e|[Aa]nd|[Ii]t is|[Ww]e zijn|[Ww]ij zijn)\s+)"
    r"(?:[Hh]eet|[Nn]oemt|[Nn]aam ?(?:is|:)|[Cc]alled|[Nn]amed)\s+[\"']?"
    r"(?P<name>[A-ZÀ-Ý][\w'&-]*(?:\s+(?:(?:de|het|van|en|and|of|the|&|la|le|'t)\s+)?(?!I'?\b|Ik\b|We\b|Wij\b)[A-ZÀ-Ý][\w'&-]*){0,4})"
)
_FIRM = re.compile(
    r"(?P<name>(?:(?<!\w)(?:'[tsn]|[Dd]e|[Hh]et|[Dd]en)\s+)?[A-ZÀ-Ý][\w'&-]*(?:\s+(?:(?:de|het|van|en|and|of|the|&|la|le|'t)\s+)?(?!I'?\b|Ik\b|We\b|Wij\b)[A-ZÀ-Ý][\w'&-]*){0,3})"
    r"\s+(?:(?i:bvba|bv|nv|vof|ltd|limited|srl|gcv|commv|cvba|inc|llc|gmbh)\b|"
    r"(?:heet|heten|noemt|noemen) (?:het|dat|da|ze|die|ie|hij|zij|we|wij|'t|t)\b|"
    r",? ?(?:it's|we're|it is|we are|is what (?:it's|we're)) called\b)"
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
        rf"(?:(?<!\w)'[tsn] )?(?:[A-ZÀ-Ý&][\w'&-]* )*{re.escape(known)}(?: (?:& |en |and )?[A-ZÀ-Ý][\w'&-]*)*",
        read(reading.text.original).clean,
    )
    runs = [match] if match else list(_CAPITALS.finditer(reading.text.clean))
    part_of_it = set(fold(known).split())
    meant = _NAMES_IT.search(reading.text.low) is not None
    runs = [m for m in runs if meant or not set(fold(m.group()).split()) < part_of_it]
    alike = [
        m for m in runs if fold(m.group()) != fold(known) and (match or ratio(fold(m.group()), fold(known)) >= _ALIKE)
    ]
    if not alike:
        return []
    span = Span(alike[0].start(), alike[0].end())
    return [Finding(ProfileField.BUSINESS_NAME, alike[0].group(), span, uses=(span,))]


#: Who says only a part of the name is talking about the business, unless that is how they want it called.
_NAMES_IT = re.compile(
    r"\b(?:naam|heet|heten|noem\w*|name|named|called|zonder|without|enkel|alleen|only|drop|not|niet|ni|geen|just|gewoon)\b|"
    r"^\W*\w+\W*$"
)


def shortened(reading: Reading) -> list[Finding]:
    """ "take the And Sons off the name": the known name without some words."""
    known = reading.context.profile.text(ProfileField.BUSINESS_NAME)
    match = _TAKEN_OFF.search(reading.text.low) if known else None
    gone = fold(match["gone"]).strip(" '\"") if match else ""
    at = fold(known).find(gone) if gone else -1
    left = " ".join(f"{known[:at]} {known[at + len(gone) :]}".split()) if at >= 0 else ""
    if match is None or not left:
        return []
    span = Span(match.start(), match.end())
    return [Finding(ProfileField.BUSINESS_NAME, left.strip(" ,&"), span, uses=(span,))]


_TAKEN_OFF = re.compile(
    r"\b(?:take|drop|remove|leave|haal|laat|doe) (?:(?:the|that|die|dat|de|het) )?(?P<gone>.{1,25}?) "
    r"(?:(?:off|out of|from|uit|van|weg uit)\b.{0,12}\b(?:name|naam)|(?:weg|eraf|eruit) .{0,8}\bnaam)\b"
)
#: A run of words that may be a name: "Hoekje 12", "Den Draad".
_CAPITALS = re.compile(
    r"[A-ZÀ-Ý][\w'&-]*(?:\s+(?:(?:de|het|van|en|and|of|the|&|la|le|'t)\s+)?(?!I'?\b|Ik\b|We\b|Wij\b)[A-ZÀ-Ý\d][\w'&-]*)*"
)


def named_so(reading: Reading) -> list[Finding]:
    """ "atelier in Hasselt. heet Haarwerk Lies": a name after "heet" that is not the owner's own; "Cut & Go is me"."""
    match = _CALLED.search(reading.text.clean) or _IS_ME.search(reading.text.clean)
    if not match or not reading.asked(Topic.BUSINESS):
        return []
    span = Span(match.start("name"), match.end("name"))
    return [Finding(ProfileField.BUSINESS_NAME, reading.text.of(span), span, uses=(Span(match.start(), span.end),))]


_NAME = (
    r"[A-ZÀ-Ý0-9][\w'&-]*(?:\s+(?:(?:de|het|van|en|and|of|on|the|&|la|le|'t)\s+)?(?!I'?\b|Ik\b|We\b|Wij\b)"
    r"[A-ZÀ-Ý\d][\w'&-]*){0,4}"
)
_IS_ME = re.compile(
    rf"(?:^|(?<=[,.;!] ))(?P<name>{_NAME}),? "
    r"(?:is (?:me|us|mine|ours|van (?:mij|ons))|(?:dat|da) (?:ben ik|zijn wij|zijn we))\b"
)
#: "our name is", "the shop's name is", "de naam ontbreekt:", "'t heet": said at any time.
_GIVEN = re.compile(
    r"(?:\b(?i:onze|our|de|the|die|\w*(?:winkel|zaak|salon|studio|bedrijf|cafe|café|shop|store|business|company|place|"
    r"bakery|praktijk|atelier|school)(?:'s| zijn| haar)) (?i:naam|name)"
    r"(?i:\s+(?:van (?:de|het|mijn|onze)|of (?:the|my|our)) \w+)?"
    r"(?:\s+(?i:is|nog|ontbreekt|mist|missing|(?:staat|stond) er (?:nog )?niet (?:in|bij)|was forgotten))*"
    r"[\s:,;.-]+(?i:(?:it's|it is|het is|'t is|dat is|die is)\s+)?|(?<!\w)(?i:'t|het|dat|it) (?i:heet|noemt)\s+|"
    r"(?:^|(?<=[.,;!] ))(?i:(?:bedrijfs|zaak)?naam|name)(?i:\s+(?:van (?:de|het|mijn|onze)|of (?:the|my|our)) \w+)?"
    r"(?i:\s+is|\s*:)?\s+)"
    rf"[\"']?(?P<name>(?:(?i:'[tsn]|de|den|het|the|la|le)\s+)?{_NAME})"
    r"(?i:,? da?t? (?:had|heb) ik (?:al|toch) gezegd|,? (?:as|like) i (?:already )?said)?"
)


def given(reading: Reading) -> list[Finding]:
    """ "our name is The Meeple's Rest": a name given as such, whatever was asked."""
    match = None if reading.asked(Topic.OWNER_NAME) else _GIVEN.search(reading.text.clean)
    if match is None or reading.text.clean.isupper():
        return []
    span = Span(match.start("name"), match.end("name"))
    told = reading.text.of(span)
    uses = (Span(match.start(), match.end()),)
    return [Finding(ProfileField.BUSINESS_NAME, told[0].upper() + told[1:], span, uses=uses)]


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
    ends = [_IN_TOWN.search(reading.text.clean, clause.start, clause.end) for clause in reading.text.clauses]
    told = [Span(c.start, end.start() if end else c.end) for c, end in zip(reading.text.clauses, ends, strict=True)]
    named = [span for span in told if is_house_name(reading.text.of(span))]
    return [Finding(ProfileField.BUSINESS_NAME, reading.text.of(span), span, uses=(span,)) for span in named[:1]]


_IN_TOWN = re.compile(r"\s+(?:in|te|uit|near)\s+[A-ZÀ-Ý][\w' -]*$")


_PLACES_OF_BUSINESS = re.compile(
    r"(?:[^bhjmwz]ij|zaal|opvang|huis|verblijf|pension|handel|club|kliniek|academie|hof|domein|winkel|salon|"
    r"studio|zaak|kantoor|praktijk|bedrijf|garage|hotel|restaurant|cafe|bistro|brasserie|camping|shop|"
    r"bakery|brewery|store|"
    r"atelier|hoeve|boerderij|school|bar|centrum|museum|theater|immo|apotheek|firma|frituur|traiteur|"
    r"gym|farm|florist|b&b|pizzeria|bureau|taverne|tavern|herberg|tearoom|estaminet|logement|pub)$"
)


def is_place_of_business(word: str) -> bool:
    """Whether a word for a trade is one for a house of that trade, which may have a name: "bakkerij"."""
    return _PLACES_OF_BUSINESS.search(word) is not None


_WORD = r"(?!(?:I|Ik|We|Wij)\b)[A-ZÀ-Ý][\w'-]*"
#: Forms that only names of businesses have.
_FORMS = re.compile(
    rf"(?:{_WORD} ){{1,3}}(?:School|Academy|House|Centre|Center|Institute|Studio|Art|World) of {_WORD}(?: {_WORD})?|"
    rf"(?:{_WORD} ){{1,3}}(?:&|and|en|und) (?:Co|Zo|Zn|Zoon|Zonen|Sons?|Dochters?|Daughters?|Partners|Friends|"
    rf"Vrienden)\b|"
    rf"(?:{_WORD} ){{0,3}}{_WORD} & {_WORD}|[A-ZÀ-Ý][\w-]+'s {_WORD}(?: {_WORD})?"
)


def by_form(reading: Reading) -> list[Finding]:
    """ "Bean & Co", "Sam's Salon", "Mulligan School of Motoring", where the business is asked or put right."""
    asked = reading.asked(Topic.BUSINESS, Topic.OFFER, Topic.CONFIRM) or reading.correcting
    match = _FORMS.search(reading.text.clean) if asked and not reading.text.clean.isupper() else None
    if match is None or (reading.knows(ProfileField.BUSINESS_NAME) and not reading.correcting):
        return []
    span = Span(match.start(), match.end())
    return [Finding(ProfileField.BUSINESS_NAME, match.group(), span, uses=(span,))]


_TRADESMAN = re.compile(rf"(?P<trade>[A-ZÀ-Ý][a-zà-ÿ]+) (?P<who>{_WORD}(?: {_WORD})?)")


def tradesman(reading: Reading, is_trade: Callable[[str], bool], is_place: Callable[[str], bool]) -> list[Finding]:
    """ "..., Bakker Teunis, ...": a trade with a name behind it that are a clause by themselves."""
    if not reading.asked(Topic.BUSINESS) or reading.text.clean.isupper():
        return []
    for clause in reading.text.clauses:
        match = _TRADESMAN.fullmatch(reading.text.of(clause))
        if match and is_trade(fold(match["trade"])) and not is_place(match["who"]):
            return [Finding(ProfileField.BUSINESS_NAME, match.group(), clause, uses=(clause,))]
    return []
