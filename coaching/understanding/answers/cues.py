"""Free-text fields told in passing, with words that leave no doubt about which field is meant."""

import re

from coaching.understanding.customers.buyers import find_buyers
from coaching.understanding.customers.whom import find_whom
from coaching.understanding.findings import Finding, Reading
from coaching.understanding.phrases.people import PEOPLE_WORDS
from coaching.understanding.talk.asked_about import READ_OVER
from coaching.understanding.text.normalise import Span
from journey.profile import ProfileField as F
from journey.topics import Topic

_OURS = (
    r"(?:(?:mijn|m'n|mn|onze|de meeste|my|our|most(?: of (?:my|our))?|de)\s+(?:klanten|klant|clienten|"
    r"doelgroep|publiek|gasten|leden|bezoekers|patienten|stamgasten|"
    r"vaste klanten|regulars|customers?|clients?|guests|audience|members))"
)
_MOSTLY = (
    r"(?:(?:eigenlijk meer|eigenlijk eerder|eigenlijk|toch|vooral|meestal|voornamelijk|hoofdzakelijk|"
    r"eerder|allemaal|vaak|mostly|mainly|usually|typically|often)\s+)"
)
#: "drukke tweeverdieners die": people by their ending, where what they do follows.
_DOERS = r"[a-z-]{3,}(?:ers|aars|eurs|isten|enten|anten|lingen|owners|lovers)\b(?= (?:die|who|whose)\b)"
_PEOPLE_PHRASE = rf"(?:(?:[a-z][\w'-]+)\s+){{0,2}}?(?:(?:{PEOPLE_WORDS})\b|{_DOERS})"
CUES: tuple[tuple[F, re.Pattern[str]], ...] = (
    (
        F.PERSONA_SITUATION,
        re.compile(
            rf"\b{_OURS}\s+(?:zijn|is|are)\s+(?:{_MOSTLY}){{0,2}}(?P<said>(?!(?:in|on|op|at|bij|niet|not|geen|heel|te|tevreden|"
            rf"blij|happy|ouder|jonger|older|younger|belangrijk|b2\w|online|u)\b)[^,.;!?\n]{{4,140}})"
        ),
    ),
    (
        F.PERSONA_SITUATION,
        re.compile(
            r"(?:^|[,.;:\n]\s*|\b(?:voor|aan|for|to|ja|eh+|euh+|uh+|um+)\s+)(?:(?:en|and) )?"
            r"(?:het zijn |dat zijn |they are |it's )?(?:(?:vooral|"
            r"meestal|voornamelijk|mostly|mainly)\s+)(?:it's |it is |they're |het zijn |zijn het )?"
            r"(?:voor |aan |bij |met |for |to |with "
            rf")?(?P<said>{_PEOPLE_PHRASE}[^,.;!?\n]{{0,100}})"
        ),
    ),
    (
        F.PERSONA_SITUATION,
        re.compile(
            rf"(?:^|[,.;:\n]\s*)(?:(?:klanten|klant|cli[eë]nteel|publiek|gasten|customers|clients|guests)\s+(?:zijn|is|are)\s+)"
            rf"(?:{_MOSTLY}){{0,2}}(?P<said>(?:{_PEOPLE_PHRASE}|[a-z][\w'-]{{5,}}(?:en|s)\b)[^,.;!?\n]{{0,100}})"
        ),
    ),
    (
        F.PERSONA_SITUATION,
        re.compile(
            rf"(?:^|[,.;:\n]\s*)(?P<said>{_PEOPLE_PHRASE})\s+(?:vooral|meestal|voornamelijk|mostly|mainly)(?=\s*(?:$|[,.;:!\n]))"
        ),
    ),
    (
        F.PERSONA_NEED,
        re.compile(
            rf"\b{_OURS}\s+(?:willen|wil|zoeken|zoekt|hebben nodig|verwachten|want|wants|need|needs|look for|"
            r"are looking for)\s+(?:vooral |eigenlijk |mostly |really )?(?P<said>(?!niet|geen|"
            rf"not)[^.;!?\n]{{4,160}})"
        ),
    ),
    (
        F.PERSONA_PAIN,
        re.compile(
            rf"\b(?:{_OURS}|ze|zij|die|they|klanten|mensen|customers|people)\s+(?:haken af|twijfelen|aarzelen|"
            r"stellen het uit|hesitate|drop out|give up|drop off|doubt|worry|worries|fear|vrezen|"
            r"maken zich zorgen)\s*(?:vaak |soms |meestal |often |"
            r"mostly )?(?:omdat|over|aan|because|about|"
            r"of(?! (?:hij|ze|zij|het|'t|dat|da|ik|we|wij|je|er|de|iemand)\b))?\s*"
            r"(?P<said>[^.;!?\n]{4,160})"
        ),
    ),
    (
        F.PERSONA_PAIN,
        re.compile(
            rf"(?:^|[,.;:!\n]\s*|\b(?:en|maar|and|but)\s+)(?P<said>(?:(?:{_OURS}|ze|zij|die|they|klanten|mensen|"
            r"customers|people|hij|he|she)(?:\s+(?:zijn|are|hebben|is|heeft|has)|'re|'s)\s+"
            r"(?:vaak |meestal |altijd |soms |vooral |gewoon |"
            r"eigenlijk |often |always |usually |really |mostly |mainly |just )?)?"
            r"(?:bang|schrik|ongerust|bezorgd|benauwd|afraid|scared|worried|nervous)\s+"
            r"(?:dat|da|van|om|voor|of|over|that|about|it|they)\b"
            r"[^.;!?\n]{4,160})"
        ),
    ),
    (
        F.PERSONA_PAIN,
        re.compile(
            r"(?:^|[,.;:!\n]\s*|\b(?:en|maar)\s+)(?:schrik|angst|vrees|twijfels?|bang|benauwd|ongerust) "
            r"(?:hebben|zijn|hebt) (?:ze|zij|de mensen|mensen|klanten|gasten)"
            r"(?: (?:vooral|meestal|soms|ook|dat|voor)){0,2}?\s+"
            r"(?P<said>(?:dat|da|van|voor|om|of)\b[^.;!?\n]{4,160})"
        ),
    ),
    (
        F.PERSONA_PAIN,
        re.compile(
            r"\b(?:what (?:they(?:'re| are)|puts them off|(?:really )?scares them)(?: (?:really|actually|most))?"
            r"(?: (?:scared|afraid|worried|nervous) (?:of|about))?|waar (?:ze|klanten|mensen) (?:echt |"
            r"eigenlijk |vooral )?"
            r"(?:bang voor zijn|schrik van hebben|mee zitten|over twijfelen)),? is\s+(?P<said>[^.;!?\n]{4,160})"
        ),
    ),
    (
        F.PERSONA_FEELING,
        re.compile(
            rf"\b(?:{_OURS}|ze|zij|they|klanten|customers)\s+(?:voelen zich|voelt zich|feel|are "
            rf"feeling)\s+(?:vaak |meestal |dan |often |usually )?(?P<said>[^.;!?\n]{{3,120}})"
        ),
    ),
    (
        F.PERSONA_INFO,
        re.compile(
            rf"\b(?P<said>(?:{_OURS}|ze|zij|they|klanten|mensen|customers|people)\s+(?:zoeken|kijken|googelen|"
            r"lezen|vinden (?:ons|me|mij)|search|look|read|check|find (?:us|me)|"
            rf"google)\b[^.;!?\n]{{0,30}}\b(?:op|via|on|through|in|bij|with|reviews?|google|internet|vrienden|"
            rf"friends|elkaar)\b[^.;!?\n]{{0,80}})"
        ),
    ),
    (
        F.USP,
        re.compile(
            r"\b(?:wat (?:ons|mij|me) (?:anders|uniek|speciaal|bijzonder) maakt,? is(?: dat)?|what (?:makes|"
            r"sets) (?:us|me) (?:different|unique|special|apart) is(?: that)?|(?:wij|we) zijn (?:uniek|anders) "
            r"omdat|ons verschil is(?: dat)?|we(?:'re| are) (?:different|unique) "
            r"because)\s+(?P<said>[^.;!?\n]{4,160})"
        ),
    ),
    (
        F.USP,
        re.compile(
            r"\b(?:ik ben|wij zijn|we zijn|i'm|i am|we are|we're)\s+(?P<said>(?:de enige|the "
            r"only)\b[^.;!?\n]{4,140})"
        ),
    ),
    (
        F.AFTERCARE,
        re.compile(
            r"\b(?P<said>(?:na (?:de aankoop|de verkoop|het werk|afloop|de behandeling|de levering)|achteraf|"
            r"nadien|after (?:the (?:sale|purchase|job|work|treatment)|delivery))\b[^.;!?\n]{0,12}\b(?:ik|we|"
            r"wij|i|bel|stuur|mail|vraag|send|call|ask|krijgen)\b[^.;!?\n]{3,140})"
        ),
    ),
)
#: Why customers come, told where all that is known is read over; elsewhere it may be how they come.
_BECAUSE = re.compile(
    rf"\b(?:{_OURS}|ze|zij|they|klanten|mensen|customers|people|folk)\s+(?:(?:always|really|mostly|altijd|"
    r"vooral|juist|toch) )*(?:komen|kiezen|kopen|boeken|bellen|come|choose|pick|buy|book|hire|ring)"
    r"(?: (?:(?:bij|naar|voor|op|from|to|with|for) )?(?:mij|me|ons|us|hier|here|terug|back|graag|vooral|mostly))*,? "
    r"(?:omdat|want|because|cos|cause)\s+(?P<said>[^.;!?\n]{4,160})"
)
_LIST_END = re.compile(
    r"\s+(?:en|and|maar|but|dus|so)\s+(?:ik|we|wij|i|heb|zit|kan|het|mijn|my|dat|da|that|it|dit|this)\b|,\s*(?:ik|we|wij|i|zit|heb|"
    r"geen|max|en|op|dus|maar|but|\d|mijn|my|no)\b"
)
_IN_TOWN = re.compile(r"\s+(?:in|te|near|uit|rond)\s+(?:de regio |regio )?[A-ZÀ-Ý]")
_OPEN = frozenset(
    {
        Topic.PERSONA,
        Topic.PERSONA_NEED,
        Topic.PERSONA_PAIN,
        Topic.PERSONA_FEELING,
        Topic.PERSONA_INFO,
        Topic.USP,
        Topic.AFTERCARE,
        Topic.TRADE,
    }
)


