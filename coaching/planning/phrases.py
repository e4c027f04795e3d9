"""The owner's own words made fit to stand in a text: a clause becomes a sentence a customer could read."""

import re

from coaching.planning.dutch import asked, to_customer
from coaching.understanding.phrases.word_order import in_order
from journey.keys import Address, Language

_OPENERS = (
    r"ja|nou|ehm|euh|uh|goh|bwa|well|um|so|en|maar|and|but|vooral|mostly|meestal|usually|"
    r"ik denk|i think|misschien|maybe|gewoon|just|because"
)
_OPENS = re.compile(rf"^(?:(?:{_OPENERS})\b[\s,.:]*)+", re.IGNORECASE)
#: "That I come to you", told as an answer to why.
_THAT = r"that(?= (?:i|we|you|the|our|my|it)\b)"
_LEAD_INS = re.compile(rf"^(?:(?:{_OPENERS}|omdat|dat|{_THAT})\b[\s,.:]*)+", re.IGNORECASE)
_END = re.compile(r"[\s,;:.]+$")
#: What goes on in customers is nothing to tell them: "die angst: ze denken dat we duur zijn".
_THEIR_MINDS = re.compile(
    r"^(?:(?:die|de|hun|the|their) )?(?:angst|schrik|twijfels?|fears?|doubts?)\b|"
    r"\b(?:ze|zij|klanten|mensen|gasten|they|customers|clients|guests|people) (?:\w+ ){0,2}?"
    r"(?:denken|peinzen|vinden|vrezen|twijfelen|zeggen|weten niet|zijn bang|"
    r"think|worry|fear|doubt|say|don't know|are afraid)\b|"
    r"\b(?:daarom|dus daarom|that's why|this is why)\b",
    re.IGNORECASE,
)
_ABOUT_THEM = re.compile(r"^(?:ze|zij|they|klanten|mensen|customers|people|hij|he|she)\b", re.IGNORECASE)


def sentence(text: str) -> str:
    """An owner's words about the business as one sentence a customer may read; empty where that can't be done without
    changing what was said."""
    clean = in_order(_OPENS.sub("", _END.sub("", " ".join(text.split()))))
    clean = _END.sub("", _LEAD_INS.sub("", clean))
    if not clean or _ABOUT_THEM.match(clean) or _THEIR_MINDS.search(clean) or len(clean) > 160:
        return ""
    return f"{clean[0].upper()}{clean[1:]}{'' if clean[-1] in '!?' else '.'}"


