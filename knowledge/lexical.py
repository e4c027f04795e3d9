"""Search by words: BM25 over stems."""

import logging
import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any, cast

import bm25s
import numpy as np
import snowballstemmer

from journey.keys import Language
from knowledge.snapshot import Matrix

logging.getLogger("bm25s").setLevel(logging.WARNING)  # it sets itself to DEBUG

_WORD = re.compile(r"[^\W_]+")
_STEMMERS: dict[Language, str] = {"nl": "dutch", "en": "english"}


class WordIndex:
    """The stems of some texts in one language."""

    def __init__(self, texts: Sequence[str], language: Language) -> None:
        self._language = language
        self._size = len(texts)
        self._index: Any = bm25s.BM25()
        self._index.index([stems(text, language) for text in texts], show_progress=False)

    @property
    def stems(self) -> Collection[str]:
        """All stems of the texts."""
        return cast("Collection[str]", self._index.vocab_dict)

    def scores(self, question: str) -> Matrix:
        """BM25 of each text for `question`; zeros where no word is shared."""
        known = [stem for stem in stems(question, self._language) if stem in self._index.vocab_dict]
        if not known:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._index.get_scores(known), dtype=np.float32)


def stems(text: str, language: Language) -> list[str]:
    """The words of `text` as stems."""
    return [stem_of(word, language) for word in words(text)]


def words(text: str) -> list[str]:
    """The words of `text`, lower case and without accents."""
    return _WORD.findall(folded(text))


def folded(text: str) -> str:
    """`text` in lower case and without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


@lru_cache(maxsize=50_000)
def stem_of(word: str, language: Language) -> str:
    """The stem of one folded word."""
    return str(_stemmer(language).stemWord(word)) if len(word) < 40 else word[:40]


@lru_cache(maxsize=2)
def _stemmer(language: Language) -> Any:
    return snowballstemmer.stemmer(_STEMMERS[language])
