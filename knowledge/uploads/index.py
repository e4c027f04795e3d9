"""The `OwnIndex` port: own articles found by meaning and by words, each with the reason."""

from collections.abc import Sequence
from threading import Lock

from coaching.desk.articles import Article, ArticleHit
from journey.keys import Language
from journey.passages import Found
from knowledge.library import FileLibrary
from knowledge.uploads.finding import Finding, Reason
from knowledge.uploads.shelf import Shelf

#: How much nearer than what is asked elsewhere an own article must be, in cosine, to answer a question.
_MARGIN = 0.015
_MOST = 16  # sets of articles that are kept in memory, ready to be asked


class UploadIndex:
    """Own articles beside the `library`. Safe to share between threads."""

    def __init__(self, shelf: Shelf, library: FileLibrary) -> None:
        self._shelf = shelf
        self._library = library
        self._lock = Lock()
        self._kept: dict[tuple[str, ...], Finding] = {}

    def find(
        self, question: str, articles: Sequence[Article], language: Language, limit: int
    ) -> tuple[ArticleHit, ...]:
        """See OwnIndex."""
        titles = {article.id: article for article in articles}
        reasons = self.reasons(question, articles, language, limit)
        beside = self._library.search(question, language, 1) if reasons else ()
        drawn_on = self.drawn_on(question, reasons, articles, language, beside)
        return tuple(_hit(reason, titles[reason.article], nearest=reason in drawn_on) for reason in reasons)

    def remove(self, article: str) -> None:
        """See OwnIndex."""
        self._shelf.remove(article)

    def reasons(self, question: str, articles: Sequence[Article], language: Language, limit: int) -> tuple[Reason, ...]:
        """The best passages of these articles, which are all of one agency."""
        if not articles:
            return ()
        return self._finding(articles, language).find(question, self._library.vector(question), limit)

    def drawn_on(
        self,
        question: str,
        reasons: Sequence[Reason],
        articles: Sequence[Article],
        language: Language,
        beside: Sequence[Found],
    ) -> tuple[Reason, ...]:
        """Those that an answer may draw on: about what the question is about, and no farther from it than the best that
        was found `beside` them in the library."""
        if not reasons:
            return ()
        near = self._finding(articles, language).nearness(self._library.vector(question))
        if near - self._library.elsewhere(question, language) <= _MARGIN:
            return ()
        least = beside[0].nearness if beside else 0.0
        return tuple(reason for reason in reasons if reason.nearness >= least)

    def _finding(self, articles: Sequence[Article], language: Language) -> Finding:
        """These articles, read once: an article never changes, it goes or another comes."""
        agency, ids = articles[0].agency, sorted(article.id for article in articles)
        key = (language, agency, *ids)
        with self._lock:
            if key in self._kept:
                return self._kept[key]
            rows = self._shelf.rows(agency, ids)
            finding = Finding(rows, language)
            if {row.article for row in rows} == set(ids):  # else some are being indexed again
                self._kept[key] = finding
                while len(self._kept) > _MOST:
                    self._kept.pop(next(iter(self._kept)))
            return finding


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
