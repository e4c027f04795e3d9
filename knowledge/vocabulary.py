"""Which words the library uses, and which are asked of somebody else."""

from collections import Counter
from collections.abc import Collection, Sequence
from math import log, sqrt

from journey.keys import Language
from knowledge.lexical import stems

_RARE = 3.0  # weight from which a word tells what a text is about: it stands in fewer than one text of twenty
_NEVER = 0.5  # for a word that was never seen on one side


class Vocabulary:
    """How many texts of the library, and how many questions for somebody else, hold each stem."""

    def __init__(self, here: Sequence[str], elsewhere: Sequence[str], language: Language) -> None:
        self._language = language
        self._here, self._elsewhere = _holding(here, language), _holding(elsewhere, language)
        self._of_here, self._of_elsewhere = len(here), len(elsewhere)

    @property
    def stems(self) -> Collection[str]:
        """All stems of the library."""
        return self._here.keys()

    def leaning(self, question: str) -> float:
        """How much likelier the rare words of `question` are here than elsewhere, in nats by the root of its length."""
        asked = set(stems(question, self._language))
        told = sum(self._likelier(stem) for stem in asked if self._weight(stem) > _RARE)
        return told / sqrt(len(asked) or 1)

    def known(self, question: str) -> float:
        """The share of the words of `question`, by how rare they are, that the library uses."""
        weights = {stem: self._weight(stem) for stem in set(stems(question, self._language))}
        known = sum(weight for stem, weight in weights.items() if stem in self._here)
        return known / (sum(weights.values()) or 1.0)

    def _likelier(self, stem: str) -> float:
        here = (self._here[stem] + _NEVER) / (self._of_here + 1)
        return log(here * (self._of_elsewhere + 1) / (self._elsewhere[stem] + _NEVER))

    def _weight(self, stem: str) -> float:
        return log(max(1, self._of_here + self._of_elsewhere) / (1 + self._here[stem] + self._elsewhere[stem]))


def _holding(texts: Sequence[str], language: Language) -> Counter[str]:
    return Counter(stem for text in texts for stem in set(stems(text, language)))
