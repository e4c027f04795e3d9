"""What an owner wants of the coach: a question back, a command, a greeting; by patterns, one intent a message."""

import re
from dataclasses import dataclass
from functools import lru_cache

from coaching.understanding.normalise import Span, Text
from coaching.understanding.wordlists import load
from journey.hearing import Context, Intent
from journey.keys import Language
from journey.topics import Topic

QUESTIONS_BACK = frozenset(
    {
        Intent.THEORY,
        Intent.MEANING,
        Intent.WHY,
        Intent.ADVICE,
        Intent.WHO_READS,
        Intent.ROBOT,
        Intent.COST,
        Intent.HOW_LONG,
    }
)
#: Nothing an owner says with one of these is taken into the profile.
NO_FACTS = frozenset(
    {
        Intent.COMMANDING,
        Intent.ABUSE,
        Intent.DELETE,
        Intent.SYMBOLS,
        Intent.DONT_KNOW,
        Intent.SKIP,
        Intent.STOP,
        Intent.BACK,
        Intent.RESTART,
        Intent.RESUME,
        Intent.GREETING,
        Intent.THANKS,
        Intent.EXPORT,
        Intent.SUMMARY,
    }
)

_POLITE = re.compile(
    r"^(?:(?:ok|oke|okay|ja|nee|euh+|uh+|ehm|uhm|hmm*|pff+|goh|tja|nou|well|so|hey|hoi|hallo|hi|hello|"
    r"sorry|ah|oh|en|maar|but|and|coach|please|dus|bwa|allee?|zeg|haha+|hihi|lol)\b[\s,.!-]*)+"
)
_TAIL = re.compile(
    r"(?:[\s,.!?]{0,6}\b(?:aub|a\.u\.b|alsjeblieft|alstublieft|please|pls|plz|sorry|hoor|he|haha|thanks|"
    r"bedankt|merci|graag|lol)\b)+[\s.!?]*$"
)
_EDGES = " \t\n.,!?;:…~*_\"'()-"
_ASKS = re.compile(
    r"^(?:(?:ja|nee|ok|maar|en|euh|hm+|trouwens|hey|oh|ah|so|but|and|btw|vraagje|even een vraag|by the "
    r"way)\b[\s,:.-]*)*"
    r"(?:wat|wie|waar|wanneer|waarom|hoe|hoeveel|welke?|wiens|waarvoor|waarmee|what|who|where|when|why|"
    r"how|which|leg (?:me |mij )?(?:eens )?uit|vertel (?:me|eens|iets)|explain|"
    r"tell me|is een|is a|bestaat|werkt|moet ik|should i|kan je|kun je|kunt u|kan jij|can you|could "
    r"you|do i|does|heeft het zin)\b"
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
    r"concurrent\w*)\b"
)
_RHETORICAL = re.compile(
    r"\b(?:niet\?|toch\?|he\?|right\?|ok\?|denk ik\?|misschien\?|of zo\?|ofzo\?|i guess\?|eh\?|of "
    r"niet\?)\s*$"
)
#: "geen facebook want dat snap ik niet" tells why; it does not ask what the coach means.
_REASON = re.compile(r"\b(?:want|omdat|because|cause|doordat|dus)\b")
_SHORT_REMARK = 12
#: Without a question mark only these open a question: "wat ik merk is dat" opens an answer.
_SURELY_ASKS = re.compile(
    r"^(?:\w+[\s,]+){0,3}?(?:(?:wat|wie|waar|wanneer|waarom|hoe|hoeveel|welke?|what|who|where|when|why|how|which)"
    r"\s+(?:\w+\s+)?(?:is|zijn|was|are|was|doe|doet|do|does|moet|moeten|should|kan|kun|kunt|can|could|werkt|werken|"
    r"works?|betekent|means?|houdt|zou|would|heeft|heb|have|has|maak|maakt|begin|krijg|kom|meet|often|vaak|veel|lang|"
    r"many|much|long|kost|kosten|costs?|schrijf|zet|plaats|gebruik|weet)\b|leg (?:me |mij )?(?:eens )?uit|"
    r"vertel (?:me|eens|iets)|explain|tell me|heeft het zin|moet ik|"
    r"should i|kan je|kun je|kunt u|kan jij|can you|could you|do i)\b"
)
#: Verb before subject: a sentence with a question mark that really asks.
_INVERTED = re.compile(
    r"\b(?:is|zijn|was|moet|moeten|kan|kun|kunt|kunnen|mag|heb|heeft|hebben|wil|wilt|ga|gaat|werkt|werken|bestaat|"
    r"helpt|"
    r"doe|doet|vind|vindt|denk|denkt|weet|ken|kent|zou|zal|hoeft|hoef|loont|are|is|do|does|can|could|should|will|would|"
    r"have|has)\s+(?:je|jij|u|ge|gij|jullie|ik|we|wij|dat|het|dit|er|die|ze|een|you|i|we|it|that|this|there|they|the|"
    r"a)\b"
)
_LONGEST_COMMAND = 200
_LETTERS = re.compile(r"[^\W_]")
_YES_EMOJI = re.compile(r"^[\s👍✅👌🙌🆗💯✔\ufe0f\U0001F3FB-\U0001F3FF]+$")
_NO_EMOJI = re.compile(r"^[\s👎❌🚫\ufe0f\U0001F3FB-\U0001F3FF]+$")
_YES = re.compile(
    r"(?:ja+|jaja|jawel|jazeker|jep|yep|yes|yeah|yess+|yup|ya|zeker(?: weten)?|tuurlijk|natuurlijk|"
    r"klopt|correct|juist|inderdaad|precies|exact|exactly|akkoord|"
    r"ok|oke|okay|okee|okido|prima|goed|dat klopt|klopt helemaal|klopt allemaal|sure|of course|that's "
    r"right|that is right|right|true|zo is het|absoluut|absolutely|graag|doe maar|"
    r"is goed|'t is goed|t is goed|komt in orde|in orde|bwa ja|ja hoor|ja klopt|ja graag|ja zeker|amai "
    r"ja|ba ja|bah ja|mja|jup|joa|jow|joh|k|ja dat klopt|alles klopt|"
    r"yes please|go ahead|looks good|all good|fine|ziet er goed uit|perfect zo|agreed|definitely|ja da "
    r"klopt|da klopt|tis juist|'t is juist|helemaal|for sure|ja doe maar|sounds good|goe|tis goe)"
)
_NO = re.compile(
    r"(?:(?:dat |da )?klopt nie?|tis nie waar|nee+|neen|nope|no|nah|nein|nee hoor|nee hè|neeje|ba nee|"
    r"bah nee|bwa nee|niet echt|zeker niet|absoluut niet|helemaal niet|nee dank(?: je| u)?(?: wel)?|"
    r"not really|no thanks|"
    r"no way|nooit|never|niet|not|nee bedankt|klopt niet|dat klopt niet|da klopt ni|nog niet|not yet|"
    r"incorrect|fout|wrong|verkeerd|dat is niet juist|that's wrong|"
    r"nee liever niet|nee klopt niet|ni|nie|njet|no it isn't|neen hoor|no not really|nee dat klopt niet|tis nie juist)"
)


