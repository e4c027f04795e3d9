"""Sentences that ask something, told from answers that only look like it."""

import re

from coaching.understanding.intents.everyday import asks_in_passing
from coaching.understanding.text.normalise import Span, Text

ASKS = re.compile(
    r"^(?:(?:ja|nee|ok|maar|en|euh|hm+|trouwens|hey|oh|ah|so|but|and|btw|vraagje|even een vraag|by the "
    r"way|all(?:ee?|ez)|awel|zeg|sorry|nou|nu|dus|goh|tja|pff+|zo|ma|mo|mar|well|now|right|ok[eé]|okay)\b[\s,:.-]*)*"
    r"(?:wat?|wie|waar|wanneer|waarom|hoe|hoeveel|welke?|wiens|waarvoor|waarmee|(?:what|who|where|when|why|how)s?|"
    r"which|leg (?:\w+ ){0,8}uit|vertel (?:me|eens|iets)|explain|"
    r"tell me|is een|is a|bestaat|werkt|moet ik|should i|kan je|kun je|kunt u|kan jij|can you|could "
    r"you|do i|does|heeft het zin)\b"
)
#: Said before a question or an answer.
_LEADS = (
    r"(?:(?:ja|nee|neen|ok|oke|okay|maar|en|euh+|goh|tja|zeg|allez?|awel|dus|nu|ma|mo|so|but|and|well|now)\b[\s,.!-]*)*"
)
#: A verb before its subject, which asks without a question mark too, unless it denies: "kan ik niet".
_VERB_FIRST = re.compile(
    rf"^{_LEADS}(?:(?:mag|mogen|moogt|moet|moeten|kan|kun|kunt|kunnen|zou|zouden)\s+"
    r"(?:ik|'?k|we|wij|ge|gij|je|jij|u|men|(?:een|ne|nen|'?n) mens|iemand|zo'n|zoiets)|"
    r"is (?:het|'?t|dat|da|dit|er|zo'n|zoiets|it|that|this|there|a|an)|"
    r"(?:helpt|werkt|loont|bestaat) (?:het|'?t|dat|da|dit|er|zo'n|zoiets)|"
    r"(?:can|could|may|should|must|would|do|does) (?:i|we|you|people|one|anyone|it|that|this|there|a|an))\b"
    r"(?!(?:\W+[\w']+){0,3}?\W+(?:niet|nie|ni|geen|gene|nooit|not|no|never)\b)"
)
#: What says in the shape of a question that something won't do: "wie gaat dat betalen", "waar haal ik de tijd".
_OBJECTS = re.compile(
    rf"^{_LEADS}(?:(?:[\w']+\W+){{1,4}}(?:dat|da|die|dit|daar\w*|er\w*|it|that|this|there|them)\b|"
    r"(?:waar|wanneer|where|when) (?:\w+ )?(?:haal|vind|heb|do|would|find|get) .{0,8}\b(?:tijd|geld|centen|time|"
    r"money)\b|"
    r"is (?:a|an|een|ne|nen) (?:bit|lot|little|beetje|tikje)\b|(?:do|does) \w+ look like\b)"
)
#: What asks for more of something, and not for words about it.
_BRINGS_ABOUT = re.compile(
    rf"^{_LEADS}(?:kan|kun|kunt|kunde|kende|wil|wilt|zou|zoudt|can|could|will|would)\s+(?:je|jij|ge|gij|u|jullie|you)\b"
    r"(?!.*\b(?:uitleg\w*|leg|vertel\w*|zeggen|weten|over|explain|tell|say|about)\b)"
    r".{0,50}\b(?:me|mij|ons|us|mijn|my|onze|our|zorgen)\b.{0,40}\b(?:meer|more|nieuwe?|new|extra|vol|voller|fuller|sneller|beter|better|"
    r"terug ?komen|come back|groeien|grow)\b"
)
#: "waarom ze komen: ...", "why choose me: ...": a name with an answer behind it.
_LABEL = re.compile(
    rf"^{_LEADS}(?:wat?|wie|waar|waarom|hoe|wanneer|what|who|where|why|how|when)\b[^?:\n]{{0,50}}:\s*[^?\s][^?]*$"
)
#: "moet ik niet weten van tiktok": a verb before its subject that says no.
_WONT = re.compile(rf"^{_LEADS}(?:moet|hoef|wil|will) (?:ik|'?k|we|wij) (?:\w+ )?(?:niet|nie|ni|geen|gene)\b")
_UNTIL_IT_HELPS = (
    r"(?:voor|eer|tot|before|until|till)(?:dat)?\b.{0,25}\b(?:merk\w*|resulta\w+|effect\w*|results?|notice\w*|"
    r"differences?|verschil\w*)|(?:takes?|taking) .{0,12}\bto (?:work|pay off|help)\b|"
    r"(?:voor|eer|tot)(?:dat)? (?:dat|dit|het|'?t|da|zoiets) (?:\w+ ){0,2}(?:werkt|helpt|opbrengt|oplevert)"
)
_THEORY = re.compile(
    r"\b(?:touchpoints?|contactmoment\w*|customer journey|journey|klantreis|persona|aida|see think|"
    r"stdc|see en think|dazzle|keenr|wux|fase[ns]?|stages?|"
    r"funnel|seo|sea|conversie|conversion|marketing|adverten\w+|advertis\w+|advertentie|ads?|adwords|"
    r"algoritme|algorithm|content|hashtags?|nieuwsbrief|newsletter|"
    r"doelgroep|target|model(?:len)?|bereik|reach|engagement|reviews?|recensies|merk|brand|branding|"
    r"logo|volgers|followers|posten|post|reels?|stories|"
    r"instagram|facebook|tiktok|linkedin|google|e-mail|email|flyers?|website|klanten|customers|"
    r"loyaliteit|loyalty|mond-tot-mond|usp|storytelling|cta|call to action|"
    r"meten|measure|metric|kpi|roi|leads?|verkoop\w*|sales|promotie|aankoop|purchase|bewustwording\w*|"
    r"awareness|overweging\w*|consideration|b2b|b2c|strategie|strategy|see|think|do|care|"
    r"concurrent\w*|(?:verschil\w*|onderscheid|differences?) (?:tussen|between)|upsell\w*|cross-?sell\w*|"
    rf"{_UNTIL_IT_HELPS}|remarketing|retargeting|onboarding|lead magnet|social proof|contentkalender|"
    r"content calendar)\b"
)
#: Put behind what is told, it asks for no answer: "..., is that mad?", "..., snap je?".
_TAG = re.compile(
    r"(?:(?:is|was|klinkt|mag|kan|telt|sounds?|does|will|would) (?:that|this|it|dat|da|dit|het|'?t)(?: \w+){0,3}|"
    r"(?:you|ya) know(?: what i mean)?|(?:know|see) what i mean|weet (?:je|ge|u)(?: wel)?|"
    r"(?:snap|snapt|begrijp|begrijpt|ken|kent|versta|verstaat) (?:je|ge|u)(?: (?:dat|da|'t|me))?|"
    r"(?:who|wie) .{0,12}\b(?:told|zei|zegt) .{0,12})(?: (?:haha+|lol|he|hoor|though|eigenlijk))?\?+"
)
_RHETORICAL = re.compile(
    r"\b(?:niet\?|toch\?|he\?|right\?|ok\?|denk ik\?|misschien\?|of zo\?|ofzo\?|i guess\?|eh\?|of "
    r"niet\?)\s*$"
)
#: "wat we doen? tapijten reinigen": the coach's question said over, subject before verb.
_ECHO = re.compile(
    r"(?:wat|wie|waar|hoe|waarom|what|who|where|how|why) (?:(?:dat|da|die) (?:zijn|is|was)|ik|we|wij|"
    r"ze|zij|i|they|mijn klanten|our customers)\b"
)
#: "wat ik wil is dat ...": the words of a question before what is told.
_WHAT_WE_WANT = re.compile(
    rf"^{_LEADS}(?:(?:wat|wa|what) (?:ik|we|wij|'?k|i)(?: \w+){{1,3}} (?:is|zijn|'s)|"
    r"what (?:i|we)'d \w+(?: \w+){0,2} is)\b"
)
#: Without a question mark only these open a question: "wat ik merk is dat" opens an answer.
_SURELYASKS = re.compile(
    r"^(?:\w+[\s,]+){0,3}?(?:(?:wat?|wie|waar|wanneer|waarom|hoe|hoeveel|welke?|what|who|where|when|why|how|which)"
    r"\s+(?:\w+\s+)?(?:is|zijn|was|are|was|doe|doet|do|does|moet|moeten|should|kan|kun|kunt|can|could|werkt|werken|"
    r"works?|betekent|means?|houdt|zou|would|heeft|heb|have|has|maak|maakt|begin|krijg|kom|meet|often|vaak|veel|lang|"
    r"many|much|long|kost|kosten|costs?|schrijf|zet|plaats|gebruik|weet)\b|leg (?:\w+ ){0,8}uit|"
    r"(?:what|who|where|when|how)(?:'s|s)\s+\w+|vertel (?:me|eens|iets)|explain|tell me|heeft het zin|moet ik|"
    r"should i|kan je|kun je|kunt u|kan jij|can you|could you|do i)\b"
)
#: Verb before subject: a sentence with a question mark that really asks.
_INVERTED = re.compile(
    r"\b(?:is|zijn|was|moet|moeten|kan|kun|kunt|kunnen|mag|heb|heeft|hebben|wil|wilt|ga|gaat|werkt|werken|bestaat|"
    r"helpt|zit|zitten|staat|staan|"
    r"doe|doet|vind|vindt|denk|denkt|weet|ken|kent|zou|zal|hoeft|hoef|loont|are|is|do|does|can|could|should|will|would|"
    r"have|has)\s+(?:je|jij|u|ge|gij|jullie|ik|we|wij|dat|het|dit|er|die|ze|een|you|i|we|it|that|this|there|they|the|"
    r"a)\b"
)
#: A short sentence with its verb first, or with a question word before it, asks without a mark too.
_ASKS_BARELY = re.compile(
    r"^\W*(?:(?:ja|en|maar|euh+|ok|ma|but|and|so)\W+)*(?:"
    r"(?:is|zijn|was|moet|moeten|krijg|krijgen|ga|gaat|mag|kan|kun|kunt|do|does|did|are|can|could|should|will|would)\s+"
    r"(?:je|jij|u|ge|gij|ik|we|wij|dat|da|het|dit|er|that|this|there|it|anyone|somebody|iemand|i|you|they)\b|"
    r"(?:wat|wa|waar|wie|hoe|waarom|what|who|how|where|why)\s+"
    r"(?:bedoel\w*|slaat|is|zou|zouden|would|on|the|do|does|gaat|moet|heeft|kan|betekent|mean\w*)\b)"
)
_BARELY = 9


