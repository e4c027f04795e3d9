"""What a business sells: the noun phrase after a verb of selling or making, without subject, article or verb."""

import re
from collections.abc import Iterable

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.phrases.mainly import MAINLY
from coaching.understanding.phrases.noun_phrase import phrase
from coaching.understanding.phrases.people import PEOPLE
from coaching.understanding.phrases.verbs import as_offer, is_english, particle
from coaching.understanding.text.normalise import Span
from coaching.understanding.wordlists import any_of, load
from journey.profile import ProfileField
from journey.topics import Topic

_WORDS = load("offer")
_SUBJECT = r"(?P<subject>ik|wij|we|'k|k|i)"
_ADVERB = (
    r"(?:(?:vooral|voornamelijk|ook|zelf|al|eigenlijk|dus|hoofdzakelijk|meestal|momenteel|enkel|alleen|"
    r"nu|aan(?! (?:de|het|mijn|particulieren|bedrijven|mensen)\b)|mostly|mainly|also|only|currently|"
    r"just|zelfs|voor|bij mij|er|onder andere|o\.a\.|hier|"
    r"daar|alles rond|zo|nog)\s+){0,3}"
)
_WORKS_ON = frozenset(_WORDS["works_on"].split())
_VERB = rf"(?:{any_of([*_WORDS['sells'].split(), *_WORKS_ON, _WORDS['sells_phrases']])})"
_SELLS = re.compile(
    rf"(?:^|[,.;:!?\n(]\s*|\b(?:{_SUBJECT}|en|and)\s+){_ADVERB}(?P<verb>{_VERB})\s+(?!(?:is|are|was|zijn|ik|'?k|we|wij)\b){_ADVERB}(?=(?P<object>\S))"
)
_DOES = re.compile(
    rf"\b{_SUBJECT}\s+{_ADVERB}(?P<verb>[a-z]{{3,14}})\s+(?!(?:is|are|was|zijn)\b){_ADVERB}(?=(?P<object>\S))"
)
_NO_TRADE_VERB = frozenset(_WORDS["no_trade"].split())
_PAST = frozenset(_WORDS["past"].split())
_INVERTED = re.compile(rf"\b(?P<verb>{_VERB})\s+(?P<subject>ik|we|wij)\s+{_ADVERB}(?P<object>\S)")
_SPECIAL = re.compile(
    r"\b(?:gespecialiseerd in|specialiseer me in|specialisatie in|speciali[sz](?:e|ing|ed) in|"
    rf"speciali[sz]e in|{_WORDS['known_for']}|"
    r"winkel in|webshop in|webwinkel in|praktijk voor|zaak "
    r"in|handel in|winkeltje in|(?:web)?shop (?:for|with|selling)|(?:webshop|winkel|winkeltje|"
    r"boerderijwinkel|webwinkel|hoevewinkel|shop) met)\s+(?P<object>[a-z])"
)
_LABEL = re.compile(rf"\b(?:{_WORDS['label']})\s+(?P<object>\S)")
#: "een bedrijf dat dronefilms maakt voor makelaars", "a studio that makes felt hats".
_WHICH = re.compile(
    r"\b(?:bedrijf\w*|zaak\w*|firma|studio|team|winkel\w*|webshop|atelier\w*|bureau\w*)\s+(?:dat|die|wat)\s+"
    r"(?P<object>[^,.;!?\n]{2,60}?)\s+(?:maakt|maken|verkoopt|verkopen|verhuurt|verhuren|levert|leveren|aanbiedt|"
    r"aanbieden|geeft|geven|organiseert|organiseren|ontwerpt|ontwerpen|herstelt|herstellen|doet|bouwt|plaatst)\b|"
    r"\b(?:company|business|shop|studio|store|team)\s+(?:that|which)\s+(?:makes?|sells?|rents? out|builds?|offers?|"
    r"teaches|designs?|repairs?|delivers?|organises|runs)\s+(?P<en>\S)"
)
#: "its pods we sell, not tents", "het zijn taarten die we maken".
_IT_IS = re.compile(
    r"\b(?:it'?s|it is|het zijn|'?t zijn|tzijn|het is|'t is|tis)\s+"
    r"(?P<object>(?!(?:not|niet|geen|(?:a )?lot|alles|all|everything|"
    r"niks|what|wat|how|hoe)\b)[^,.;:!?\n]{2,40}?)\s+"
    r"(?:(?:that|which|dat|die|da)\s+)?(?:we|i|ik|wij|'?k)\s+"
    r"(?:sell|offer|make|rent|verkoop|verkopen|verkope|maak|maken|verhuur|verhuren|bak|bakken)\b"
)
#: "we verkopen geen brood meer, alleen nog taarten": what is left of the offer.
_LEFT = re.compile(
    r"(?:^|[,.;!]\s*)(?:(?:enkel|alleen|only|just|nu|now)\s+)(?:(?:nog|maar|just|only)\s+)*"
    r"(?![^,.;!?\n]*\b(?:is|are|isn't|aren't|klopt|kloppen|zijn|moet|moeten|mag|mogen|should|needs?|wrong|fout)\b)(?P<object>[a-z])"
)
_WEAK = frozenset(_WORDS["weak"].split())
_TOPICS = (Topic.BUSINESS, Topic.OFFER, Topic.OWNER_NAME, Topic.LANGUAGE, Topic.CONFIRM, None)
#: Words of one thing in a list, and of its last two with what goes with them.
_LISTED, _LAST_LISTED = 4, 9