_NOTHING = re.compile(
    r"^(?:(?:eigenlijk|nog|goh|tja|nou|bwa|e?uh|well|honestly|to be honest)[\s,]+)*"
    r"(?:niks|niets|geen|nog niet|niet echt|niet veel|weinig|nothing|none|no\b|not (?:much|really|yet))\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"\b(?:ze|zij|hun|hen|hem|klanten|they|them|their|customers|clients)\b", re.IGNORECASE)


def nothing(told: str) -> bool:
    """Whether an owner said that there is nothing: "eigenlijk niks", "nothing really"."""
    return bool(_NOTHING.match(told.strip()))


def promise(told: str) -> str:
    """What an owner does after the sale as a sentence a customer may read; empty where it isn't one."""
    kept = sentence(told)
    return "" if nothing(told) or _OF_OTHERS.search(kept) or len(kept.split()) < 3 else kept


def phrase(text: str) -> str:
    """Words of an owner as they stand inside a sentence: lead-ins and end punctuation gone."""
    clean = _END.sub("", _LEAD_INS.sub("", " ".join(text.split()))).strip()
    return clean if _keeps_capital(clean) else f"{clean[:1].lower()}{clean[1:]}"


def _keeps_capital(text: str) -> bool:
    first = text.split(" ", 1)[0]
    return first == "I" or first.startswith("I'") or sum(letter.isupper() for letter in first) > 1


_THEY = {"nl": r"(?:ze|zij|mensen|klanten|velen|veel mensen)\s+", "en": r"(?:they|people|customers|clients|most)\s+"}
_OFTEN = {
    "nl": r"(?:(?:vaak|soms|vooral|meestal|een beetje|al snel)\s+)*",
    "en": r"(?:(?:often|always|sometimes|usually|mostly)\s+)*",
}
#: What customers think, said of them ("ze zijn bang dat …"), and the question it becomes for one of them.
_SAID: dict[Language, tuple[tuple[str, str], ...]] = {
    "nl": (
        (r"^(?:THEY)?(?:(?:zijn|is|was)\s+)?OFTENbang (dat|voor|om|van) (.+)$", "Bang {0} {1}?"),
        (
            r"^(?:(?:veel|wat) )?(schrik|angst|schaamte|onzeker|huiver) (dat|of|voor|om|van|over) (.+)$",
            "{0_cap} {1} {2}?",
        ),
        (r"^(?:THEY)?twijfelen\s+OFTEN(of|over|aan) (.+)$", "{Twijfel je|Twijfelt u} {0} {1}?"),
        (
            r"^THEYvragen zich\s+OFTENaf (of|hoe|wat|waarom|wanneer) (.+)$",
            "{Vraag je je af|Vraagt u zich af} {0} {1}?",
        ),
        (r"^THEYhebben\s+OFTEN(geen .+)$", "{0_cap}?"),
        (
            r"^THEYvinden (?:(?:het|dat)\s+)?OFTEN"
            r"((?:te )?(?:duur|ver|moeilijk|ingewikkeld|spannend|eng|gênant|lastig))$",
            "{0_cap}?",
        ),
        (
            r"^(?:de )?((?:hoge )?(?:prijs|kosten|verzendkosten|levertijd|wachttijd))$",
            "{Twijfel je|Twijfelt u} over de {0}?",
        ),
        (r"^((?:te|niet|geen|nooit) [^.]{2,90})$", "{0_cap}?"),
        (r"^(of) (.+)$", "{Vraag je je af|Vraagt u zich af} {0} {1}?"),
        (r"^dat (.+)$", "Bang dat {0}?"),
    ),
    "en": (
        (
            r"^(?:THEY)?(?:(?:are|is|'re)\s+)?OFTEN"
            r"(afraid|scared|worried|nervous|embarrassed|ashamed) (that|of|about|to) (.+)$",
            "{0_cap} {1} {2}?",
        ),
        (r"^(?:THEY)?worry (that|about) (.+)$", "Worried {0} {1}?"),
        (r"^(?:THEY(?:are )?|they've )?OFTEN(worried|scared|afraid) ((?!to\b|for\b).+)$", "{0_cap} {1}?"),
        (r"^they(?:'ve| have) (been .+)$", "{0_cap}?"),
        (r"^THEY(think|feel) (?!it's|it is|it\b|that it's|too\b)(?:that )?(.+)$", "Do you {0} {1}?"),
        (r"^it(?:'s| is) (too .+)$", "{0_cap}?"),
        (r"^THEY(?:wonder|doubt|ask themselves) (if|whether|how|what|why) (.+)$", "Wondering {0} {1}?"),
        (r"^THEY(?:have|'ve) (no .+)$", "{0_cap}?"),
        (r"^THEY(?:don't|do not) have (?:any )?(.+)$", "No {0}?"),
        (r"^THEY(?:think|find|feel) (?:it's|it is|it|that it's)?\s*(too .+)$", "{0_cap}?"),
        (
            r"^(?:the )?((?:high )?(?:price|cost|costs|delivery time|waiting time|shipping costs))$",
            "Unsure about the {0}?",
        ),
        (r"^((?:too|not|no) [^.]{2,90})$", "{0_cap}?"),
        (r"^(whether|if) (.+)$", "Wondering {0} {1}?"),
        (r"^that (.+)$", "Worried that {0}?"),
    ),
}
_FEARS: dict[Language, list[tuple[re.Pattern[str], str]]] = {
    language: [
        (re.compile(said.replace("THEY", _THEY[language]).replace("OFTEN", _OFTEN[language]), re.IGNORECASE), question)
        for said, question in pairs
    ]
    for language, pairs in _SAID.items()
}

_THINGS = "haar|huis|hond|fiets|auto|tuin|kind|tafel|feest|geld|rug|tanden|huid|kinderen|spullen"
#: "haar rug", said of a customer: not "hun", which is always the customers', but words that may mean another.
_THEIR_THING = re.compile(rf"\b(?:haar|zijn) (?=(?:{_THINGS})\b)", re.IGNORECASE)
#: Said of customers, as they are spoken to.
_TO_YOU: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\btheir\b", re.I), "your"),
    (re.compile(r"\bthemselves\b", re.I), "yourself"),
    (re.compile(r"\bthey are\b|\bthey're\b", re.I), "you're"),
    (re.compile(r"\bthey\b", re.I), "you"),
    (re.compile(r"\bthem\b", re.I), "you"),
)
_STILL_THIRD: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(r"\b(ik|mij|mijn|wij|we|ze|zij|hun|hen|hij|klanten|mensen)\b", re.IGNORECASE),
    "en": re.compile(r"\b(i|my|they|their|them|he|she|customers)\b", re.IGNORECASE),
}
#: Where a long story may be cut: what stands before is a worry of its own.
_BREATH = re.compile(r"\s(?:en dan|en daarna|and then)\b|,? (?:en ook|and also)\b|[;(]| - ")
_LONGEST = 110
#: Where two worries are joined: the first is one by itself.
_AND_THAT = re.compile(r",? (?:en|and) (?:dat|that) ")
#: Where a second thought of theirs begins, or a reason: "ze vinden het ver en ze zijn bang dat …, want …".
_MORE = re.compile(
    r",? (?:en|and|or|of) (?=(?:ze|zij|they) )|, (?:want|because|since|cos|dat is|terwijl|while)\b"
    r"|, (?=(?:en |and |or )?(?:of|dat|that|whether|ze|they)\b)"
)
_AND = re.compile(r"^(?:en|and|or)\s+", re.IGNORECASE)
#: "Dat je weer te laat komt" is said of whoever does the work, not of the customer.
_OF_US = re.compile(
    r"\b(?:je|jij|ge|gij|jullie) (?:[\w']+ ){0,6}(?:komt|komen|belt|bellen|levert|leveren|opdaagt|opdagen|doorrekent|"
    r"aanrekent|oplevert|afzegt|verkoopt)\b",
    re.IGNORECASE,
)
_SPOKEN_TO = re.compile(r"\b(?:je|jij|ge|gij|jullie)\b", re.IGNORECASE)
_WORRIES: dict[Language, dict[str, re.Pattern[str]]] = {
    "nl": {
        "feel": re.compile(
            r"^(?:(?:ze|zij|mensen|klanten) (?:zijn|voelen zich) )?"
            r"(?P<worry>(?:bang|onzeker|beschaamd|bezorgd|ongerust) .+)$",
            re.I,
        ),
        "stops": re.compile(r"^(?P<worry>(?:dat|of|zich|angst|schrik|schaamte|gedoe|het gedoe|de angst) .+)$", re.I),
    },
    "en": {
        "feel": re.compile(
            r"^(?:(?:they|people|customers|clients) (?:are|feel) )?"
            r"(?P<worry>(?:afraid|scared|worried|nervous|embarrassed|ashamed|unsure) .+)$",
            re.I,
        ),
        "stops": re.compile(r"^(?P<worry>(?:that|whether|having to|being|(?:the )?(?:fear|shame|hassle)) .+)$", re.I),
    },
}
#: Who can't be left in a worry that is posted: the owner, and somebody of whom nothing was said.
_OF_ONE: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(r"\b(?:ik|mij|me|mijn|wij|we|ons|onze|hij)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:i|me|my|we|us|our|he|she)\b", re.IGNORECASE),
}


