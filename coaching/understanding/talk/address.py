"""How the owner speaks to the coach: je, u or ge."""

import re

from coaching.understanding.text.normalise import Text
from journey.keys import Address

_VERBS = (
    r"kan|kun|kunt|kon|wil|wilt|zou|zoudt|zal|zult|bent|ben|zijt|hebt|heb|heeft|weet|denkt|denk|"
    r"bedoelt|bedoel|vraagt|vraag|mag|moogt|doet|doe|raadt|raad|zegt|moet|geeft|geef|vindt|vind|ziet|"
    r"zie|snapt|snap"
)
_TELLS = (
    (
        Address.GE,
        re.compile(
            rf"\b(?:{_VERBS}|gaat|komt)\s?(?:ge|gij)\b|\b(?:ge|gij)\s+(?:{_VERBS}|zijt|hebt|moogt|zoudt|kunt)\b|"
            r"\b(?:zijde|hebde|kunde|wilde gij|zoude|denkte|moete|wete gij|peinsde)\b"
        ),
    ),
    (
        Address.U,
        re.compile(
            rf"\b(?:{_VERBS})\s+u\b|\bu\s+(?:{_VERBS})\b|(?<![\d½] )(?<!\d)\bu\s+(?!(?:niet|het|dat|met|wat|uit|tot|"
            rf"want|ongeveer|net)\b)[a-z]{{2,}}t\b|"
            rf"^geachte\b|\bhoogachtend\b|\b(?:aan u|voor u|van u|"
            r"met u|uw (?:vraag|hulp|advies|antwoord|mening|naam|bericht|tijd))\b"
        ),
    ),
    (
        Address.JE,
        re.compile(
            rf"\b(?:{_VERBS})\s+(?:je|jij)\b|\b(?:je|jij)\s+(?:{_VERBS})\b|\b(?:"
            r"jouw (?:vraag|hulp|advies|antwoord|mening|naam)|aan jou|voor jou|van jou)\b"
        ),
    ),
)
_OF_OTHERS = re.compile(r"\b(?:wij|we|ik)\s+(?:zeg|zeggen|spreek|spreken)\b|\btegen\s+(?:de |onze |mijn )?klant")


def find_address(text: Text) -> Address | None:
    """The form the owner uses towards the coach, where the message shows one."""
    if _OF_OTHERS.search(text.low):
        return None
    for address, pattern in _TELLS:
        if pattern.search(text.low):
            return address
    return None
