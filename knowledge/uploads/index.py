"""The `OwnIndex` port: own articles found by meaning and by words, each with the reason."""

from collections.abc import Sequence
from threading import Lock

from coaching.desk.articles import Article, ArticleHit
from journey.keys import Language
from knowledge.library import FileLibrary
from knowledge.uploads.finding import Finding, Reason
from knowledge.uploads.shelf import Row, Shelf

#: An own passage is drawn on where it is as near as the library's best, or short of it by no more than this (cosine).
_BEHIND = 0.0
#: Own articles answer a question where they are nearer than what is asked elsewhere, by this much (cosine).
_MARGIN = 0.015
_AGENCIES = 8  # whose rows are kept in memory


class UploadIndex:
    """Own articles beside the `library`. Safe to share between threads."""

    def __init__(self, shelf: Shelf, library: FileLibrary) -> None:
        self._shelf = shelf
        self._library = library
        self._lock = Lock()
        self._kept: dict[tuple[str, ...], tuple[Row, ...]] = {}

    def find(
        self, question: str, articles: Sequence[Article], language: Language, limit: int
    ) -> tuple[ArticleHit, ...]:
        """See OwnIndex."""
        titles = {article.id: article for article in articles}
        reasons = self.reasons(question, articles, language, limit)
        drawn_on = self.drawn_on(question, reasons, articles, language)
        return tuple(_hit(reason, titles[reason.article], nearest=reason in drawn_on) for reason in reasons)

    def remove(self, article: str) -> None:
        """See OwnIndex."""
        self._shelf.remove(article)

    def reasons(self, question: str, articles: Sequence[Article], language: Language, limit: int) -> tuple[Reason, ...]:
        """The best passages of these articles, which are all of one agency."""
        found = Finding(self._rows(articles), language)
        return found.find(question, self._library.vector(question), limit)

    def drawn_on(
        self, question: str, reasons: Sequence[Reason], articles: Sequence[Article], language: Language
    ) -> tuple[Reason, ...]:
        """Those that an answer may draw on: about what the question is about, and no farther from it than the best of
        the library."""
        if not reasons:
            return ()
        vector = self._library.vector(question)
        near = Finding(self._rows(articles), language).nearness(vector)
        if near - self._library.elsewhere(question, language) <= _MARGIN:
            return ()
        best = self._library.search(question, language, 1)
        least = max((found.nearness for found in best), default=0.0) - _BEHIND
        return tuple(reason for reason in reasons if reason.nearness >= least)

    def _rows(self, articles: Sequence[Article]) -> tuple[Row, ...]:
        """Their rows, read once: an article never changes, it goes or another comes."""
        if not articles:
            return ()
        key = (articles[0].agency, *sorted(article.id for article in articles))
        with self._lock:
            if key in self._kept:
                return self._kept[key]
            rows = self._shelf.rows(articles[0].agency, key[1:])
            if {row.article for row in rows} == set(key[1:]):  # else some are being indexed again
                self._kept[key] = rows
                while len(self._kept) > _AGENCIES:
                    self._kept.pop(next(iter(self._kept)))
            return rows


def _hit(reason: Reason, article: Article, *, nearest: bool) -> ArticleHit:
    return ArticleHit(
        article=article.id,
        title=article.title,
        heading=reason.passage.title.removeprefix(article.title).removeprefix(": "),
        text=reason.passage.text,
        source=article.source,
        label=article.label,
        score=reason.score,
        meaning=reason.meaning,
        words=reason.words,
        sentence=reason.sentence,
        nearest=nearest,
    )
