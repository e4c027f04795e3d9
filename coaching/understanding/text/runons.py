"""Talk without punctuation, as a phone hears it: broken where a new sentence begins, so no fact runs on."""

import re

from coaching.understanding.text.normalise import Text

#: Words between two marks from which on they are taken to be more than one sentence.
_LONG = 14
_JOIN = r"(?:(?:en|and|maar|but|dus|so|want|also|ook|plus|oh)\s+)*"
_I = r"(?:ik|we|wij|'?k|i|i've|we've|i'm|we're|we'll)"
_DO = (
    r"(?:heb|hebben|zit|zitten|doe|doen|ben|zijn|verkoop|verkopen|wil|willen|kan|kunnen|werk|werken|maak|maken|geef|"
    r"geven|bied|bieden|zou|zouden|vraag|vragen|sta|staan|post|posten|gebruik|gebruiken|have|are|am|do|sell|run|can|"
    r"want|use|get|got|need|charge|make|offer|work|don't|would|post|spend)"
)
_OURS = (
    r"(?:(?:mijn|m'n|onze|my|our|de|the|most of our)\s+(?:klanten|klant|clienten|prijzen|prijs|customers|"
    r"clients|prices|"
    r"doelgroep|budget|winkel|zaak|shop)\s+(?:zijn|is|are|ligt|liggen|heet)|(?:prijs|prijzen|prices?|budget|classes|"
    r"lessons|sessions)\s+(?:is|are|zijn|van|rond|vanaf)|(?:en|and|maar|but)\s+(?:het|'t|it)(?:\s+(?:is|zijn)|'s))"
)
_BEGINS = re.compile(
    rf"\s(?={_JOIN}(?:{_I}\s+(?:really\s+|just\s+|echt\s+|only\s+)?{_DO}\b|(?:i've|we've|i'm|we're)\b|{_OURS}))"
)
#: A clause that hangs on the word before it is no sentence of its own: "omdat we", "the cakes that i make".
_HANGS = re.compile(
    r"\b(?:dat|die|wat|waar|als|omdat|because|that|which|who|where|when|if|hoe|of|terwijl|zodat|zoals|what|how|since|"
    r"sinds|toen|wanneer|waarom|why|wie|voordat|nadat|tot|until|before|after|like|think|denk|the|de|and|en|maar|but|dus|"
    r"so|want|also|ook|plus)$"
)
_MARK = re.compile(r"[,.;:!?\n]")


def break_runons(text: Text) -> Text:
    """`text` with a semicolon in `low` where a long stretch without marks begins a new sentence; all else as it was."""
    low = list(text.low)
    start = 0
    for end in (*(mark.start() for mark in _MARK.finditer(text.low)), len(low)):
        if text.low.count(" ", start, end) >= _LONG:
            for at in _breaks(text.low, start, end):
                low[at] = ";"
        start = end + 1
    return Text(text.original, text.clean, "".join(low), text.offsets) if ";" in low else text


def _breaks(low: str, start: int, end: int) -> list[int]:
    found = [match.start() for match in _BEGINS.finditer(low, start, end)]
    return [at for at in found if not _HANGS.search(low[start:at]) and at - start > 1]
