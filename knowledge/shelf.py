"""The entries of one language, arranged so that a question is compared with all of them at once."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from journey.asides import ANSWER, Aside
from journey.keys import Language
from journey.passages import Passage
from knowledge.asked import Asked, best, counting_for
from knowledge.cosines import Cosines
from knowledge.entries import Entry, Kind
from knowledge.lexical import WordIndex
from knowledge.moments import MOMENTS_OF
from knowledge.snapshot import Matrix, Snapshot
from knowledge.terms import Terms
from knowledge.vocabulary import Vocabulary

_ASKED: tuple[Kind, ...] = ("question", "moment")  # kinds of entry that an owner might ask
_SECOND = 0.5  # weight of an article's questions beside meaning and words, when one passage is chosen
_SAID = 3  # nearest things said of a kind that count
_ALONE = 0.4  # of its own score, for a label without kin: about what kin agree
_NEARLY = 0.02  # in cosine: how fast a passage loses for a question less near than the likest one of its label


class Shelf:
    """All passages and questions of a language. Every result has one number a label, in the order of `labels`; a
    `vector` is that of the question asked, of unit length."""

    def __init__(self, snapshot: Snapshot, language: Language) -> None:
        rows = [row for row, entry in enumerate(snapshot.entries) if entry.passage.lang == language]
        entries = [snapshot.entries[row] for row in rows]
        self.labels: tuple[str, ...] = tuple(sorted({entry.passage.label for entry in entries if entry.passage.label}))
        self.kin = _kinship(self.labels)
        passages = [entry for entry in entries if entry.kind == "passage"]
        questions = [entry for entry in entries if entry.kind == "question"]
        asked = [entry for entry in entries if entry.kind in _ASKED]
        self._passages = tuple(entry.passage for entry in passages)
        self._cosines = Cosines(snapshot.vectors[rows], [entry.kind for entry in entries], snapshot.centre)
        self._asked = Asked(asked, self.labels, language)
        self._asides = np.array([entry.passage.title for entry in entries if entry.kind == "aside"], dtype=np.str_)
        self._passage_label = self._numbers(passages)
        self._question_label = self._numbers(questions)
        articles = {article: n for n, article in enumerate(dict.fromkeys(map(_article, entries)))}
        self._passage_article = np.array([articles[_article(e)] for e in passages], dtype=np.intp)
        self._question_article = np.array([articles[_article(e)] for e in questions], dtype=np.intp)
        self._articles = len(articles)
        self._question_passage = self._answering(questions)
        self._entries, self._language = entries, language

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of what is answered here and of what isn't, read when the first theory question asks for them."""
        return Vocabulary(_told(self._entries, "passage", *_ASKED), _told(self._entries, "elsewhere"), self._language)

    @cached_property
    def _terms(self) -> Terms:
        return Terms((passage.title for passage in self._passages), self.vocabulary.stems, self._language)

    @cached_property
    def _label_words(self) -> WordIndex:
        told = [entry for entry in self._entries if entry.kind in ("passage", *_ASKED)]
        return WordIndex.of_pieces(_texts(self.labels, told))

    @cached_property
    def _passage_words(self) -> WordIndex:
        return WordIndex.of_stems(_told(self._entries, "passage"), self._language)

    def heard(self, question: str) -> str:
        """`question` with the terms that the library knows in the place of those half remembered."""
        return self._terms.heard(question) if self._passages else question

    def nearest_passage(self, vector: Matrix) -> Matrix:
        """The cosine of each label's nearest passage, from the centre of all entries."""
        return best(self._cosines.apart(vector, "passage"), self._passage_label, len(self.labels))

    def nearest_questions(self, vector: Matrix) -> Matrix:
        """The mean cosine of each label's two nearest questions, from the centre of all entries."""
        return self._asked.nearest(self._cosines.apart(vector, *_ASKED))

    def nearness(self, vector: Matrix) -> Matrix:
        """The cosine of each label's nearest passage or question."""
        asked = best(self._cosines.of(vector, "question"), self._question_label, len(self.labels))
        passage = best(self._cosines.of(vector, "passage"), self._passage_label, len(self.labels))
        return np.maximum(passage, asked)

    def margin(self, vector: Matrix, among: int) -> float:
        """How much nearer the library's nearest entries are than the nearest questions that it does not answer: the
        mean cosine of so many (`among`) on each side, from the centre of all entries."""
        here = self._cosines.apart(vector, "passage", *_ASKED)
        return top(here, among) - top(self._cosines.apart(vector, "elsewhere"), among)

    def elsewhere(self, vector: Matrix) -> float:
        """The mean cosine of the three nearest questions that the library does not answer."""
        return top(self._cosines.of(vector, "elsewhere"), 3)

    def asides(self, vector: Matrix) -> tuple[Aside, ...]:
        """The kinds of things said about the talk itself, nearest first: by the mean cosine of the three nearest of
        each, beside that of answers, and that of questions here or elsewhere."""
        cosines = self._cosines.of(vector, "aside")
        near = {kind: top(cosines[self._asides == kind], _SAID) for kind in dict.fromkeys(self._asides.tolist())}
        answer = near.pop(ANSWER, 0.0)
        asked = max(top(self._cosines.of(vector, *kinds), _SAID) for kinds in (_ASKED, ("elsewhere",)))
        return tuple(
            Aside(kind=kind, over_answers=near[kind] - answer, over_questions=near[kind] - asked)
            for kind in sorted(near, key=near.__getitem__, reverse=True)
        )

    def about(self, label: str) -> tuple[Passage, ...]:
        """All passages of a label: what the sources say first, then what a coach adds."""
        mine = [passage for passage in self._passages if passage.label == label]
        return tuple(sorted(mine, key=lambda passage: passage.origin == "coach"))

    def shared_with_questions(self, question: str) -> Matrix:
        """The mean BM25 of each label's two questions that share most words with this one."""
        return self._asked.sharing_words(question)

    def shared_words(self, question: str) -> Matrix:
        """BM25 of the pieces of words of each label's passages and questions taken as one text."""
        return self._label_words.scores(question)

    def best_passages(self, question: str, vector: Matrix) -> tuple[Passage, ...]:
        """The passage of each label that fits the question best."""
        near = self._cosines.of(vector, "question")
        asked = best(near, self._question_article, self._articles)[self._passage_article]
        answering = best(near, self._question_passage, len(self._passages))
        likest = best(answering, self._passage_label, len(self.labels))[self._passage_label]
        words = self._passage_words.scores(question)
        meaning = _spread(self._cosines.of(vector, "passage"))
        fit = meaning + _spread(words) + _SECOND * _spread(asked) + np.exp((answering - likest) / _NEARLY)
        order = np.argsort(-fit, kind="stable")
        first = {int(self._passage_label[n]): self._passages[n] for n in reversed(order)}
        return tuple(first[n] for n in range(len(self.labels)))

    def _answering(self, questions: Sequence[Entry]) -> NDArray[np.intp]:
        """Which passage answers each question: the one it stands under, else the nearest of its article."""
        near = self._cosines.vectors("question") @ self._cosines.vectors("passage").T
        own = self._question_article[:, None] == self._passage_article[None, :]
        found: NDArray[np.intp] = np.where(own, near, -1.0).argmax(axis=1) if near.size else np.zeros(0, dtype=np.intp)
        rows = {passage.id: row for row, passage in enumerate(self._passages)}
        stands = np.array([rows[entry.passage.id] for entry in questions], dtype=np.intp)
        first = np.searchsorted(self._passage_article, self._question_article) if questions else stands
        return np.where(stands == first, found, stands)

    def _numbers(self, entries: Sequence[Entry]) -> NDArray[np.intp]:
        number = {label: n for n, label in enumerate(self.labels)}
        return np.array([number[entry.passage.label] for entry in entries], dtype=np.intp)


