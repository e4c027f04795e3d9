"""Cutting texts into sentences, for comparing them."""

import re

_BREAK = re.compile(r"(?<=[.!?])\s+|\n+")
_NOT_WORDS = re.compile(r"[^\w]+")
#: Shorter runs ("Tot snel!", "Groet,") may stand in a plan more than once.
_MIN_WORDS = 5
#: A paragraph of one line that is no sentence: who signs, or a heading.
_SIGNED = re.compile(r"\n\n[^\n.!?:]{1,60}(?=\n|$)")


def sentences(text: str) -> list[str]:
    """The sentences of a text, trimmed."""
    return [part.strip() for part in _BREAK.split(text) if part.strip()]


def fingerprints(text: str) -> list[str]:
    """The sentences long enough to be noticed when they come twice, without case and punctuation. Who signs a letter
    may sign the next one too."""
    told = sentences(_SIGNED.sub("\n\n", text))
    plain = (_NOT_WORDS.sub(" ", sentence.lower()).strip() for sentence in told)
    return [sentence for sentence in plain if len(sentence.split()) >= _MIN_WORDS]
