"""What the index holds: passages, their sentences, and the questions they answer, each as one entry with a vector."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from journey.passages import Passage
from knowledge.articles import Article
from knowledge.sentences import sentences
from prompts.template import render

Kind = Literal["passage", "sentence", "question"]


@dataclass(frozen=True)
class Entry:
    """One thing with a vector. `passage` is the passage itself, the one the sentence stands in, or the first of the
    article that answers the question; `text` is what is embedded."""

    kind: Kind
    text: str
    passage: Passage

    @property
    def hash(self) -> str:
        """Of the embedded text alone: equal hashes have equal vectors."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:20]

    @property
    def id(self) -> str:
        """Unique in the index, stable while the text and its passage are."""
        return f"{self.passage.id}-{self.kind[0]}-{self.hash}"

    @classmethod
    def of_passage(cls, passage: Passage) -> "Entry":
        """The entry of a whole passage: its title says what its text is about."""
        return cls("passage", f"{passage.title}\n{render(passage.text)}", passage)


def entries_of(articles: Iterable[Article]) -> tuple[Entry, ...]:
    """All entries of `articles`, each once, in reading order."""
    found = (entry for article in articles for entry in _entries(article))
    return tuple({entry.id: entry for entry in found}.values())


def _entries(article: Article) -> Iterable[Entry]:
    for passage in article.passages:
        yield Entry.of_passage(passage)
        for sentence in sentences(render(passage.text)):
            yield Entry("sentence", sentence, passage)
    for question in article.head.questions:
        yield Entry("question", render(question), article.passages[0])
