"""How easily a plan reads: Flesch's reading ease, with Douma's weights for Dutch.

Flesch, "A new readability yardstick" (1948); Douma, "De leesbaarheid van landbouwbladen" (1960). Syllables are those of
the hyphenation patterns of pyphen, so the figures compare plans with each other better than with other people's texts.
"""

import re
from functools import lru_cache

import pyphen

from journey.keys import Language

#: Base, weight of the words in a sentence, weight of the syllables in a word.
_WEIGHTS: dict[Language, tuple[float, float, float]] = {"nl": (206.84, 0.93, 77.0), "en": (206.835, 1.015, 84.6)}
_DICTIONARIES: dict[Language, str] = {"nl": "nl_NL", "en": "en_GB"}
_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"[.!?:]+(?=\s|$)|\n+")


def reading_ease(text: str, language: Language) -> float:
    """From 0 (hard) to 100 (easy); 60 to 70 is plain language, 70 and more easy."""
    words = _WORD.findall(text)
    sentences = [part for part in _END.split(text) if len(_WORD.findall(part)) > 1]
    if not words or not sentences:
        return 0.0
    base, per_sentence, per_word = _WEIGHTS[language]
    syllables = sum(_syllables(word.lower(), language) for word in words)
    return base - per_sentence * len(words) / len(sentences) - per_word * syllables / len(words)


@lru_cache(maxsize=50_000)
def _syllables(word: str, language: Language) -> int:
    return len(_patterns(language).positions(word)) + 1


@lru_cache(maxsize=2)
def _patterns(language: Language) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=_DICTIONARIES[language], left=1, right=1)