def top(cosines: Matrix, among: int) -> float:
    """The mean of so many (`among`) of the highest; 0 where there are none."""
    return float(np.sort(cosines)[-among:].mean()) if cosines.size else 0.0


def _told(entries: Sequence[Entry], *kinds: Kind) -> list[str]:
    return [entry.text for entry in entries if entry.kind in kinds]


def _article(entry: Entry) -> tuple[str, str, str]:
    """What tells an article from the others of its language."""
    return entry.passage.label, entry.passage.source, entry.passage.origin


def _texts(labels: Sequence[str], entries: Sequence[Entry]) -> list[str]:
    told: dict[str, list[str]] = {label: [] for label in labels}
    for entry in entries:
        for label in counting_for(entry, labels):
            told[label].append(entry.text)
    return ["\n".join(texts) for texts in told.values()]


def _spread(scores: Matrix) -> Matrix:
    """`scores` brought to the range from 0 to 1."""
    low, high = (float(scores.min()), float(scores.max())) if scores.size else (0.0, 0.0)
    return np.asarray((scores - low) / (high - low or 1.0), dtype=np.float32)


def _kinship(labels: Sequence[str]) -> Matrix:
    """How much each stage shares with each other one that covers the same moments: rows add up to 1. A label without
    kin, like all that are no stage, shares with itself, lest every stage that has some goes before it."""
    shared = [[_shared(one, other) for other in labels] for one in labels]
    return np.array([_parts(row, at) for at, row in enumerate(shared)], dtype=np.float32).reshape(2 * (len(labels),))


def _parts(shared: Sequence[float], at: int) -> list[float]:
    of_all = sum(shared)
    return [part / of_all for part in shared] if of_all else [_ALONE * (other == at) for other in range(len(shared))]


def _shared(one: str, other: str) -> float:
    mine, others = MOMENTS_OF.get(one, frozenset()), MOMENTS_OF.get(other, frozenset())
    return len(mine & others) / len(mine | others) if one != other and mine & others else 0.0