#: At the choice of a model: let the coach choose, which is a yes to what it recommends.
_DELEGATES = re.compile(
    r"\b(?:kies (?:jij|gij|u|je|zelf|maar|er maar)|(?:jij|gij|u) (?:mag |moogt )?kiez\w+|jouw keuze|uw keuze|"
    r"wat (?:jij|je|gij|u) "
    r"(?:aanra\w+|denkt?|wilt?|best vindt?|het beste vindt?|voorstelt)|(?:die|dat|degene) (?:van jou|(?:die|dat|"
    r"wat) (?:jij|je|gij|u) "
    r"(?:aanra\w+|zegt|zei|voorstelt))|(?:die|dat|deze|dit) (?:is goed|lijkt (?:me|mij) (?:goed|prima|ok))|"
    r"neem (?:die|dat)|"
    r"(?:the one )?you (?:recommend\w*|suggest\w*|choose|pick|decide|said)|your (?:choice|pick|recommendation|call)|"
    r"up to you|that one|maakt (?:me |mij )?niet (?:zo veel )?uit|om het even|whatever|don't mind|beslis jij|"
    r"aanbevolen|"
    r"recommended|jouw advies|jouw voorstel|vertrouw (?:je|jou|op jou)|eender (?:welk\w*|wat))\b"
)
_NAMES_MODEL = re.compile(r"\b(?:aida|stdc|see|dazzle|keenr|wux|e-?mail\w*|email4|\d|drie|vier|vijf|zeven|four|five|seven)\b")
_NOD = (
    r"(?:hoor|he|zo|tis|ist|da's|is|dat|da|het|allemaal|helemaal|echt|volgens mij|voor mij|maar|dan|ok|"
    r"that|it|is|"
    r"all|wel|super|top)"
)


