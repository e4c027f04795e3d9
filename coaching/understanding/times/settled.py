"""What several numbers of hours come to: "4 in winter, summer more like 1, call it 2"."""

import re

from coaching.understanding.findings import Reading
from coaching.understanding.text.normalise import Span
from coaching.understanding.wordlists import load

_WORDS = load("numbers")["settled"]
_CALL_IT = re.compile(rf"\b(?:{_WORDS['leads']})(?: (?:{_WORDS['between']}))*\s+$")
_IN_ALL = re.compile(rf"\s*(?:{_WORDS['hours']})?\s*(?:$|[,.;!?\n]|(?:{_WORDS['closes']})\b)")


def settles(reading: Reading, part: Span) -> bool:
    """Whether a part of the message says what the hours in its other parts come to."""
    inside = [number for number in reading.numbers if part.holds(number.span)]
    most = max((number.value for number in reading.numbers if number not in inside), default=0)
    if len(inside) != 1 or inside[0].value > most:
        return False
    low, span = reading.text.low, inside[0].span
    return _CALL_IT.search(low, part.start, span.start) is not None and _IN_ALL.match(low, span.end) is not None