#: Questions about the business, in whose answers customers' fears are told ahead or late.
_OF_THE_BUSINESS = (Topic.USP, Topic.AFTERCARE)


def find_cued(reading: Reading) -> list[Finding]:
    """What is told in passing for fields other than the one asked about."""
    if reading.asked(Topic.AUDIENCE) and not reading.correcting:
        return find_whom(reading)
    if reading.asked(*_OPEN) and not (reading.correcting or reading.asked(*_OF_THE_BUSINESS, Topic.PERSONA)):
        return []
    if reading.asked(Topic.PERSONA) and not reading.correcting:
        return _feared(reading)
    only = (F.PERSONA_PAIN,) if reading.asked(*_OF_THE_BUSINESS) and not reading.correcting else ()
    found: list[Finding] = []
    read_over = reading.correcting or reading.asked(*READ_OVER)
    for field, pattern in (*CUES, *((F.USP, _BECAUSE),) * read_over):
        if only and field not in only:
            continue
        match = pattern.search(reading.text.low)
        if not match or field in reading.asked_fields or any(f.field is field for f in found):
            continue
        span = _said(reading, match)
        if span and not any(span.touches(other.span) for other in found):
            found.append(Finding(field, reading.text.of(span), span, uses=(Span(match.start(), span.end),)))
    found += [*_served(reading, found), *_people(reading, found)]
    return [*found, *find_buyers(reading, found)]