@dataclass(frozen=True)
class Judged:
    """The intent, the stretch of the message that carries it, and what goes with it."""

    intent: Intent
    span: Span
    question: str = ""
    asked_language: Language | None = None


@dataclass(frozen=True)
class _Rule:
    intent: Intent
    pattern: re.Pattern[str]
    whole: bool


class Intents:
    """Judges intents; built once from the word list."""

    def __init__(self) -> None:
        self._rules = tuple(
            _Rule(Intent(name), re.compile(pattern), how == "whole")
            for name, ways in load("intents").items()
            for how in ("part", "whole")
            for pattern in ways.get(how, ())
        )

    def judge(self, text: Text, context: Context) -> Judged | None:
        """What the message wants besides telling facts; None where it only tells."""
        symbols = _symbols(text)
        if symbols:
            return symbols
        if context.asking is Topic.MODEL and _leaves_it_to_coach(text.low):
            return Judged(Intent.YES, text.whole)
        for rule in self._rules:
            judged = _apply(rule, text, context)
            if judged:
                return judged
        return _theory(text) or _yes_or_no(text)


def _leaves_it_to_coach(low: str) -> bool:
    return "?" not in low and bool(_DELEGATES.search(low)) and not _NAMES_MODEL.search(low)


def _symbols(text: Text) -> Judged | None:
    if _LETTERS.search(text.clean):
        return None
    told = text.clean.strip()
    if _YES_EMOJI.match(told) and told:
        return Judged(Intent.YES, text.whole)
    if _NO_EMOJI.match(told) and told:
        return Judged(Intent.NO, text.whole)
    intent = Intent.DONT_KNOW if "?" in told and not re.search(r"[^\s?!.]", told) else Intent.SYMBOLS
    return Judged(intent, text.whole)


def bare(low: str) -> str:
    """A message without the politeness and punctuation around it."""
    plain = _TAIL.sub("", low.strip(_EDGES)).strip(_EDGES)
    return plain or low.strip(_EDGES)


def _apply(rule: _Rule, text: Text, context: Context) -> Judged | None:
    if rule.whole:
        match = _whole(rule, text)
        return _judged(rule, text, match, text.whole) if match else None
    found = rule.pattern.search(text.low)
    if found is None:
        return None
    sentence = _sentence(text, found.start())
    if rule.intent in QUESTIONS_BACK and not _asks(text, sentence, rule.intent):
        return None
    if rule.intent in (Intent.WHO_READS, Intent.PLAN, Intent.ADVICE) and _is_answer(text, context, rule.intent):
        return None
    return _judged(rule, text, found, sentence)


_BY_CLAUSE = frozenset({Intent.STOP, Intent.SKIP, Intent.BACK, Intent.RESUME, Intent.RESTART, Intent.SWITCH_LANGUAGE})


def _forms(rule: _Rule, text: Text) -> list[str]:
    """The message as one, and for commands also each clause of a short message."""
    if rule.intent in _BY_CLAUSE and 1 < len(text.clauses) <= 3 and len(text.words) <= 12:
        return [text.low, *(text.low_of(clause) for clause in text.clauses)]
    return [text.low]


def _whole(rule: _Rule, text: Text) -> re.Match[str] | None:
    for low in _forms(rule, text):
        match = _full(rule, low)
        if match:
            return match
    return None


def _full(rule: _Rule, low: str) -> re.Match[str] | None:
    for shape in _shapes(low):
        match = rule.pattern.fullmatch(shape)
        if match:
            return match
    return None


