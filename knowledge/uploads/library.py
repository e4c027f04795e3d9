"""The library as one owner's agency has it: its own articles beside everybody's."""

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from coaching.desk.articles import Article
from journey.asides import Aside
from journey.keys import Language
from journey.passages import OWN, Found, Passage
from journey.plays import Play
from journey.trades import Sector
from knowledge.errors import KnowledgeError
from knowledge.library import FileLibrary

if TYPE_CHECKING:
    from knowledge.uploads.index import UploadIndex

_LOG = logging.getLogger(__name__)
ReadyFor = Callable[[str], Sequence[Article]]


class AgencyLibraries:
    """Gives each owner the library of their agency; `ready_for` names the articles it has, asked at each question."""

    def __init__(self, library: FileLibrary, index: "UploadIndex", ready_for: ReadyFor) -> None:
        self._library = library
        self._index = index
        self._ready_for = ready_for

    def of(self, owner: str) -> "AgencyLibrary":
        """The library for this owner. Costs nothing until it is searched."""
        return AgencyLibrary(self._library, self._index, lambda: self._ready_for(owner))


class AgencyLibrary:
    """A `Library`: what is found in own articles stands before what is no nearer in everybody's."""

    def __init__(self, library: FileLibrary, index: "UploadIndex", ready: Callable[[], Sequence[Article]]) -> None:
        self._library = library
        self._index = index
        self._ready = ready

    def search(self, question: str, language: Language, limit: int = 5) -> tuple[Found, ...]:
        """See Library."""
        found = self._library.search(question, language, limit)
        own = self._own(question, language, found)
        if own is None:
            return found
        others = tuple(each for each in found if each.passage.label != own.passage.label)
        return (own, *others)[:limit]

    def answers(self, question: str, found: Found) -> bool:
        """See Library. What an own article is found for, it answers."""
        return found.passage.origin == OWN or self._library.answers(question, found)

    def about(self, label: str, language: Language) -> tuple[Passage, ...]:
        """See Library."""
        return self._library.about(label, language)

    def asides(self, text: str, language: Language) -> tuple[Aside, ...]:
        """See Library."""
        return self._library.asides(text, language)

    def closeness(self, text: str, others: Sequence[str]) -> tuple[float, ...]:
        """See Library."""
        return self._library.closeness(text, others)

    def plays(self) -> tuple[Play, ...]:
        """See Library."""
        return self._library.plays()

    def sectors(self) -> dict[str, Sector]:
        """See Library."""
        return self._library.sectors()

    def _own(self, question: str, language: Language, beside: Sequence[Found]) -> Found | None:
        articles = self._ready() if question.strip() else ()
        if not articles:
            return None
        try:
            reasons = self._index.reasons(question, articles, language, 1)
            drawn_on = self._index.drawn_on(question, reasons, articles, language, beside)
        except KnowledgeError as error:  # everybody's library answers as well
            _LOG.warning("own articles can't be searched: %s", error.key)
            return None
        return next((Found(passage=r.passage, score=r.score, nearness=r.nearness) for r in drawn_on), None)
