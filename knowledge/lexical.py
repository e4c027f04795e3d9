"""Search by words: BM25 over stems, or over pieces of words."""

import logging
import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any

import bm25s
import numpy as np
import snowballstemmer

from journey.keys import Language
from knowledge.snapshot import Matrix

logging.getLogger("bm25s").setLevel(logging.WARNING)  # it sets itself to DEBUG

_WORD = re.compile(r"[^\W_]+")
_PIECE = 5  # letters
_STEMMERS: dict[Language, str] = {"nl": "dutch", "en": "english"}


class WordIndex:
    """The terms of some texts: what `terms` makes of each."""

    def __init__(self, texts: Sequence[str], terms: Callable[[str], list[str]]) -> None:
        self._terms = terms
        self._size = len(texts)
        self._index: Any = bm25s.BM25()
        self._index.index([terms(text) for text in texts], show_progress=False)

    @classmethod
    def of_stems(cls, texts: Sequence[str], language: Language) -> "WordIndex":
        """By whole words of a language, whatever their ending."""
        return cls(texts, partial(stems, language=language))

    @classmethod
    def of_pieces(cls, texts: Sequence[str]) -> "WordIndex":
        """By pieces of words: half of a compound counts, and what is right in a word with a slip in it."""
        return cls(texts, pieces)

    def scores(self, question: str) -> Matrix:
        """BM25 of each text for `question`; zeros where no term is shared."""
        known = [term for term in self._terms(question) if term in self._index.vocab_dict]
        if not known:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._index.get_scores(known), dtype=np.float32)


def stems(text: str, language: Language) -> list[str]:
    """The words of `text` as stems."""
    return [stem_of(word, language) for word in words(text)]


def pieces(text: str) -> list[str]:
    """The words of `text` cut into overlapping runs of letters, each word with the gaps around it."""
    return [piece for word in words(text) for piece in _pieces(word)]


@lru_cache(maxsize=50_000)
def _pieces(word: str) -> tuple[str, ...]:
    wide = f" {word} "
    return tuple(sorted({wide[at : at + _PIECE] for at in range(max(1, len(wide) - _PIECE + 1))}))


def words(text: str) -> list[str]:
    """The words of `text`, lower case and without accents."""
    return _WORD.findall(folded(text))


def folded(text: str) -> str:
    """`text` in lower case and without accents."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


@lru_cache(maxsize=50_000)
def stem_of(word: str, language: Language) -> str:
    """The stem of one folded word."""
    return str(_stemmer(language).stemWord(word)) if len(word) < 40 else word[:40]


@lru_cache(maxsize=2)
def _stemmer(language: Language) -> Any:
    return snowballstemmer.stemmer(_STEMMERS[language])