@lru_cache(maxsize=64)
def _shapes(low: str) -> tuple[str, ...]:
    """The message as asked, without its edges, and without the politeness in front."""
    if len(low) > _LONGEST_COMMAND:
        return ()
    plain = bare(low)
    asked = "?" in low[-4:]
    forms = (plain + "?" if asked else plain, plain, bare(_POLITE.sub("", plain, count=1)) or plain)
    return tuple(dict.fromkeys(re.sub(r"\s+", " ", form) for form in forms))


def _judged(rule: _Rule, text: Text, match: re.Match[str], span: Span) -> Judged:
    language = _language_asked(match) if rule.intent is Intent.SWITCH_LANGUAGE else None
    question = text.of(text.trim(span)) if rule.intent in QUESTIONS_BACK else ""
    return Judged(rule.intent, span, question, language)


def _language_asked(match: re.Match[str]) -> Language:
    return "nl" if any(name.startswith("nl") and value for name, value in match.groupdict().items()) else "en"


def _sentence(text: Text, at: int) -> Span:
    """The sentence around `at`, up to and with its question mark."""
    start = max((m.end() for m in re.finditer(r"[.!?\n](?=\s|$)", text.low[:at])), default=0)
    end = re.search(r"[?!\n]|\.(?=\s|$)", text.low[at:])
    return text.trim(Span(start, at + end.end() if end else len(text.low)))


def _asks(text: Text, sentence: Span, intent: Intent) -> bool:
    low = text.low_of(sentence)
    if low.endswith("?") or _ASKS.match(low):
        return True
    if intent is Intent.MEANING:
        return len(low.split()) <= _SHORT_REMARK and not _REASON.search(low)
    return intent is Intent.ADVICE or len(low.split()) <= 8


def _is_answer(text: Text, context: Context, intent: Intent) -> bool:
    """ "ze lezen reviews" answers a question about customers; it does not ask who reads along."""
    if intent is Intent.WHO_READS:
        return "?" not in text.low and re.match(r"\W*(?:wie|who|privacy|is|wat)\b", text.low) is None
    if intent is Intent.ADVICE:
        return False
    return context.asking is not None and len(text.words) > 12


def _theory(text: Text) -> Judged | None:
    for clause in questions(text):
        low = text.low_of(clause)
        if _RHETORICAL.search(low) and not _ASKS.match(low):
            continue
        if _really_asks(low):
            return Judged(Intent.THEORY, clause, text.of(clause))
    return None


def _really_asks(low: str) -> bool:
    """ "ouders met kinderen?" is an unsure answer, "wat ik merk is dat..." a sure one; neither is a question."""
    if low.endswith("?"):
        return bool(_ASKS.match(low) or _INVERTED.search(low) or _THEORY.search(low))
    return bool(_SURELY_ASKS.match(low) and _THEORY.search(low))


def questions(text: Text) -> list[Span]:
    """The sentences of a message that ask something."""
    found = []
    for match in re.finditer(r"[^.!?\n]+(?:\.(?=\S)[^.!?\n]+)*\??", text.low):
        span = text.trim(Span(match.start(), match.end()))
        if _ASKS.match(text.low_of(span)) or text.low_of(span).endswith("?"):
            found.append(span)
    return found


def _yes_or_no(text: Text) -> Judged | None:
    if len(text.low) > _LONGEST_COMMAND:
        return None
    plain = re.sub(r"[\s,!.]+", " ", bare(text.low)).strip()
    plain = re.sub(r"[👍👎✅👌😊🙂😀😃😄🎉]", "", plain).strip()
    for intent, pattern in ((Intent.YES, _YES), (Intent.NO, _NO)):
        if re.fullmatch(rf"(?:{_NOD} )*{pattern.pattern}(?: (?:{pattern.pattern}|{_NOD}))*", plain):
            return Judged(intent, text.whole)
    return None


def about(intent: Intent, context: Context) -> Topic | None:
    """The topic that an intent without facts is about."""
    on_question = {Intent.SKIP, Intent.DONT_KNOW, Intent.WHY, Intent.MEANING, Intent.ADVICE}
    return context.asking if intent in on_question else None
