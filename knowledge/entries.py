"""What the index holds: passages, the questions they answer, questions about a moment of customers, questions for
somebody else, and what is said about the talk itself; one vector each."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from journey.keys import LANGUAGES, Language
from journey.passages import Passage
from knowledge.articles import Article, load_articles
from knowledge.asides import asides_of
from knowledge.files import LIBRARY, elsewhere_file
from knowledge.moments import moments_of
from prompts.template import render

Kind = Literal["passage", "question", "moment", "elsewhere", "aside"]


@dataclass(frozen=True)
class Entry:
    """One thing with a vector. `passage` is the passage itself, the one that answers the question, or the first of the
    article that does; for a question that the library does not answer it is empty, and that of a question about a
    moment or of an aside has only the moment or the kind of aside for a title. `text` is what is embedded."""

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


def entries_of(library: Path = LIBRARY) -> tuple[Entry, ...]:
    """All entries of a library, each once, in reading order."""
    found = [entry for article in load_articles(library) for entry in _entries(article)]
    for language in LANGUAGES:
        found += [*_moments(library, language), *_elsewhere(library, language), *_asides(library, language)]
    return tuple({entry.id: entry for entry in found}.values())


def _entries(article: Article) -> Iterable[Entry]:
    for passage in article.passages:
        yield Entry.of_passage(passage)
    for question in article.head.questions:
        yield Entry("question", render(question), article.passages[0])
    for question, passage in article.asked:
        yield Entry("question", render(question), passage)


def _moments(library: Path, language: Language) -> Iterable[Entry]:
    for moment, questions in moments_of(language, library).items():
        about = _nowhere(f"moment-{language}-{moment}", language, title=moment)
        yield from (Entry("moment", question, about) for question in questions)


def _elsewhere(library: Path, language: Language) -> Iterable[Entry]:
    file = elsewhere_file(language, library)
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else ()
    nowhere = _nowhere(f"elsewhere-{language}", language)
    return (Entry("elsewhere", line.strip(), nowhere) for line in lines if line.strip())


def _asides(library: Path, language: Language) -> Iterable[Entry]:
    for kind, wordings in asides_of(language, library).items():
        talk = _nowhere(f"aside-{language}-{kind}", language, title=kind)
        yield from (Entry("aside", wording, talk) for wording in wordings)


def _nowhere(key: str, language: Language, title: str = "") -> Passage:
    """Stands for the passage of what no passage answers."""
    return Passage(id=key, label="", lang=language, title=title, source="", origin="", text="")