def find_offer(reading: Reading) -> list[Finding]:
    """The offer told with a verb of selling or making."""
    if reading.context.asking not in _TOPICS and not reading.correcting:
        return []
    if anew := _said_to_be(reading) or _mainly(reading):
        return anew
    generic = (_DOES,) if reading.asked(Topic.BUSINESS, Topic.OFFER) else ()
    left = (_LEFT,) if reading.correcting and reading.knows(ProfileField.OFFER) and not reading.numbers else ()
    for patterns in ((_SELLS, _INVERTED, *generic), (_LABEL,), (_SPECIAL, *left)):
        for match in _in_order(reading, patterns):
            if span := _object(reading, match):
                return [_finding(reading, match, span)]
    return _which(reading)


def _mainly(reading: Reading) -> list[Finding]:
    """ "bolletjes voor 2 euro maar vooral ijstaarten, die zijn 28,50": of several things with their prices the one that
    counts most."""
    match = MAINLY.search(reading.text.low) if reading.asked(Topic.OFFER) and reading.numbers else None
    if match is None or PEOPLE.match(match["thing"]):
        return []
    span = reading.text.trim(Span(*match.span("thing")))
    return [Finding(ProfileField.OFFER, reading.text.of(span), span)]


def _in_order(reading: Reading, patterns: Iterable[re.Pattern[str]]) -> list[re.Match[str]]:
    """Where a verb tells what is sold, in the order of the message; of one verb the reading that leaves no doubt."""
    found = [match for pattern in patterns for match in pattern.finditer(reading.text.low)]
    trades = [m for m in found if m.re is not _DOES or _tells_a_trade(reading, m)]
    return sorted(trades, key=_sureness)


def _tells_a_trade(reading: Reading, match: re.Match[str]) -> bool:
    """ "ik werk trouwjurken af" tells one, where "ik werk" alone tells none."""
    finishes = _FINISHES.match(reading.text.low, match.start("verb")) is not None
    verb = match.group("verb")
    return finishes or not (verb in _NO_TRADE_VERB or _PARTICIPLE.fullmatch(verb) or _is_past(match))


def _is_past(match: re.Match[str]) -> bool:
    """Whether the verb tells of what was: "I left the hospital", "ik werkte bij een bank", "wij namen het over"."""
    verb = match.group("verb")
    if is_english(match.group("subject"), verb):
        past = verb in _PAST or _ENDS_IN_ED.fullmatch(verb) is not None
        return past or _FELL.match(match.string, match.start("verb")) is not None
    return _BEFORE_VERB.sub("", verb, count=1) in _PAST or verb in _PAST or _ENDS_IN_DE.fullmatch(verb) is not None


#: "we trained", where "we feed" and "we shred" are of today.
_ENDS_IN_ED = re.compile(r"[a-z]*[aeiouy][a-z]*(?<!e)ed")
#: "I fell into it", where who fells trees does so for a living.
_FELL = re.compile(r"fell\b(?! (?:\w+ ){0,2}(?:trees?|timber|wood|oaks?|pines?|conifers?)\b)")
#: "ik werkte", "ik schilderde", where "'k schildere" is of today in Flanders, and "'k zette" may be.
_ENDS_IN_DE = re.compile(r"[a-z]+(?:(?:[kfps]|ch)te|(?:[bglmnrvwz]|aai|ooi|oei|ij|ei|ui|ou)de)")
_BEFORE_VERB = re.compile(r"(?:ver|be|ge|her|ont|over|onder)(?=.{2})")
#: "dat vind ik weggegooid geld".
_PARTICIPLE = re.compile(r"(?:weg|af|op|uit|in|aan|door|mee|over|rond)?ge(?!niet)[a-z]{3,}[dt]")
_FINISHES = re.compile(r"werk(?:en)?\s+(?!met\b|aan\b|in\b|voor\b|als\b|alleen\b|thuis\b)[^,.;!?\n]{3,50}?\s+af\b")
_ALSO = re.compile(r"\b(?:ook|also|erbij)\b")


