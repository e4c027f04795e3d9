"""The trade of a business in words that no list holds: "ik ben zadelmaker", "we run a seaweed farm"."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.phrases.chatter import is_of_the_moment, only_leads_in
from coaching.understanding.phrases.noun_phrase import phrase
from coaching.understanding.phrases.people import PEOPLE
from coaching.understanding.text.normalise import Span, fold
from coaching.understanding.text.words_or_noise import gibberish
from journey.profile import ProfileField as F
from journey.topics import Topic

_BEFORE = (
    r"(?:(?:een|'n|n|a|an|the|de|mijn|onze|my|our|eigenlijk|ook|nu|zelf|klein|kleine|small|little|zelfstandige?|"
    r"freelance|self-employed|professional|professioneel|al|sinds kort|van beroep|nogal|gewoon|just|also)\s+){0,4}"
)
_TOLD = re.compile(
    r"\b(?:(?:ik|wij|we|'k|k) (?:ben|zijn|heb|hebben|run|runnen|start|begin|baat|zen|hem|em)|im|ima|kheb|khem|kben|"
    r"'k heb|"
    r"ben|eigenaar van|"
    r"eigenares van|"
    r"uitbater van|zaakvoerder van|zaakvoerster van|mijn (?:zaak|bedrijf|beroep|vak|job) is|het is|'t is|tis|i'm|i am|"
    rf"we're|we are|i run|we run|i own|we own|i have|we have|owner of|my (?:business|trade|job) is|it's)\s+{_BEFORE}"
    r"(?P<trade>[a-z])"
)
_BARE = re.compile(
    r"^(?:(?:hoi|hallo|hey|hi|hello|dag|geachte|beste|goedemiddag|goedemorgen|goedenavond|goeiemorgen|goeiemiddag|"
    r"goeienavond|good (?:morning|afternoon|evening)|dear|mevrouw|mijnheer|meneer|sir|madam|coach|iedereen|goeiedag|"
    r"goedendag|yo|euh+|ehm|ja|ok|oke)\b[\s,!.]*)*" + _BEFORE
)
#: What follows the trade: a name, a wish, more about it.
_MORE = re.compile(
    r"\s+(?:genaamd|genoemd|heet|called|named|met de naam|hier|here|en (?:ik|we|wij|zou|wil|zoek|heb|ben|werk|doe|"
    r"woon)|"
    r"and (?:i|we|would|want|need)|ook|gespecialiseerd|in bijberoep|in hoofdberoep|als bijberoep|sinds|al \d|voor|"
    r"for|te|"
    r"haha|hihi|lol|zeg maar|ofzo|of zo)\b"
)
_NO_TRADE = re.compile(
    r"(?:welkom|welcome|aleu|alle[ez]|amai|menneke|luister|jongen|kerel|maat|mate|man|let's|lets|laten|laat|we|beginnen|begin|hiya|hey|"
    r"verkoop|verkopen|sell|selling|open|nieuw|net|pas|druk|klaar|benieuwd|blij|op zoek|bezig|"
    r"begonnen|gestart|gevestigd|actief|gespecialiseerd|er|van|"
    r"de enige|geen|niet|niks|niets|weinig|veel|nood|hulp|vraag|tijd|haast|zin|last|moeite|problemen?|website|"
    r"klanten|wat|wie|hoe|waar|benieuwd|moe|beu|alleen|samen|met|not|no|here|new|happy|looking|busy|based|tired|"
    r"interested|just|only|ready|time|trouble|een vraag|goed|slecht|echt|heel|zeer|erg|te|very|so|simple|simpel|"
    r"moeilijk|jaar|ja|nee|hallo|hoi|plan|dringend|kort|snel|sorry|ok|stop|help|test|hier|dit|dat|kapot|dicht|open|"
    r"bang|zeker|onzeker|allergisch|hard|aan het|trying|struggling|sick|ziek|zot|gek|ik|wij|we|i|u|je|jij|mij|me|"
    r"slecht|boos|idee|bedrijf|bedrijfje|zaak|zaakje|firma|team|winkel|winkeltje|company|business|shop|store|webshop|"
    r"wij zijn|geachte|beste|hallo|lang|kleine zelfstandige|de|geluk|vrij|niemand|iemand|zelfstandig|freelancer|"
    r"ondernemer|zzp'?er|starter|eigenaar|mens|"
    r"vrouw|man|moeder|papa|mama|vader)\b"
)
_VERBS = re.compile(
    r"\b(?:is|zijn|was|zit|zitten|sta|staan|kom|komt|komen|kheb|khem|kben|heb|hebt|heeft|hebben|ben|bent|wil|wilt|"
    r"willen|kan|kun|kunnen|moet|zou|zal|"
    r"gaat|ga|weet|are|am|"
    r"have|has|want|can|do|does|need|ik|wij|we|jij|je|u|you|i|they|ze|mag|doe|doet|staat|werkt|wordt|worden|"
    r"kost|kosten|costs?)\b"
)
#: A lone word or two are only a trade where they sound like one.
_SOUNDS_LIKE_WORK = re.compile(
    r"\b\w{3,30}(?:er|ster|or|ist|iste|eur|euse|aar|oog|oge|aaf|smid|arts|paat|loog|loge|path|man|vrouw|verhuur|verkoop|"
    r"les|lessen|ing|erij|"
    r"zaak|"
    r"winkel|shop|store|salon|atelier|studio|kantoor|praktijk|bureau|centrum|school|club|dienst|werk|werken|reizen|"
    r"tours?|"
    r"room|rooms|rental|hire|services?|farm|clinic|making|repairs?|lessons?|classes|huis|kamer|kamers|hoeve|park|"
    r"tuin|kraam|"
    r"truck|bar|cafe|handel|import|onderhoud|techniek|kunst|art|therapie|coaching|catering|muziek)\b|\b\w+ \w+ \w+"
)
_LONGEST = 6


def find_trade(reading: Reading, taken: list[Finding]) -> list[Finding]:
    """The offer of a business whose trade no list holds; none where trade or offer are found already."""
    if not reading.asked(Topic.BUSINESS) or any(f.field in (F.SECTOR, F.OFFER) for f in taken):
        return []
    if reading.knows(F.OFFER) and not reading.correcting:
        return []
    for start in _starts(reading, sure=bool(taken)):
        span = _trade(reading, start, taken)
        if span:
            return [Finding(F.OFFER, reading.text.of(span), span)]
    return []


def _starts(reading: Reading, sure: bool) -> list[int]:
    """Where a trade may begin: after words that announce one, else at the start of each short clause."""
    told = [match.start("trade") for match in _TOLD.finditer(reading.text.low)]
    bare = []
    for clause in reading.text.clauses:
        lead = _BARE.match(reading.text.low_of(clause))
        start = clause.start + (lead.end() if lead else 0)
        low = reading.text.low[start : clause.end]
        if low and not _VERBS.search(low) and (sure or _SOUNDS_LIKE_WORK.search(low)):
            bare.append(start)
    return [*told, *bare]


def _trade(reading: Reading, start: int, taken: list[Finding]) -> Span | None:
    low = reading.text.low
    clause = reading.text.clause_at(start)
    more = _MORE.search(low, start, clause.end)
    others = [f.span.start for f in taken if start < f.span.start < clause.end]
    end = min([more.start() if more else clause.end, *others])
    span = phrase(reading, reading.text.trim(Span(start, end), ".,;:!"))
    if span is None or _NO_TRADE.match(reading.text.low_of(span)) or PEOPLE.match(reading.text.low_of(span)):
        return None
    if any(f.span.touches(span) or any(u.holds(span) for u in f.uses) for f in taken):
        return None
    words = low[span.start : span.end].split()
    if any(f.field is F.OWNER_NAME and fold(str(f.value)) == " ".join(words) for f in taken):
        return None
    told = low[span.start : span.end]
    if gibberish(told) or only_leads_in(told) or is_of_the_moment(told):
        return None
    wordlike = re.search(r"[a-z]{3}", told) and not _VERBS.search(told)
    return span if wordlike and len(words) <= _LONGEST else None
