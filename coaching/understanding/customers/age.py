"""How old the customers are, in the owner's words."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.money.amounts import find_amounts
from coaching.understanding.phrases.people import PEOPLE
from coaching.understanding.text.normalise import Span
from journey.profile import ProfileField
from journey.topics import Topic

_TENS = r"twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig"
_NAMED = re.compile(
    rf"\b(?:(?:jonge |prille |late |vroege )?(?:{_TENS})ers(?: (?:en|of|tot|and) (?:{_TENS})ers)?\b|"
    rf"(?:\d0)'?ers\b|(?:{_TENS}|\d\d)[- "
    r"]?plus(?:sers|ser)?\b|\d\d ?\+(?:'?ers)?|"
    r"tieners|pubers|teens|teenagers|studenten|students|gepensioneerden|senioren|seniors|retirees|"
    r"pensioners|millennials|(?:(?:early|mid|late|begin|midden|eind)[- ](?:de )?)?(?:twenties|"
    r"thirties|forties|fifties|sixties|seventies|"
    rf"(?:{_TENS})(?:[- ]en[- ]een[- ]beetje)?)|"
    r"gen z\b|jongeren|in (?:their|hun) (?:early |late |mid-?)?(?:twenties|thirties|forties|fifties|"
    r"sixties|seventies|[2-8]0'?s|"
    rf"(?:{_TENS}))(?: (?:and|or|en|of|to) (?:early |late |mid-?)?(?:twenties|thirties|forties|fifties|"
    rf"sixties|seventies|[2-8]0'?s))?)"
)
#: "sixty-five", "vijfenzestig".
_IN_WORDS = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine)\b)?|"
    rf"(?:(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)en)?(?:{_TENS})"
)
_RANGE = re.compile(
    rf"\b(?:tussen (?:de )?|van |between |from |aged? |leeftijd |rond (?:de )?)?(?:\d\d|{_IN_WORDS})(?: ?- ?| ?à ?| ?a "
    rf"?| en | tot | and | to )(?:de )?(?:\d\d|{_IN_WORDS})\b"
    r"(?:[- ]?(?:jaar|jarigen?|years?(?: old)?|yo|j)\b)?"
)
_BOUND = re.compile(
    r"\b(?:boven (?:de )?|over |onder (?:de )?|under |ouder dan |older than |jonger dan |vanaf |rond "
    rf"(?:de )?|around |een jaar of )(?:\d\d(?!\d)|{_TENS})(?:[- ]?(?:jaar|years)\b)?(?! ?(?:euro|eur|€|uur|"
    r"u\b|%|km))|"
    r"\b\d\d[- ]jarigen?\b|"
    r"\b(?:of|van) (?:about|around|roughly|ongeveer|zowat|zo'n|om en bij de|een stuk in de) (?:de )?"
    r"\d\d(?!\d)(?! (?:people|mensen))"
)
_ABOUT = re.compile(rf"\been jaar of (?:\d\d(?!\d)|{_TENS})\b(?! (?:geleden|ervaring|bezig))")
#: "from 14 to 20 clients": so many of them, not so old.
_COUNTS = re.compile(
    r"\s*(?:new |nieuwe |extra |vaste |betalende )?(?:klant|client|customer|lid|leden|member|leerling|pupil|"
    r"student|gast|guest|"
    r"boeking|booking|abonnee|subscriber|patient|bezoeker|visitor|deelnemer|mensen|people|man\b|persons?|personen|"
    r"kinderen|kids|children|stuks|per\b|a (?:week|month|day)|/)"
)
_NOT_AGE = re.compile(
    r"\b(?:sinds|al|ervaring|experience|geleden|ago|garantie|bestaan|bestaat|since|for|ik ben|i'm|i am|"
    r"euro|eur|uur|open|%|procent|minuten|km|cm)\b|€|£"
)
#: An age only where the customers were asked for; else they are who they are.
_STUDENTS = frozenset(["studenten", "students"])
#: "50-plussers", "vriendinnen van een jaar of dertig".
_OF_AGE = re.compile(r"plussers\b|\b[a-z]{4,}(?:en|s) (?:van|tussen) (?:een jaar of|rond|tussen|de \d\d) ")
#: "een jaren dertig huis".
_DECADE = re.compile(r"\bjaren $")
#: "leeftijd: 50 tot 70", "their age is 65 to 80".
_AGE_ITSELF = re.compile(r"\b(?:leeftijd\w*|ages?|aged)\b")
_AGE_NAMED = re.compile(r"\b(?:leeftijd|age)\W{1,3}$")
_BARE = frozenset(_TENS.split("|"))
#: "rond de vijftig", "vrouwen van veertig": beside these such a word is an age, whatever was asked.
_AGED = re.compile(
    r"\b(?:rond|boven|onder|tussen|begin|eind|midden|in|van|na|tot|voorbij|vanaf|en|a|à|of)(?: de| in de| hun)? $"
)
#: "die komt al twintig jaar": so long.
_LASTS = re.compile(r"\b(?:al|sinds|for|na)\s+$")
_TOPICS = (Topic.PERSONA, Topic.PERSONA_NEED, Topic.PERSONA_PAIN, Topic.PERSONA_FEELING, Topic.AUDIENCE)


def find_age(reading: Reading) -> list[Finding]:
    """The first age told of customers."""
    if reading.asked(Topic.PRICE):
        return []
    for clause in reading.text.clauses:
        low = reading.text.low_of(clause)
        if (ranged := _RANGE.search(low)) and _COUNTS.match(low, ranged.end()):
            continue
        for pattern, strong in ((_RANGE, False), (_ABOUT, False), (_BOUND, False), (_NAMED, True)):
            ages = pattern.finditer(low)
            match = next((age for age in ages if not _of_one_of_theirs(reading, clause.start + age.start())), None)
            if (
                match
                and not (match.group() in _STUDENTS and not _asks_who(reading))
                and _of_customers(reading, clause, strong)
                and not _is_price(reading, clause, match)
            ):
                from_ = re.match(r"van |of |from |leeftijd |aged? ", match.group())
                start = clause.start + match.start() + (from_.end() if from_ else 0)
                span = reading.text.trim(Span(start, clause.start + match.end()))
                return [Finding(ProfileField.PERSONA_AGE, reading.text.of(span), span)]
    return []


def _of_one_of_theirs(reading: Reading, at: int) -> bool:
    """ "it's usually the daughter that rings, she'd be in her forties": so old is somebody who goes with a customer."""
    return _THEIRS.search(reading.text.low, max(0, at - _NEAR), at) is not None


#: Letters before an age within which it is told whose that is.
_NEAR = 60
_THEIRS = re.compile(
    r"\b(?:(?:the|their|his|her|een|de|hun|zijn|haar|a) (?:own |eigen |oudste |eldest |oldest )?"
    r"(?:daughters?|sons?|nieces?|nephews?|carers?|grand(?:son|daughter|child)\w*|dochters?|zoons?|zonen|"
    r"schoon(?:dochter|zoon)|klein(?:kind|zoon|dochter)\w*|nicht|neef|mantelzorger)|"
    r"(?:their|his|her|hun|zijn|haar) (?:wife|wives|husbands?|partners?|mothers?|fathers?|mums?|dads?|parents?|kids|"
    r"children|vrouw|man|moeder|vader|mama'?s?|papa'?s?|ouders|kinderen))\b"
    r"(?:[^,.;!?\n]{0,25}|[^.;!?\n]*\b(?:she|he|she'd|he'd|they|zij|ze|die|hij|is|of|van)\b[^.;!?\n]*)$"
)


def _asks_who(reading: Reading) -> bool:
    """Whether the customers are asked for and not told yet."""
    return reading.asked(*_TOPICS) and not reading.knows(ProfileField.PERSONA_SITUATION)


def _is_price(reading: Reading, clause: Span, age: re.Match[str]) -> bool:
    """Whether what looks like an age is an amount of money: "knippen dames is zevenentwintig vijftig"."""
    span = Span(clause.start + age.start(), clause.start + age.end())
    if any(amount.span.touches(span) for amount in find_amounts(reading)):
        return True
    before = (_DECADE, _LASTS)
    if age.group() in _BARE and any(pattern.search(age.string, 0, age.start()) for pattern in before):
        return True
    asked = reading.asked(*_TOPICS) and "budget" not in reading.text.low
    return age.group() in _BARE and not (asked or _AGED.search(age.string, 0, age.start()))


def _of_customers(reading: Reading, clause: Span, strong: bool) -> bool:
    low = reading.text.low_of(clause)
    if re.search(r"\b(?:ik|i|we|wij) (?:ben|zijn|am|are|geef|doe|werk)\b", low):
        return False
    if not strong and _NOT_AGE.search(low):
        return False
    named = _AGE_ITSELF.search(low) or _AGE_NAMED.search(reading.text.low, 0, clause.start)
    told = (
        reading.asked(Topic.PERSONA)
        or named is not None
        or PEOPLE.search(low) is not None
        or _OF_AGE.search(low) is not None
    )
    return told or (reading.correcting and reading.knows(ProfileField.PERSONA_AGE))