def _sureness(match: re.Match[str]) -> tuple[bool, int]:
    """ "I keep bees and I sell honey": a verb of selling tells more than any other verb, wherever it stands."""
    if "verb" not in match.re.groupindex:
        return False, 0
    second = match.re is _DOES or _ALSO.search(match.group()) is not None
    return second, match.start("verb")


def _finding(reading: Reading, match: re.Match[str], span: Span) -> Finding:
    told, groups = reading.text.of(span), match.groupdict()
    subject, verb = groups.get("subject"), groups.get("verb")
    loose = _loose(reading, subject or "ik", verb, span) if verb else None
    if verb and loose:
        told = reading.text.of(Span(span.start, min(span.end, loose.start())))
        value = as_offer(subject or "ik", verb, told, loose["particle"])
        return Finding(ProfileField.OFFER, value, span, uses=(Span(match.start(), max(span.end, loose.end())),))
    keeps = verb and (verb in _WORKS_ON or match.re is _DOES)
    value = as_offer(subject or "ik", verb, told) if keeps and verb else told
    return Finding(ProfileField.OFFER, value, span, uses=(Span(match.start(), span.end),))


#: "wij bieden massages aan": offering is no work done to the thing.
_OFFERS = frozenset(["bied", "bieden"])


def _loose(reading: Reading, subject: str, verb: str, span: Span) -> re.Match[str] | None:
    return None if verb in _OFFERS or is_english(subject, verb) else particle(reading.text.low, span.start, span.end)


def _said_to_be(reading: Reading) -> list[Finding]:
    match = _IT_IS.search(reading.text.low)
    span = phrase(reading, Span(*match.span("object"))) if match else None
    return [Finding(ProfileField.OFFER, reading.text.of(span), span, uses=(span,))] if span else []


def _which(reading: Reading) -> list[Finding]:
    match = _WHICH.search(reading.text.low)
    if match is None:
        return []
    start = match.start("object") if match.group("object") else match.start("en")
    end = match.end("object") if match.group("object") else reading.text.clause_at(start).end
    span = phrase(reading, Span(start, end))
    return [Finding(ProfileField.OFFER, reading.text.of(span), span, uses=(span,))] if span else []


def _object(reading: Reading, match: re.Match[str]) -> Span | None:
    verb = match.groupdict().get("verb")
    if verb in _WEAK and not reading.asked(Topic.BUSINESS, Topic.OFFER) and reading.knows(ProfileField.OFFER):
        return None
    start = match.start("object")
    if reading.text.low[start] == ";":
        return None
    clause = reading.text.clause_at(start)
    named = reading.asked(Topic.OFFER) or match.re is _LABEL
    listed = named or reading.asked(Topic.BUSINESS, Topic.CONFIRM)
    end = _list_end(reading, clause, named) if listed else clause.end
    span = phrase(reading, Span(start, end))
    taught = verb in _TEACHES or (
        verb in _PORTRAYS and span is not None and _not_only_people(reading.text.low_of(span))
    )
    if span is None or (PEOPLE.match(reading.text.low_of(span)) and not taught):
        return None
    return None if match.re is _SPECIAL and _PART_OF_TOWN.match(reading.text.clean, span.start) else span


#: "een winkeltje in Assendorp in Zwolle".
_PART_OF_TOWN = re.compile(r"[A-ZÀ-Ý][\w-]+ (?:in|te) [A-ZÀ-Ý]")


def _not_only_people(low: str) -> bool:
    """ "ik doe gezinnen en newborns": a list that tells of more than people is no audience."""
    return any(not PEOPLE.match(thing) for thing in _PARTS.split(low))


_PARTS = re.compile(r",\s*|\s+(?:en|and|&)\s+")
_PORTRAYS = frozenset(["doe", "doen", "do"])


_TEACHES = frozenset(["teach", "train"])


def _list_end(reading: Reading, clause: Span, named: bool) -> int:
    """The end of a list that goes on after a comma: "tafels, stoelen en kasten"; one that the offer is not `named` by
    must end in "and" something."""
    end = clause.end
    for nxt in (later for later in reading.text.clauses if later.start > clause.end):
        words = reading.text.low_of(nxt).split()
        most = _LAST_LISTED if {"en", "and", "of", "or", "n", "&"} & set(words) else _LISTED
        listed = reading.text.low[end : nxt.start].strip() == "," and len(words) <= most
        if not listed or any(w in ("ik", "we", "i", "geen", "niet", "heb") for w in words):
            break
        end = nxt.end
    closed = named or _LAST.search(reading.text.low, clause.end, end)
    return end if closed else clause.end


#: The last thing of a list, by which a list is known where more than the offer was asked.
_LAST = re.compile(r",\s*\S+(?: \S+)? (?:en|and|of|or|&) \S+")
