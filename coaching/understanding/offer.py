"""What a business sells: the noun phrase after a verb of selling or making, without subject, article or verb."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.normalise import Span
from coaching.understanding.people import PEOPLE
from journey.profile import ProfileField
from journey.topics import Topic

_SUBJECT = r"(?:ik|wij|we|'k|k|i)"
_ADVERB = (
    r"(?:(?:vooral|voornamelijk|ook|zelf|al|eigenlijk|dus|hoofdzakelijk|meestal|momenteel|enkel|alleen|"
    r"nu|aan|mostly|mainly|also|only|currently|just|zelfs|voor|bij mij|er|onder andere|o\.a\.|hier|"
    r"daar|alles rond|zo)\s+){0,3}"
)
_VERB = (
    r"(?:verkoop|verkopen|maak|maken|bak|bakken|bied|bieden|lever|leveren|doe|doen|geef|geven|verhuur|"
    r"verhuren|herstel|herstellen|repareer|repareren|ontwerp|ontwerpen|bouw|bouwen|naai|naaien|"
    r"brouw|brouwen|teel|telen|kweek|kweken|organiseer|organiseren|verzorg|verzorgen|restaureer|"
    r"restaureren|plaats|plaatsen|installeer|installeren|brei|breien|schrijf|schrijven|produceer|"
    r"produceren|"
    r"sell|make|bake|offer|provide|do|teach|build|design|repair|fix|rent out|brew|grow|organise|"
    r"organize|install|produce|create|restore|supply|deliver|serve|give|craft)"
)
_SELLS = re.compile(
    rf"(?:^|[,.;:!?\n(]\s*|\b(?:{_SUBJECT}|en|and)\s+){_ADVERB}(?P<verb>{_VERB})\s+{_ADVERB}(?P<object>\S)"
)
_DOES = re.compile(rf"\b{_SUBJECT}\s+{_ADVERB}(?P<verb>[a-z]{{3,14}})\s+{_ADVERB}(?P<object>\S)")
_NO_TRADE_VERB = frozenset(
    [
        "ben",
        "zijn",
        "heb",
        "hebben",
        "had",
        "hadden",
        "zit",
        "zitten",
        "wil",
        "willen",
        "kan",
        "kunnen",
        "zou",
        "zouden",
        "moet",
        "moeten",
        "mag",
        "werk",
        "werken",
        "woon",
        "wonen",
        "kom",
        "komen",
        "ga",
        "gaan",
        "zoek",
        "zoeken",
        "run",
        "runnen",
        "start",
        "starten",
        "begon",
        "begonnen",
        "was",
        "waren",
        "weet",
        "weten",
        "denk",
        "denken",
        "vind",
        "vinden",
        "hoop",
        "hopen",
        "sta",
        "staan",
        "leef",
        "leven",
        "heet",
        "heten",
        "doe",
        "krijg",
        "krijgen",
        "zie",
        "zien",
        "voel",
        "gebruik",
        "gebruiken",
        "post",
        "posten",
        "blijf",
        "am",
        "are",
        "have",
        "want",
        "need",
        "live",
        "work",
        "own",
        "run",
        "started",
        "think",
        "know",
        "hope",
        "like",
        "love",
        "just",
        "only",
        "also",
        "really",
        "would",
        "can",
        "could",
        "should",
        "zal",
        "zullen",
        "vraag",
        "vragen",
        "reken",
        "bel",
        "bellen",
        "stuur",
        "sturen",
        "snap",
        "begrijp",
        "open",
        "openen",
        "zoeken",
        "richt",
        "focus",
        "mik",
        "probeer",
        "proberen",
        "hou",
        "houden",
        "neem",
        "nemen",
        "ook",
        "wel",
        "echt",
        "eigenlijk",
        "dus",
        "niet",
        "geen",
        "nooit",
        "met",
        "een",
        "the",
        "bied",
        "ontvang",
        "ontvangen",
        "help",
        "helpen",
        "zeg",
        "zeggen",
        "spreek",
        "spreken",
    ]
)
_INVERTED = re.compile(rf"\b(?P<verb>{_VERB})\s+(?:ik|we|wij)\s+{_ADVERB}(?P<object>\S)")
_SPECIAL = re.compile(
    r"\b(?:gespecialiseerd in|specialiseer me in|specialisatie in|speciali[sz](?:e|ing|ed) in|"
    r"speciali[sz]e in|mijn aanbod(?: is|:)|ons aanbod(?: is|:)|winkel in|webshop in|webwinkel in|zaak "
    r"in|handel in|winkeltje in|(?:web)?shop (?:for|with|selling)|(?:webshop|winkel|winkeltje|"
    r"boerderijwinkel|webwinkel|hoevewinkel|shop) met)\s+(?P<object>[a-z])"
)
#: "een bedrijf dat dronefilms maakt voor makelaars", "a studio that makes felt hats".
_WHICH = re.compile(
    r"\b(?:bedrijf\w*|zaak\w*|firma|studio|team|winkel\w*|webshop|atelier\w*|bureau\w*)\s+(?:dat|die|wat)\s+"
    r"(?P<object>[^,.;!?\n]{2,60}?)\s+(?:maakt|maken|verkoopt|verkopen|verhuurt|verhuren|levert|leveren|aanbiedt|"
    r"aanbieden|geeft|geven|organiseert|organiseren|ontwerpt|ontwerpen|herstelt|herstellen|doet|bouwt|plaatst)\b|"
    r"\b(?:company|business|shop|studio|store|team)\s+(?:that|which)\s+(?:makes?|sells?|rents? out|builds?|offers?|"
    r"teaches|designs?|repairs?|delivers?|organises|runs)\s+(?P<en>\S)"
)
_END = re.compile(
    r"\s+(?:(?:aan|to) (?=[a-z]+ ?(?:kinderen|vrouwen|mannen|ouders|bedrijven|people|women|children|"
    r"kids|mensen|klanten|restaurants|pubs|shops|companies|families|gezinnen)|kinderen|vrouwen|mannen|"
    r"volwassenen|bedrijven|ouders|particulieren|mensen|klanten|horeca|restaurants|cafes|pubs|shops|"
    r"companies|families|people|women|men|children|kids|adults|businesses|winkels|hotels|bakkers|"
    r"local)|maar|omdat|want|sinds|via|vanaf|waar|die|dat|terwijl|zodat|als|but|because|since|from|via|"
    r"where|which|that|who|on etsy|so|op etsy|op instagram|op mijn|tegen|voor \d|voor een prijs|aan \d|"
    r"at \d|for \d|for £|"
    r"en (?:ik|we|wij|heb|zit|geef|geven|doe|doen|verkoop|verkopen|herstel|herstellen|organiseer|maak|"
    r"maken|ben|werk|lever|leveren|dat|zo)\b|and (?:i|we|sell|have|do|run|give|make|also|give|then|"
    r"teach)\b|"
    r"(?:in|te|nabij|near|around|rond|vlakbij|bij) (?=[A-ZÀ-Ý])|thuis\b|in (?:de buurt|mijn|onze|het|de|een|my|"
    r"our|the|a)\b|bij (?:de|mij|ons)|op (?:de markt|maandag|zaterdag)|at (?:the|my|our)|from (?:home|"
    r"my)|sedert|al \d+ jaar|al jaren|uit de streek|online\b|van \d|met \d|incl|excl|€|£)"
)
_ARTICLE = re.compile(
    r"^(?:(?:de|het|een|'n|n|the|an|a|some|wat|allerlei|onze|mijn|our|my|alle soorten|all kinds of|"
    r"zelf)\s+)+"
)
_TAIL = re.compile(
    r"(?:[\s,]+(?:mostly|mainly|meestal|voornamelijk|he|hoor|aan|ook|en zo|enzo|enz|ed|e\.d|dus|hier|"
    r"nu|zelf|ofzo|of zo|and so on|etc|too|here|allemaal|vooral|uit|terug|and more|en meer|en|and|op|van|int|centrum|"
    r"center|centre|"
    r"in|met|te))+\s*\W*$"
)
_NOT_OBJECT = re.compile(
    r"^\d|^(?:sinds|since|van|in|op|bij|met|voor|vanaf|from|at|near|tot|al|sedert|with|for|naast|onder|"
    r"over|tijdens|during|zonder|without|vlakbij|te|ook|and|en) |^(?:me|mij|ons|gebruik|reclame|zorgen|"
    r"tijd|er|dat|het|dit|alles|niks|niets|geen|niet|dat|posts?|filmpjes|om|aan|korting|it(?!-)|that|this|"
    r"everything|nothing|not|no|sure|more|meer|my best|"
    r"mijn best|ons best|winst|verlies|een (?:journey|plan|afspraak|foto|fout)|wel|toch|want|need|have|"
    r"weinig|veel|te|naar|sense|time|money|use|afspraken|mee|van alles|iets|zo|dus|ook|ons|foto's van|"
    r"een beetje|goed|groot|u|je|jou|you|what|wat|wie|hoe|a plan|business|up)\b"
)
#: Words that name nothing to sell when they stand alone.
_NO_NOUN = frozenset(
    "from vanaf van voor for met with about ongeveer rond around en and of or tot to in op at bij max min per zo just "
    "only mainly vooral meestal mostly online thuis home hier here ook also dus so ja nee yes no gewoon abonnement "
    "prijs tarief subscription wandelend al".split()
)
#: Followers, places and the like in brackets are no offer.
_FIGURES = re.compile(r"[(\[]?\s*\d+\s*(?:k|m|%|volgers|followers|likes|x|jaar|years?)\b")
_WEAK = frozenset(
    [
        "doe",
        "doen",
        "geef",
        "geven",
        "do",
        "give",
        "plaats",
        "plaatsen",
        "make",
        "maak",
        "maken",
        "schrijf",
        "schrijven",
        "lever",
        "leveren",
        "deliver",
        "serve",
        "verzorg",
        "verzorgen",
        "organiseer",
        "organiseren",
        "bouw",
        "bouwen",
        "create",
    ]
)
_TOPICS = (Topic.BUSINESS, Topic.OFFER, Topic.OWNER_NAME, Topic.LANGUAGE, Topic.CONFIRM, None)


def find_offer(reading: Reading) -> list[Finding]:
    """The offer told with a verb of selling or making."""
    if reading.context.asking not in _TOPICS and not reading.correcting:
        return []
    generic = (_DOES,) if reading.asked(Topic.BUSINESS, Topic.OFFER) else ()
    for pattern in (_SELLS, _INVERTED, _SPECIAL, *generic):
        for match in pattern.finditer(reading.text.low):
            if pattern is _DOES and match.group("verb") in _NO_TRADE_VERB:
                continue
            span = _object(reading, match)
            if span:
                return [Finding(ProfileField.OFFER, reading.text.of(span), span, uses=(Span(match.start(), span.end),))]
    return _which(reading) or _priced(reading)


def _which(reading: Reading) -> list[Finding]:
    match = _WHICH.search(reading.text.low)
    if match is None:
        return []
    start = match.start("object") if match.group("object") else match.start("en")
    end = match.end("object") if match.group("object") else reading.text.clause_at(start).end
    span = phrase(reading, Span(start, end))
    return [Finding(ProfileField.OFFER, reading.text.of(span), span, uses=(span,))] if span else []


def phrase(reading: Reading, span: Span) -> Span | None:
    """`span` cut down to a clean noun phrase; None where nothing is left."""
    low, text = reading.text.low, reading.text
    if _NOT_OBJECT.match(low[span.start : span.end]):
        return None
    end = _END.search(
        text.clean[span.start : span.end] if span.end - span.start < 400 else text.clean[span.start : span.start + 400]
    )
    stop = span.start + end.start() if end else span.end
    tail = _TAIL.search(low[span.start : stop])
    stop = span.start + tail.start() if tail else stop
    article = _ARTICLE.match(low[span.start : stop])
    start = span.start + (article.end() if article else 0)
    result = text.trim(Span(start, stop), ".,!;:-")
    words = low[result.start : result.end].split()
    if (
        not words
        or len(words) > 14
        or _NOT_OBJECT.match(low[result.start : result.end])
        or len(low[result.start : result.end]) < 3
        or all(word.strip(".,") in _NO_NOUN for word in words)
        or _FIGURES.match(low, result.start)
    ):
        return None
    return result


def _object(reading: Reading, match: re.Match[str]) -> Span | None:
    verb = match.groupdict().get("verb")
    if verb in _WEAK and not reading.asked(Topic.BUSINESS, Topic.OFFER) and reading.knows(ProfileField.OFFER):
        return None
    start = match.start("object")
    clause = reading.text.clause_at(start)
    end = _listed(reading, clause) if reading.asked(Topic.OFFER) else clause.end
    span = phrase(reading, Span(start, end))
    if span is None or PEOPLE.match(reading.text.low_of(span)):
        return None
    return span


def _listed(reading: Reading, clause: Span) -> int:
    """The end of a list that goes on after a comma: "tafels, stoelen en kasten"."""
    later = [c for c in reading.text.clauses if c.start > clause.end]
    end = clause.end
    for nxt in later:
        words = reading.text.low_of(nxt).split()
        if (
            len(words) > 4
            or reading.text.low[end : nxt.start].strip() != ","
            or any(w in ("ik", "we", "i", "geen", "niet", "heb") for w in words)
        ):
            break
        end = nxt.end
    return end


_VERBISH = re.compile(
    r"\b(?:ik|wij|we|ze|zij|i|they|is|zijn|heb|hebben|kan|wil|werk|are|have|ben|zit|geen|niet|kost|"
    r"kosten|costs?|max|budget|prijs)\b"
)


def _priced(reading: Reading) -> list[Finding]:
    """ "taarten op maat vanaf 45 euro": a bare noun phrase with its price."""
    if not reading.asked(Topic.BUSINESS, Topic.OFFER) and reading.context.asking is not None:
        return []
    match = re.search(
        (
            r"(?:^|[,.;\n])\s*(?P<object>[^,.;\n]{3,60}?)\s+(?:(?:vanaf|voor|van|aan|tussen|from|at|for|"
            r"rond)\s+(?:de )?(?:€|£)?\s?\d|(?:€|£)\s?\d|\d+(?:,\d\d)? (?:euro|pounds))"
        ),
        reading.text.low,
    )
    if not match or _VERBISH.search(match.group("object")):
        return []
    span = phrase(reading, Span(match.start("object"), match.end("object")))
    return [Finding(ProfileField.OFFER, reading.text.of(span), span, uses=(span,))] if span else []