def _feared(reading: Reading) -> list[Finding]:
    """What customers fear, told behind who they are: "koppels rond de 33, en die zijn bang dat ..."."""
    opening = reading.text.clauses[0].end if reading.text.clauses else 0
    for pattern in (pattern for field, pattern in CUES if field is F.PERSONA_PAIN):
        match = pattern.search(reading.text.low, opening)
        span = _said(reading, match) if match else None
        if match and span:
            return [Finding(F.PERSONA_PAIN, reading.text.of(span), span, uses=(Span(match.start(), span.end),))]
    return []


_PEOPLE_ALONE = re.compile(rf"(?:{_MOSTLY})?(?P<said>{_PEOPLE_PHRASE}[^,.;!?\n]{{0,100}})")
#: Questions that nobody answers with people: such an answer runs ahead of the talk.
_CLOSED = (Topic.EMAIL, Topic.CONSTRAINTS, Topic.CHANNELS)


def _people(reading: Reading, found: list[Finding]) -> list[Finding]:
    """ "studenten met een kapotte fiets", to a question about hours or mail: who the customers are, told ahead."""
    known = reading.knows(F.PERSONA_SITUATION) or any(f.field is F.PERSONA_SITUATION for f in found)
    match = _PEOPLE_ALONE.fullmatch(reading.text.low.strip(" .!"))
    if known or match is None or not reading.asked(*_CLOSED) or _NOBODY.search(match["said"]):
        return []
    span = reading.text.trim(Span(reading.text.low.index(match["said"]), len(reading.text.low)), " .!")
    return [Finding(F.PERSONA_SITUATION, reading.text.of(span), span)]