def asks_until_it_helps(low: str) -> bool:
    """Whether folded words speak of the time until something is noticed: "hoe lang duurt het voor je iets merkt"."""
    return re.search(rf"\b{_UNTIL_IT_HELPS}", low) is not None


def labels(low: str) -> bool:
    """Whether folded words name what they tell, as a question would: "waarom ze komen: ik lever aan huis"."""
    return _LABEL.match(low) is not None


def asks_openly(low: str) -> bool:
    """Whether folded words begin as a question does, with its mark or without."""
    return ASKS.match(low) is not None or _VERB_FIRST.match(low) is not None


def surely_asks(low: str) -> bool:
    """Whether folded words begin with a question word and its verb: "wat zet je in een onderwerpregel"."""
    return _SURELYASKS.match(low) is not None


def wants_done(low: str) -> bool:
    """Whether folded words ask the coach to bring something about: "kan u ons meer gasten bezorgen?"."""
    return _BRINGS_ABOUT.match(low) is not None


def asks_of_its_own(low: str) -> bool:
    """Whether folded words ask about something else than what was just said: "wie gaat dat betalen" does not."""
    return asks_openly(low) and _OBJECTS.match(low) is None


def asks_somehow(low: str) -> bool:
    """Whether folded words have the mark or the order of a question."""
    return low.rstrip().endswith("?") or ASKS.match(low) is not None or _INVERTED.search(low) is not None


