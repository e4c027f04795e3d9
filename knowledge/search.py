"""Finding the passages that answer a question: by meaning, by the questions they answer, and by words."""

from dataclasses import dataclass

import numpy as np

from journey.asides import Aside
from journey.keys import LANGUAGES, Language
from journey.passages import Found, Passage
from knowledge.names import named
from knowledge.ours import AMONG, Signs, is_ours
from knowledge.shelf import Shelf
from knowledge.snapshot import Matrix, Snapshot


@dataclass(frozen=True)
class Weights:
    """How much each sign counts for a label, all as z-scores over the labels: its nearest passage, its two nearest
    questions, the same of the other language, the pieces of words it shares, and the words that its two likest
    questions share. Stages that cover the same moments of a customer share some of their score, and a stage or model
    that is named gains. Tuned on half of `bench/retrieval` (docs/decisions/0002)."""

    passage: float = 1.0
    question: float = 1.2
    foreign: float = 1.3
    words: float = 1.0
    question_words: float = 0.5
    kinship: float = 0.6
    names: float = 1.0


class Search:
    """All of an index, ready to be asked."""

    def __init__(self, snapshot: Snapshot, weights: Weights | None = None) -> None:
        self._weights = weights or Weights()
        self._shelves = {language: Shelf(snapshot, language) for language in LANGUAGES}

    def find(self, question: str, vector: Matrix, language: Language, limit: int) -> tuple[Found, ...]:
        """The best passage of each of the best `limit` labels; ties in the order of the labels. `vector` is that of
        the question, of unit length."""
        shelf = self._shelves[language]
        if not shelf.labels:
            return ()
        scores = self._scores(language, question, vector)
        best = shelf.best_passages(question, vector)
        near = shelf.nearness(vector)
        order = np.argsort(-scores, kind="stable")[:limit]
        return tuple(Found(passage=best[n], score=float(scores[n]), nearness=float(near[n])) for n in order)

    def heard(self, question: str, language: Language) -> str:
        """`question` with the terms that the library knows in the place of those half remembered. What is searched
        for; its vector is asked for too."""
        return self._shelves[language].heard(question)

    def answers(self, question: str, vector: Matrix, language: Language) -> bool:
        """Whether `question` is about what the library knows at all."""
        return bool(self._shelves[language].labels) and is_ours(self.signs(question, vector, language))

    def signs(self, question: str, vector: Matrix, language: Language) -> Signs:
        """What tells whether `question` is about what the library knows. Nearness is that of all languages: what one of
        them lacks, here or elsewhere, another may hold."""
        shelves = [shelf for shelf in self._shelves.values() if shelf.labels]
        nearest, many = (float(np.mean([shelf.margin(vector, among) for shelf in shelves])) for among in AMONG)
        words = self._shelves[language].vocabulary
        return Signs(nearest, many, words.leaning(question), words.known(question))

    def elsewhere(self, vector: Matrix, language: Language) -> float:
        """How near this vector is to questions that the library does not answer."""
        return self._shelves[language].elsewhere(vector)

    def asides(self, vector: Matrix, language: Language) -> tuple[Aside, ...]:
        """The kinds of aside that a message with this vector may be, likest first."""
        return self._shelves[language].asides(vector)

    def about(self, label: str, language: Language) -> tuple[Passage, ...]:
        """All passages of a label."""
        return self._shelves[language].about(label)

    def _scores(self, language: Language, question: str, vector: Matrix) -> Matrix:
        shelf, weights = self._shelves[language], self._weights
        own = _standard(
            weights.passage * _standard(shelf.nearest_passage(vector))
            + weights.question * _standard(shelf.nearest_questions(vector))
            + weights.foreign * self._foreign(language, vector)
            + weights.words * _standard(shelf.shared_words(question))
            + weights.question_words * _standard(shelf.shared_with_questions(question))
        )
        scores = own + weights.kinship * (shelf.kin @ own) + weights.names * named(question, shelf.labels)
        return np.asarray(scores, dtype=np.float32)

    def _foreign(self, language: Language, vector: Matrix) -> Matrix:
        """The same question asked of the other languages, whose questions are others; 0 for what they lack."""
        told = np.zeros(len(self._shelves[language].labels), dtype=np.float32)
        for other in (self._shelves[each] for each in LANGUAGES if each != language):
            near = dict(zip(other.labels, _standard(other.nearest_questions(vector)), strict=True))
            told += np.array([near.get(label, 0.0) for label in self._shelves[language].labels], dtype=np.float32)
        return told


def _standard(scores: Matrix) -> Matrix:
    """Z-scores; zeros where all are equal."""
    spread = float(scores.std()) if scores.size else 0.0
    return np.asarray((scores - scores.mean()) / spread, dtype=np.float32) if spread > 0 else np.zeros_like(scores)
