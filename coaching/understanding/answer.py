"""The free answer to the open question: the owner's own words, without lead-in and what was taken already."""

import re
import unicodedata

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.normalise import BLANK, Span
from coaching.understanding.noun_phrase import phrase
from coaching.understanding.people import PEOPLE
from coaching.understanding.words_or_noise import gibberish, says_nothing
from journey.profile import ProfileField as F
from journey.topics import FIELDS, Topic

OPEN = frozenset(
    {
        Topic.BUSINESS,
        Topic.OFFER,
        Topic.PRICE,
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
_FILLERS = (
    r"ja|nee|neen|euh+|ehm+|uhm+|eh|hm+|tja|bwa|wel|nou|goh|dus|eigenlijk|ok|oke|well|so|um+|uh+|yes|"
    r"yeah|hoi|hallo|hey|hi|hello|pff+|amai|"
    r"(?:dat|da|dit|het|'t) (?:is|zijn|zal)(?: denk ik| waarschijnlijk| meestal| vooral| eigenlijk| "
    r"gewoon)*(?: (?:omdat|dat|wel))?|da's(?: eigenlijk| denk ik| vooral)*(?: omdat)?|"
    r"ik denk(?: eigenlijk| vooral)*(?: dat| aan)?|denk ik|(?:ik )?peins(?: ik)?(?: dat)?|i think(?: "
    r"that| it's)?|i guess|i'd say|probably|ik zou zeggen|volgens mij|misschien|maybe|omdat|because|cos|cuz|coz|"
    r"vooral|voornamelijk|meestal|mostly|mainly|basically|gewoon|just|"
    r"it's|it is|dat|that's|that is|usually|want|zeker|natuurlijk|eerlijk gezegd|honestly"
)
_LEADS: dict[Topic, str] = {
    Topic.PERSONA: (
        r"(?:mijn|m'n|mn|onze|my|our|de|the)? ?(?:klant\w*|doelgroep|gasten|clienten|customers?|clients?|"
        r"typische klant|typical customer|ideale klant|ideal customer|beste klant|best customer)(?: (?:is|"
        r"zijn|are|bestaan uit))|(?:het|dat|dit) zijn|they are|they're|it's|een typische klant is"
    ),
    Topic.PERSONA_NEED: (
        r"(?:ze|zij|mijn klanten|de klant|mijn klant|onze klanten|they|my customers|people|mensen|klanten|"
        r"customers|hij|she|he|zij)(?: (?:willen|wil|zoeken|zoekt|verwachten|verwacht|want|wants|need|"
        r"needs|hopen op|verlangen naar|are looking for|look for|looking for))(?: (?:vooral|gewoon|"
        r"eigenlijk|iets van|mostly|really|just|graag|to have|dat))*|dat ze"
    ),
    Topic.PERSONA_FEELING: (
        r"(?:ze|zij|they|mijn klanten|my customers) (?:voelen zich|zijn|feel|are)(?: (?:vaak|meestal|dan|"
        r"often|usually))*"
    ),
    Topic.USP: (
        r"wat (?:ons|mij|me) (?:anders|uniek|speciaal|bijzonder) maakt,? is(?: dat)?|what (?:makes|sets) "
        r"(?:us|me) (?:different|unique|special|apart) is(?: that)?|ik ben(?= de enige)|(?:wij|we) zijn(?= "
        r"de enige)|i'm(?= the only)|we're(?= the only)"
    ),
    Topic.OFFER: (
        r"(?:mensen|klanten|people|ze|they) (?:komen|come) (?:(?:bij|naar|to) (?:mij|ons|me|us) "
        r")?(?:vooral )?(?:voor|for)|(?:ons|mijn|het|our|my) (?:aanbod|product|producten|offer|"
        r"belangrijkste product) (?:is|zijn|are)|ik ben gespecialiseerd in|vooral|alles van"
    ),
    Topic.PRICE: (
        r"(?:de|een|mijn|onze|the|my) (?:gemiddelde )?(?:prijs|prijzen|price|prices|taart|behandeling|"
        r"sessie)(?: (?:is|zijn|are|ligt|liggen|kost))?|(?:dat|het|ze|it) (?:kost|kosten|costs)(?: je)?|"
        r"(?:ik|we|wij|i) (?:vraag|vragen|reken|charge)"
    ),
}
_ALWAYS_USE_UP = frozenset(
    {
        F.CHANNELS_EXCLUDED,
        F.CONSTRAINTS,
        F.EMAIL_LIST,
        F.OWNER_NAME,
        F.BUSINESS_NAME,
        F.GOAL,
        F.FORM_OF_ADDRESS,
        F.CUSTOMER_WORD,
        F.NOTES,
        F.MODEL,
    }
)
_EMPTY_TALK = frozenset(
    [
        "iedereen",
        "alles",
        "kwaliteit",
        "mensen",
        "service",
        "prijs",
        "goed",
        "goede",
        "beste",
        "klanten",
        "everyone",
        "everybody",
        "quality",
        "good",
        "best",
        "people",
        "anything",
        "price",
        "passie",
        "passion",
        "niks",
        "niets",
        "nothing",
        "veel",
        "iets",
        "persoonlijk",
        "lekker",
        "leuk",
        "mooi",
        "nice",
        "fun",
        "love",
        "liefde",
        "hulp",
        "help",
        "gemak",
        "tevreden",
        "tevredenheid",
        "vriendelijk",
    ]
)
_STOP = frozenset(
    [
        "de",
        "het",
        "een",
        "en",
        "of",
        "maar",
        "in",
        "op",
        "te",
        "aan",
        "van",
        "voor",
        "met",
        "bij",
        "die",
        "dat",
        "dit",
        "der",
        "den",
        "is",
        "zijn",
        "was",
        "ik",
        "we",
        "wij",
        "ze",
        "zij",
        "je",
        "u",
        "the",
        "a",
        "an",
        "and",
        "or",
        "but",
        "in",
        "on",
        "at",
        "to",
        "of",
        "for",
        "with",
        "by",
        "that",
        "this",
        "is",
        "are",
        "was",
        "i",
        "we",
        "they",
        "you",
        "heel",
        "erg",
        "zeer",
        "very",
        "really",
        "wel",
        "ook",
        "nog",
        "er",
        "om",
        "als",
        "uit",
        "naar",
        "vooral",
        "gewoon",
        "just",
        "so",
        "dus",
        "eigenlijk",
        "graag",
        "ons",
        "onze",
        "mijn",
        "my",
        "our",
        "their",
        "hun",
    ]
)


def find_answer(reading: Reading, taken: list[Finding], asked_back: Span | None) -> list[Finding]:
    """The finding that fills the field of the open question, where the message answers it in free words."""
    topic = reading.context.asking
    if topic not in OPEN or topic is None:
        return []
    field = F.OFFER if topic is Topic.BUSINESS else FIELDS[topic][0]
    if any(f.field is field for f in taken):
        return []
    if topic is Topic.TRADE:
        return _whole(reading, asked_back)
    for run in _runs(reading, taken, asked_back, single=topic is Topic.BUSINESS):
        span = _trimmed(reading, _before_people(reading, run, taken, topic), topic)
        if span and _fits(reading, span, topic, taken):
            return [Finding(field, reading.text.of(span), span)]
    return []


def _whole(reading: Reading, asked_back: Span | None) -> list[Finding]:
    """The answer to the question of a trade, whole: days and numbers in it are its point."""
    span = reading.text.trim(reading.text.whole, ".,!;:-")
    low = reading.text.low_of(span)
    if asked_back or not re.search(r"[a-z]{2}", low) or gibberish(low) or says_nothing(low):
        return []
    return [Finding(F.TRADE_ANSWER, reading.text.of(span), span)]


_FOR = re.compile(r"\s+(?:voor|aan|for|to)\s+$")


def _before_people(reading: Reading, run: Span, taken: list[Finding], topic: Topic) -> Span:
    """An offer ends where the words begin that tell whom it is for."""
    for finding in taken:
        if topic is Topic.BUSINESS and finding.field is F.PERSONA_SITUATION and run.holds(finding.span):
            cut = _FOR.search(reading.text.low, run.start, finding.span.start)
            return Span(run.start, cut.start()) if cut else run
    return run


def is_thin(reading: Reading, findings: list[Finding], topic: Topic | None) -> bool:
    """Whether the answer to the open question says too little to build on."""
    fields = FIELDS.get(topic, ()) if topic in OPEN and topic is not Topic.PRICE and topic is not None else ()
    if topic is Topic.BUSINESS:
        fields = () if any(f.field is F.SECTOR for f in findings) else (F.OFFER,)
    answers = [f for f in findings if f.field in fields and isinstance(f.value, str)]
    if not answers:
        return False
    words = {w for f in answers for w in reading.text.low_of(f.span).split()}
    content = {w.strip(".,!'\"") for w in words} - _STOP
    limit = 0 if topic in (Topic.OFFER, Topic.BUSINESS) else 2
    return len(content - _EMPTY_TALK) == 0 or len(content) <= limit


def _runs(reading: Reading, taken: list[Finding], asked_back: Span | None, single: bool) -> list[Span]:
    """The runs of clauses that nothing else has used up, longest first; each clause alone, in order, where `single`."""
    runs: list[Span] = []
    open_run = False
    for clause in reading.text.clauses:
        if _used(reading, clause, taken, asked_back):
            open_run = False
            continue
        if open_run and _goes_on(reading, runs[-1], clause, single):
            runs[-1] = Span(runs[-1].start, clause.end)
        else:
            runs.append(clause)
        open_run = True
    return runs if single else sorted(runs, key=lambda run: run.start - run.end)


def _goes_on(reading: Reading, run: Span, clause: Span, single: bool) -> bool:
    """Whether a clause belongs to the run before it: always, or where `single`, as the next thing of a list ("coffee,
    cake and lunch")."""
    between = reading.text.clean[run.end : clause.start]
    if BLANK in between:
        return False
    words = (len(reading.text.low_of(part).split()) for part in (run, clause))
    return not single or (between.strip() == "," and max(words) <= _LISTED)


#: Words of one thing in a list, "and" included.
_LISTED = 4
_GREETING = re.compile(
    r"(?:hoi|hallo|hey|hi|hiya|hello|howdy|dag|goeie?(?:n?dag|morgen|middag|n?avond)|goede(?:n?dag|morgen|middag|navond)|"
    r"good (?:morning|afternoon|evening|day)|morning|evening|ok|ja|bedankt|merci|thanks|sorry|nee)(?: \w{1,8})?"
)


def _used(reading: Reading, clause: Span, taken: list[Finding], asked_back: Span | None) -> bool:
    if asked_back and clause.touches(asked_back):
        return True
    if _GREETING.fullmatch(reading.text.low_of(clause)):
        return True
    return any(_uses_up(reading, finding, clause) for finding in taken)


def _uses_up(reading: Reading, finding: Finding, clause: Span) -> bool:
    spans = list(finding.uses) if finding.field in _ALWAYS_USE_UP else []
    if finding.field is F.LOCATION and reading.asked(Topic.BUSINESS):
        spans.append(finding.span)
    if finding.field is F.PERSONA_AGE and len(reading.text.clauses) > 1:
        spans.append(finding.span)
    return any(_covers(span, clause) for span in spans) or _sold_there(reading, finding, clause)


def _sold_there(reading: Reading, finding: Finding, clause: Span) -> bool:
    """Whether a clause of an answer about the business tells its trade, price or channel rather than its offer."""
    fields = {Topic.BUSINESS: (F.SECTOR, F.PRICE, F.CHANNELS_CURRENT), Topic.OFFER: (F.PRICE, F.CHANNELS_CURRENT)}
    asked = fields.get(reading.context.asking, ()) if reading.context.asking else ()
    return finding.field in asked and any(span.touches(clause) for span in finding.uses)


def _covers(span: Span, clause: Span) -> bool:
    overlap = min(span.end, clause.end) - max(span.start, clause.start)
    return overlap > 0 and overlap >= 0.5 * (clause.end - clause.start)


def _trimmed(reading: Reading, span: Span, topic: Topic) -> Span | None:
    leads = (
        re.compile(rf"(?:{_LEADS[topic]}|{_FILLERS})(?=[\s,:.]|$)[\s,:.]*")
        if topic in _LEADS
        else re.compile(rf"(?:{_FILLERS})(?=[\s,:.]|$)[\s,:.]*")
    )
    start = span.start
    for _ in range(8):
        match = leads.match(reading.text.low, start, span.end)
        if match is None or match.end() >= span.end or _opens_clause(reading, start, topic):
            break
        start = match.end()
    trimmed = reading.text.trim(_without_symbols(reading, Span(start, span.end)), ".,!;:-")
    tail = re.search(
        (
            r"(?:[\s,]+(?:meestal|mostly|vooral|denk ik|ofzo|of zo|eigenlijk|i think|i guess|hoor|he|of zoiets|"
            r"zeg maar|weet je|weetje|snap je|"
            r"zeker|enzo|en zo|haha|lol|ze))+$"
        ),
        reading.text.low_of(trimmed),
    )
    end = trimmed.start + tail.start() if tail and tail.start() > 0 else trimmed.end
    if topic in (Topic.BUSINESS, Topic.OFFER):
        empty = topic is Topic.OFFER and reading.text.low_of(Span(trimmed.start, end)) in _EMPTY_TALK
        return Span(trimmed.start, end) if empty else phrase(reading, Span(trimmed.start, max(end, trimmed.start)))
    return Span(trimmed.start, end) if end > trimmed.start else None


def _without_symbols(reading: Reading, span: Span) -> Span:
    """`span` without emoji at its ends."""
    start, end = span.start, span.end
    while end > start and unicodedata.category(reading.text.clean[end - 1]) in _SYMBOLS:
        end -= 1
    while start < end and unicodedata.category(reading.text.clean[start]) in _SYMBOLS:
        start += 1
    return Span(start, end)


_SYMBOLS = frozenset(["So", "Sk", "Mn", "Zs"])


_HANGS_ON = re.compile(r"(?:dat|of|that|whether)\s+(?!is\b|zijn\b|zal\b|kan\b|ze bang\b|they'?re afraid\b|they fear\b)")


def _opens_clause(reading: Reading, start: int, topic: Topic) -> bool:
    """ "dat het te eng is": a fear keeps the word that its clause hangs on."""
    return topic is Topic.PERSONA_PAIN and _HANGS_ON.match(reading.text.low, start) is not None


_VERBISH = re.compile(r"\b(?:ik|wij|we|i|ben|zijn|heb|hebben|is|am|are|have|wil|kan|zit|werk|ze|they|hij|gaat|was)\b")


_NO_OFFER = re.compile(
    r"^(?:samen met|planning|eenmanszaak|zzp\w*|bvba|bv|vof|strippenkaart|voor|for|with|together with)\b|"
    r"\bvolgers\b|\bfollowers\b|^\W*\d|"
    r"\b(?:dood|stil|druk|leeg|rustig|kalm|open|dicht|gesloten|seizoen|quiet|busy|season)\b"
)


def _fits(reading: Reading, span: Span, topic: Topic, taken: list[Finding]) -> bool:
    low = reading.text.low_of(span)
    if not re.search(r"[a-z]{2}|\d", low) or gibberish(low) or says_nothing(low):
        return False
    if topic is Topic.BUSINESS:
        named = any(f.field in (F.SECTOR, F.BUSINESS_NAME) for f in taken)
        named = named and not any(f.field is F.LOCATION and f.span.touches(span) for f in taken)
        if _NO_OFFER.search(low):
            return False
        return named and not PEOPLE.match(low) and not _VERBISH.search(low) and len(low.split()) <= 8
    if topic not in (Topic.PERSONA, Topic.PRICE) and not re.search(r"[a-z]{2}", low):
        return False
    if topic is Topic.OFFER:
        return not re.search(r"\b(?:ik|wij|i|they|ze) \w+", low) and len(low.split()) <= 14
    return True
