"""The stored questions of a language, each beside the labels that it counts for."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from journey.keys import Language
from journey.moments import Moment
from knowledge.entries import Entry
from knowledge.lexical import WordIndex
from knowledge.moments import MOMENTS_OF
from knowledge.snapshot import Matrix


class Asked:
    """Questions that articles answer count for the label of their article, those about a moment for every stage that
    covers it. Every result has one number a label, in the order of `labels`."""

    def __init__(self, entries: Sequence[Entry], labels: Sequence[str], language: Language) -> None:
        number = {label: n for n, label in enumerate(labels)}
        pairs = [(row, number[label]) for row, entry in enumerate(entries) for label in counting_for(entry, labels)]
        self._row, self._label = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
        self._labels = len(labels)
        self._texts, self._language = [entry.text for entry in entries], language

    def nearest(self, cosines: Matrix) -> Matrix:
        """The mean of each label's two highest `cosines`, one a question: one alone may be a chance hit."""
        return self._best_two(cosines)

    def sharing_words(self, question: str) -> Matrix:
        """The mean BM25 of each label's two questions that share most words with this one."""
        return self._best_two(self._words.scores(question)) if self._texts else np.zeros(self._labels, dtype=np.float32)

    @cached_property
    def _words(self) -> WordIndex:
        """Made when the first question is looked up in this language: it takes as long as all the rest."""
        return WordIndex.of_stems(self._texts, self._language)

    def _best_two(self, scores: Matrix) -> Matrix:
        each = scores[self._row]
        first = best(each, self._label, self._labels)
        rest = np.where(each < first[self._label], each, np.float32(0))
        second = best(rest, self._label, self._labels)
        return np.where(second > 0, (first + second) / 2, first).astype(np.float32)


def counting_for(entry: Entry, labels: Sequence[str]) -> tuple[str, ...]:
    """Those of `labels` that a passage or a stored question speaks for."""
    if entry.kind != "moment":
        return (entry.passage.label,)
    return tuple(label for label in labels if Moment(entry.passage.title) in MOMENTS_OF.get(label, ()))


def best(scores: Matrix, owner: NDArray[np.intp], owners: int) -> Matrix:
    """The highest score of each owner; 0 for one that has none."""
    highest = np.zeros(owners, dtype=np.float32)
    np.maximum.at(highest, owner, scores)
    return highest
