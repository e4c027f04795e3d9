"""Cutting texts into sentences, for comparing them."""

import re

_BREAK = re.compile(r"(?<=[.!?])\s+|\n+")
_NOT_WORDS = re.compile(r"[^\w]+")
#: Shorter runs ("Tot snel!", "Groet,") may stand in a plan more than once.
_MIN_WORDS = 5


def sentences(text: str) -> list[str]:
    """The sentences of a text, trimmed."""
    return [part.strip() for part in _BREAK.split(text) if part.strip()]


def fingerprints(text: str) -> list[str]:
    """The sentences long enough to be noticed when they come twice, without case and punctuation."""
    plain = (_NOT_WORDS.sub(" ", sentence.lower()).strip() for sentence in sentences(text))
    return [sentence for sentence in plain if len(sentence.split()) >= _MIN_WORDS]
