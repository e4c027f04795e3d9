"""How much of a text is said with words of the texts it draws on. Pure."""

import re

from coaching.understanding.text.normalise import fold
from journey.sentences import sentences

#: Letters that make a word worth comparing, and letters of it that are compared.
_CONTENT, _STEM = 5, 5


def content_words(text: str) -> list[str]:
    """The words of a text that say something, by their beginnings."""
    return [word[:_STEM] for word in _words(text) if len(word) >= _CONTENT]


def share(text: str, known: str) -> float:
    """How many of the content words of `text` are also in `known`, from 0 to 1; 0 where it has none."""
    told, there = content_words(text), {word[:_STEM] for word in _words(known)}
    return sum(word in there for word in told) / len(told) if told else 0.0


def _words(text: str) -> list[str]:
    return [word for sentence in sentences(text) for word in re.findall(r"\w+", fold(sentence))]
