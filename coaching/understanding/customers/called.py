"""What the owner wants customers called: "noem ze patiënten", "guests, not customers"."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.talk.asked_about import READ_OVER
from coaching.understanding.text.normalise import Span
from coaching.understanding.wordlists import load
from journey.profile import ProfileField

_WORDS = load("called")


def _filled(pattern: str) -> re.Pattern[str]:
    for name in ("begins", "ends", "here", "any", "neutral", "word", "plain"):
        words = _WORDS["words"] if name == "word" else _WORDS[name]
        pattern = pattern.replace(f"&{name}", words)
    return re.compile(pattern)


_ANYWHERE, _AT_SUMMARY = (tuple(map(_filled, _WORDS[name])) for name in ("anywhere", "read_over"))


def find_called(reading: Reading) -> list[Finding]:
    """The word for customers, where the message asks for it or sets it against the plain one."""
    over, text = reading.asked(*READ_OVER), reading.text
    for pattern in (*_ANYWHERE, *(_AT_SUMMARY if over else ())):
        if match := pattern.search(text.low):
            span = Span(*match.span("word"))
            return [Finding(ProfileField.CUSTOMER_WORD, text.of(span).lower(), span, uses=(Span(*match.span()),))]
    return []