def asks_barely(text: Text) -> bool:
    """Whether a short message of one sentence asks something, whatever marks it lacks."""
    return len(text.clauses) == 1 and len(text.words) <= _BARELY and _ASKS_BARELY.match(text.low) is not None


def question_in(text: Text) -> Span | None:
    """The first sentence that asks about marketing or anything else that is no answer."""
    for clause in questions(text):
        low = text.low_of(clause)
        if (_RHETORICAL.search(low) and not ASKS.match(low)) or _ECHO.match(low):
            continue
        if _takes_up(text, clause) or _tags(text, clause):
            continue
        if _really_asks(low):
            return clause
    return None


def _takes_up(text: Text, clause: Span) -> bool:
    """ "die nieuwsbrief? die sturen we niet meer": a few words taken up with a question mark, and answered."""
    low = text.low_of(clause)
    few = len(low.split())
    bare = (few <= _FEW and not ASKS.match(low)) or (few <= _SOME and _echoes(low))
    return bare and not _INVERTED.search(low) and re.search(r"[a-z]{2}", text.low[clause.end :]) is not None


def _echoes(low: str) -> bool:
    """ "what, like one person?", "wie, de klant?": the coach's question said over before its answer."""
    return ASKS.match(low) is not None and not _SURELYASKS.match(low) and not _THEORY.search(low)