def customers_question(pain: str, language: Language, address: Address) -> str:
    """A pain told about customers as a question to one of them; empty where the words don't lend themselves to it."""
    for whole in _sentences(pain):
        for clean in _worries(whole):
            if len(clean) > _LONGEST or (_OF_US.search(whole) and _SPOKEN_TO.search(clean)):
                continue
            question = _question(clean, language, address)
            if question and not (address is Address.JE and " zich" in question):
                return question
    return ""


def _worries(whole: str) -> list[str]:
    """A sentence, then the worries in it one by one."""
    cuts = (whole, *(cut.split(whole)[0] for cut in (_BREATH, _AND_THAT)), *_MORE.split(whole))
    return list(dict.fromkeys(_AND.sub("", _END.sub("", cut.strip())) for cut in cuts))


def kept_worry(pain: str, language: Language) -> tuple[str, str]:
    """A pain that can't be put as a question with certainty, in the owner's own words, with how it is introduced: it is
    what customers "feel" ("bang dat …") or what "stops" them ("dat …"). Both empty where the words are no worry."""
    for clean in _worries(_sentences(pain)[0]):
        for how, opens in _WORRIES[language].items():
            said = opens.match(clean)
            if said and len(clean) <= _LONGEST and not _OF_US.search(clean) and not _OF_ONE[language].search(clean):
                return how, said["worry"]
    return "", ""


def _sentences(told: str) -> list[str]:
    said = re.split(r"(?<=[.!?;])\s|\n", re.sub(r"\bthey're\b", "they are", told.strip(), flags=re.I))
    return [_AND.sub("", _plain(sentence)) for sentence in said]


def _question(clean: str, language: Language, address: Address) -> str:
    for pattern, question in _FEARS[language]:
        if match := pattern.match(clean):
            return _spoken(_filled(question, match), language, address)
    return _checked(asked(clean, address), language) if language == "nl" else ""


def _plain(text: str) -> str:
    clean = _END.sub(
        "", re.sub(r"^(?:(?:ja|nou|ehm|vooral|meestal|well|mostly|usually)[\s,]+)+", "", text.strip(), flags=re.I)
    )
    return clean if _keeps_capital(clean) else f"{clean[:1].lower()}{clean[1:]}"


def _filled(question: str, match: re.Match[str]) -> str:
    for number, group in enumerate(match.groups()):
        capital = f"{group[:1].upper()}{group[1:]}"
        question = question.replace(f"{{{number}_cap}}", capital).replace(f"{{{number}}}", group)
    return question


def _spoken(question: str, language: Language, address: Address) -> str:
    if language == "nl":
        mine = _addressed(_THEIR_THING.sub("{je|uw} ", question), address)
        return _checked(to_customer(mine, address), language)
    for pattern, instead in _TO_YOU:
        question = pattern.sub(instead, question)
    return _checked(question, language)


def _checked(question: str, language: Language) -> str:
    return "" if _STILL_THIRD[language].search(question) else question


def _addressed(text: str, address: Address) -> str:
    return re.sub(r"\{([^{}|]*)\|([^{}|]*)\}", r"\2" if address is Address.U else r"\1", text)
