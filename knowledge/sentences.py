"""Cutting a passage into sentences that stand on their own."""

import re

_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘'(]*[A-ZÀ-Ý0-9])|\n\s*\n|\n(?=\s*[-*\d])")
_MARKS = re.compile(r"^\s*(?:[-*>]|\d+\.)\s+|[*_`]{1,3}")
_TOO_SHORT = 4  # words: "Zo niet." says nothing alone


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text` in order, free of Markdown marks; without those too short to mean anything alone."""
    parts = (" ".join(_MARKS.sub("", part).split()) for part in _END.split(text))
    return tuple(part for part in parts if len(part.split()) >= _TOO_SHORT)
