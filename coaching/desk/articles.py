"""The coaches' own articles: taken in, indexed in the background, tried out, switched off, removed."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from coaching.desk.staff import Reader
from coaching.frozen import Frozen
from coaching.message import Text
from journey.errors import CoachError
from journey.keys import Language
from journey.models import labels

#: Bytes of an upload, and characters of its title and source, at most.
LARGEST, LONGEST_LINE = 5_000_000, 200
#: Passages that a try-out shows.
_SHOWN = 8


class ArticleState(StrEnum):
    """How far an article is."""

    WAITING = "waiting"
    INDEXING = "indexing"
    READY = "ready"
    FAILED = "failed"


class Article(Frozen):
    """An article as it is listed. `done` of `total` steps of indexing are made; `problem` is the key of the text that
    says why it failed; `by` the code of the coach who added it at `added`."""

    id: str
    agency: str
    title: str
    source: str
    language: Language
    label: str
    on: bool
    name: str
    media: str
    state: ArticleState
    done: int
    total: int
    problem: str
    by: str
    added: datetime


class Upload(Frozen):
    """An article as a coach hands it in: the `content` of the file `name`, and what to say of it. `label` is what it is
    about, one of `ArticleDesk.labels`; without a `source` it is the agency's own."""

    name: Text
    content: bytes
    title: Text
    source: Text
    language: Language
    label: str


class Section(Frozen):
    """A part of an article: its heading ("" before the first) and its text, paragraphs apart by an empty line."""

    heading: Text
    text: Text


class ArticleHit(Frozen):
    """A passage of an own article that was found, and why. `meaning` is how near the passage and its nearest `sentence`
    are to the question (cosine, the mean of both), `words` what it shares with the question, `nearest` whether a theory
    answer would draw on it."""

    article: str
    title: str
    heading: str
    text: str
    source: str
    label: str
    score: float
    meaning: float
    words: tuple[str, ...]
    sentence: str
    nearest: bool = False


class Articles(Protocol):
    """Where articles are kept. Outside the reader's agency there are none."""

    def all(self, reader: Reader) -> tuple[Article, ...]:
        """Every article, the newest first."""
        ...

    def add(self, reader: Reader, upload: Upload, media: str) -> str:
        """Keeps an upload, waiting to be indexed; gives its id."""
        ...

    def switch(self, reader: Reader, article: str, on: bool) -> bool:
        """Lets the bot use an article, or no longer; False where there is none."""
        ...

    def remove(self, reader: Reader, article: str) -> bool:
        """Removes an article; False where there is none."""
        ...

    def again(self, reader: Reader, article: str) -> bool:
        """An article that failed waits to be indexed once more; False where there is none."""
        ...

    def ready(self, agency: str) -> tuple[Article, ...]:
        """Articles of an agency that are indexed and on."""
        ...


class Recognises(Protocol):
    """Tells what a file is."""

    def media(self, content: bytes) -> str:
        """The kind of file by its content, whatever it is called: "md", "html", "pdf" or "docx". CoachError
        "articles.unknown" where it is none of these."""
        ...


class OwnIndex(Protocol):
    """The passages of own articles, by meaning and by words."""

    def find(
        self, question: str, articles: Sequence[Article], language: Language, limit: int
    ) -> tuple[ArticleHit, ...]:
        """Passages of `articles` in `language` for a question, best first."""
        ...

    def remove(self, article: str) -> None:
        """Forgets the passages of an article."""
        ...


class Background(Protocol):
    """Indexes what waits, beside everything else."""

    def start(self) -> None:
        """Begins; what an earlier run left half-done is begun anew."""
        ...

    def stop(self) -> None:
        """Ends after the step under way."""
        ...

    def wake(self) -> None:
        """There is something to do."""
        ...


class ArticleDesk:
    """What coaches do with the articles of their agency."""

    def __init__(self, articles: Articles, recognises: Recognises, index: OwnIndex, background: Background) -> None:
        self._articles = articles
        self._recognises = recognises
        self._index = index
        self._background = background

    def start(self) -> None:
        """Begins to index in the background."""
        self._background.start()

    def stop(self) -> None:
        """Ends that."""
        self._background.stop()

    def labels(self) -> tuple[str, ...]:
        """What an article can be about."""
        return tuple(labels())

    def all(self, reader: Reader) -> tuple[Article, ...]:
        """Every article of the reader's agency, the newest first."""
        return self._articles.all(reader)

    def add(self, reader: Reader, upload: Upload) -> str:
        """Takes an upload in; gives the article's id. CoachError where it is empty, too large, of an unknown kind, or
        lacks what must be said of it."""
        _check(upload)
        article = self._articles.add(reader, upload, self._recognises.media(upload.content))
        self._background.wake()
        return article

    def switch(self, reader: Reader, article: str, on: bool) -> bool:
        """Lets the bot use an article, or no longer; False where there is none."""
        return self._articles.switch(reader, article, on)

    def remove(self, reader: Reader, article: str) -> bool:
        """Removes an article with its passages; False where there is none."""
        if not self._articles.remove(reader, article):
            return False
        self._index.remove(article)
        return True

    def again(self, reader: Reader, article: str) -> bool:
        """Tries again to index an article that failed; False where there is none."""
        if not self._articles.again(reader, article):
            return False
        self._background.wake()
        return True

    def try_out(self, reader: Reader, question: str, language: Language) -> tuple[ArticleHit, ...]:
        """What the bot would find for a question among the articles that are on, and why."""
        if not question.strip():
            return ()
        return self._index.find(question, self._articles.ready(reader.agency), language, _SHOWN)


def _check(upload: Upload) -> None:
    if not upload.content.strip():
        raise CoachError("articles.empty")
    if len(upload.content) > LARGEST:
        raise CoachError("articles.too_large", megabytes=str(LARGEST // 1_000_000))
    if not upload.title.strip() or len(upload.title) > LONGEST_LINE or len(upload.source) > LONGEST_LINE:
        raise CoachError("articles.title", most=str(LONGEST_LINE))
    if upload.label not in labels():
        raise CoachError("articles.label", label=upload.label)