def asked_for_nothing(text: Text) -> list[Span]:
    """The questions of a message that tell nothing and want no answer: tags behind what is told, and the coach's own
    question said over before it."""
    return [
        each for each in questions(text) if _tags(text, each) or (_takes_up(text, each) and _echoes(text.low_of(each)))
    ]


def _tags(text: Text, clause: Span) -> bool:
    """Whether a question hangs on what was told before it, and asks nothing of its own."""
    told = text.low[: clause.start].rpartition("?")[2].split()
    return len(told) >= _TELLING and _TAG.fullmatch(text.low_of(clause)) is not None


#: Words of a thing taken up, and of one taken up with a question word; words before a tag that tell something.
_FEW, _SOME, _TELLING = 3, 5, 4


def _really_asks(low: str) -> bool:
    """ "ouders met kinderen?" is an unsure answer, "wat ik merk is dat..." a sure one; neither is a question."""
    if low.endswith("?"):
        return bool(ASKS.match(low) or _INVERTED.search(low) or _THEORY.search(low))
    if labels(low) or _WONT.match(low):
        return False
    surely = _SURELYASKS.match(low) or _VERB_FIRST.match(low)
    return bool(surely and _THEORY.search(low)) or asks_in_passing(low)


def questions(text: Text) -> list[Span]:
    """The sentences of a message that ask something."""
    found = []
    for match in re.finditer(r"[^.!?\n]+(?:\.(?=\S)[^.!?\n]+)*\??", text.low):
        span = text.trim(Span(match.start(), match.end()))
        span = _after_comma(text, span)
        low = text.low_of(span)
        if low.endswith("?") or (not _WHAT_WE_WANT.match(low) and (asks_openly(low) or asks_in_passing(low))):
            found.append(span)
    return found


def _after_comma(text: Text, span: Span) -> Span:
    """ "nee nog niet, moet ik dat hebben?": what stands before the comma is an answer."""
    if ASKS.match(text.low_of(span)) or not text.low_of(span).endswith("?"):
        return span
    for comma in re.finditer(r",\s+", text.low[span.start : span.end]):
        later = Span(span.start + comma.end(), span.end)
        if asks_openly(text.low_of(later)) or _TAG.fullmatch(text.low_of(later)):
            return later
    return span