#: What makes such an answer one about the owner, or about nobody in particular.
_NOBODY = re.compile(
    r"^(?:only|just|alleen|enkel|van|from|klant\w*|mensen|customers?|clients?|people|bezoekers|gasten|leden|publiek)\b|"
    r"\b(?:ik|wij|we|mij|me|ons|us|mijn|onze|i|my|our|mail\w*|adres\w*|address\w*|euro|uur|hours?)\b"
)


def _said(reading: Reading, match: re.Match[str]) -> Span | None:
    start, end = match.start("said"), match.end("said")
    stop = _LIST_END.search(reading.text.low[start:end]) or _IN_TOWN.search(reading.text.clean[start:end])
    span = reading.text.trim(Span(start, start + stop.start() if stop else end), ",.;:")
    return span if span.end - span.start >= 4 and "?" not in reading.text.low_of(span) else None


#: "parties for kids" are for kids; "kids parties" and "ladies fashion" are things.
_THINGS = (
    r"(?! ?(?:part(?:y|ies)|feest\w*|kled\w*|cloth\w*|wear|fashion|mode|class\w*|les(?:sen)?|bikes?|"
    r"books?|boeken|shoes|schoenen|hair|rooms?)\b)"
)
_FOR = re.compile(
    rf"\b(?:voor|for|aan|to)\s+(?P<said>(?:[a-z][\w'-]+\s+)?(?:{PEOPLE_WORDS})\b(?!'){_THINGS}[^,.;!?\n]{{0,80}})"
)


#: Kinds of customers rather than customers: the audience.
_ANY_FIRM = re.compile(
    r"(?:bedrijven|firma's|kmo's|companies|businesses|particulieren|consumenten|consumers|individuals)"
)


def _served(reading: Reading, found: list[Finding]) -> list[Finding]:
    """ "boekhouder voor zelfstandigen in de bouw": whom a trade is for, where the business was asked."""
    if not reading.asked(Topic.BUSINESS) or any(f.field is F.PERSONA_SITUATION for f in found):
        return []
    match = _FOR.search(reading.text.low)
    span = _said(reading, match) if match else None
    if span and _ANY_FIRM.fullmatch(reading.text.low_of(span)):
        return []
    return [Finding(F.PERSONA_SITUATION, reading.text.of(span), span)] if span else []
