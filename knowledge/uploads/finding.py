"""Which passages of own articles answer a question, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from journey.keys import Language
from journey.passages import Passage
from knowledge.lexical import WordIndex, stems
from knowledge.names import named
from knowledge.shelf import top
from knowledge.snapshot import Matrix
from knowledge.uploads.shelf import Row

#: What words shared, and a stage or model that is named, add to a cosine at most.
_WORDS, _NAMED = 0.03, 0.02


@dataclass(frozen=True)
class Reason:
    """Why a passage was found: `meaning` is the mean cosine of the passage and of its nearest `sentence`, `nearness`
    the higher of both, `words` the words of the question that it shares."""

    article: str
    passage: Passage
    score: float
    meaning: float
    nearness: float
    sentence: str
    words: tuple[str, ...]


class Finding:
    """The rows of some articles in one language, ready to be asked."""

    def __init__(self, rows: Sequence[Row], language: Language) -> None:
        self._language = language
        mine = [row for row in rows if row.passage.lang == language]
        passages = [row for row in mine if row.kind == "passage"]
        number = {row.passage.id: n for n, row in enumerate(passages)}
        sentences = [row for row in mine if row.kind == "sentence" and row.passage.id in number]
        self._passages = [(row.article, row.passage) for row in passages]
        self._sentences = [row.text for row in sentences]
        self._of = np.array([number[row.passage.id] for row in sentences], dtype=np.intp)
        self._vectors = np.array([row.vector for row in (*passages, *sentences)], dtype=np.float32)

    def find(self, question: str, vector: Matrix, limit: int) -> tuple[Reason, ...]:
        """The best passages, best first."""
        if not self._passages:
            return ()
        whole, near = np.split(self._vectors @ vector, [len(self._passages)])
        nearest = [self._nearest(n, near) for n in range(len(self._passages))]
        sentence = np.array([whole[n] if at is None else near[at] for n, at in enumerate(nearest)], dtype=np.float32)
        meaning = (whole + sentence) / 2
        scores = meaning + _WORDS * _share(self._words.scores(question)) + _NAMED * (self._named(question) > 0)
        order = np.argsort(-scores, kind="stable")[:limit]
        return tuple(
            Reason(
                article=self._passages[n][0],
                passage=self._passages[n][1],
                score=float(scores[n]),
                meaning=float(meaning[n]),
                nearness=float(max(whole[n], sentence[n])),
                sentence=self._told(nearest[n]),
                words=self._shared(question, self._passages[n][1]),
            )
            for n in order
        )

    def nearness(self, vector: Matrix) -> float:
        """The mean cosine of the three nearest rows."""
        return top(self._vectors @ vector, 3) if self._passages else 0.0

    @cached_property
    def _words(self) -> WordIndex:
        return WordIndex.of_stems([f"{passage.title}\n{passage.text}" for _, passage in self._passages], self._language)

    def _named(self, question: str) -> Matrix:
        return named(question, [passage.label for _, passage in self._passages])

    def _nearest(self, passage: int, near: Matrix) -> int | None:
        """The sentence of a passage that is nearest; None where it has none of its own."""
        mine = np.flatnonzero(self._of == passage)
        return int(mine[near[mine].argmax()]) if mine.size else None

    def _told(self, sentence: int | None) -> str:
        return "" if sentence is None else self._sentences[sentence]

    def _shared(self, question: str, passage: Passage) -> tuple[str, ...]:
        has = set(stems(f"{passage.title} {passage.text}", self._language))
        words = dict.fromkeys(word.strip(".,;:!?\"'()") for word in question.split())
        return tuple(word for word in words if len(word) > 3 and set(stems(word, self._language)) & has)


def _share(scores: Matrix) -> Matrix:
    best = float(scores.max()) if scores.size else 0.0
    return scores / best if best > 0 else scores
