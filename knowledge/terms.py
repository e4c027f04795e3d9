"""The terms of the trade that owners half remember: "peroona", "toutchpoint", "custumer jurney"."""

import re
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from journey.keys import Language
from knowledge.lexical import folded, stem_of, words

_SHORTEST = 6  # letters; shorter words lie too near one another
_LONG = 8  # letters from which two slips may stand in a word
_TOKEN = re.compile(r"[^\W\d_]+")


class Terms:
    """What the titles of the articles name, against which a word that the library doesn't know is held."""

    def __init__(self, titles: Iterable[str], known: Iterable[str], language: Language) -> None:
        """`titles` of passages are "what the article is about: heading"; `known` are all stems of the library."""
        self._language = language
        self._known = frozenset(known)
        told = list(dict.fromkeys(titles))
        about = {self._root(word) for title in told for word in words(title.partition(":")[0])}
        said = {word for title in told for word in words(title) if len(word) >= _SHORTEST}
        self._terms = sorted(word for word in said if self._root(word) in about)

    def heard(self, question: str) -> str:
        """`question` with each slip of the pen replaced by the term that was meant; unchanged where there is none."""
        return _TOKEN.sub(lambda found: self._meant(found[0]), question)

    def _root(self, word: str) -> str:
        """The stem of a word, also of an English plural in Dutch."""
        return stem_of(word, self._language).removesuffix("s")

    def _meant(self, word: str) -> str:
        plain = folded(word)
        if len(plain) < _SHORTEST or stem_of(plain, self._language) in self._known:
            return word
        alike = [term for term in self._terms if term[0] == plain[0]]
        slips = 2 if len(plain) >= _LONG else 1
        nearest = process.extractOne(plain, alike, scorer=OSA.distance, score_cutoff=slips)
        return nearest[0] if nearest else word
