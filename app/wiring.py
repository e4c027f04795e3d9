"""Concrete parts put together: the one place that names every adapter."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property, partial
from threading import Thread
from typing import TYPE_CHECKING, Any

from app.documents import forget_files
from app.settings import Settings
from coaching.coach import Coach
from coaching.rights.privacy import Privacy
from knowledge.library import FileLibrary
from knowledge.uploads.library import AgencyLibraries
from storage.articles import DatabaseArticles
from storage.clock import now_in_utc
from storage.coaches import DatabaseCoaches
from storage.consents import DatabaseConsents
from storage.conversations import DatabaseConversations
from storage.desk.auditing import DatabaseAudit
from storage.desk.desk import DatabaseDesk
from storage.desk.insight import DatabaseInsight
from storage.desk.reviews import DatabaseReviews
from storage.desk.staff import DatabaseAgencies, DatabaseStaff
from storage.engine import DATABASE, Database, connected, open_database
from storage.inbox import DatabaseInbox
from storage.keeping import Keeping
from storage.leases import SharedLeases, SoleLeases
from storage.outbox import DatabaseOutbox
from storage.standing import DatabaseStanding
from storage.transcripts import DatabaseTranscripts
from storage.usage import DatabaseUsage

if TYPE_CHECKING:
    from coaching.desk.acting import Acting
    from coaching.desk.articles import ArticleDesk
    from coaching.desk.sharing import Sharing
    from llm.gate import Call
    from llm.model import AskedModel

#: Seconds for which somebody who only looks waits for a database that is locked or far away.
_HASTE = 5.0
#: The folder in the data folder in which the index of own articles lies.
_ARTICLES = "articles"


class Late:
    """Stands for a part that is slow to load, and makes it when it is first used."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make

    @cached_property
    def _part(self) -> Any:
        return self._make()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._part, name)


class Parts:
    """Every part of the program for one set of settings, made when first needed."""

    def __init__(self, settings: Settings, now: Callable[[], datetime] = now_in_utc) -> None:
        self.settings = settings
        self._now = now
        #: Who hears of every question to the language model.
        self.counting: list[Callable[[Call], None]] = []

    @cached_property
    def library(self) -> FileLibrary:
        """The knowledge."""
        return FileLibrary(self.settings.index_dir, embedder=self.settings.embeddings, chroma=self.settings.chroma)

    @cached_property
    def coach(self) -> Coach:
        """The coach."""
        language = self.settings.coach_language
        return Coach(
            self.conversations,
            self.library,
            self._understanding,
            self._composer,
            language,
            self.coaches,
            self.model,
            self._libraries,
            self.privacy,
        )

    @cached_property
    def consents(self) -> DatabaseConsents:
        """Who agreed to what is kept."""
        return DatabaseConsents(self._database, self._now)

    @cached_property
    def privacy(self) -> Privacy:
        """What owners are told of what is kept."""
        return Privacy(self.coaches, self.model, self.settings.retention_days, self.consents)

    @cached_property
    def model(self) -> "AskedModel | None":
        """The language model; None where the operator chose none. CoachError where it can't be had."""
        if not self.settings.has_model:
            return None
        from app.language_model import language_model  # seldom needed, and then its provider is the slow part

        return language_model(self.settings, self.usage, self._count)

    @cached_property
    def usage(self) -> DatabaseUsage:
        """What the language model took."""
        return DatabaseUsage(self._database)

    @cached_property
    def conversations(self) -> DatabaseConversations:
        """Where talks are kept."""
        return DatabaseConversations(self._database, self._now, self._forgets)

    @cached_property
    def coaches(self) -> DatabaseCoaches:
        """The human coaches."""
        return DatabaseCoaches(self._database)

    @cached_property
    def keeping(self) -> Keeping:
        """What is done to the database beside the turns."""
        return Keeping(self._database, self.settings.retention_days, forgets=self._forgets)

    @cached_property
    def staff(self) -> DatabaseStaff:
        """The accounts of coaches."""
        return DatabaseStaff(self._database)

    @cached_property
    def agencies(self) -> DatabaseAgencies:
        """The agencies that coaches work for."""
        return DatabaseAgencies(self._database)

    @cached_property
    def desk(self) -> DatabaseDesk:
        """Conversations as coaches read them."""
        return DatabaseDesk(self._database, self._now)

    @cached_property
    def reviews(self) -> DatabaseReviews:
        """What coaches do with them."""
        return DatabaseReviews(self._database, self._now, self._forgets)

    @cached_property
    def insight(self) -> DatabaseInsight:
        """What they show together."""
        return DatabaseInsight(self._database)

    @cached_property
    def audit(self) -> DatabaseAudit:
        """Who saw and did what."""
        return DatabaseAudit(self._database, self._now)

    @cached_property
    def acting(self) -> "Acting":
        """What coaches do that reaches the owner."""
        from coaching.desk.acting import Acting

        return Acting(self.desk, self.reviews, self.library, self._understanding, self._composer)

    @cached_property
    def sharing(self) -> "Sharing":
        """Transcripts and plans as files to share."""
        from coaching.desk.sharing import Sharing  # lists of names: for the console alone

        return Sharing(self.library.sectors)

    @cached_property
    def articles(self) -> "ArticleDesk":
        """The coaches' own articles."""
        from coaching.desk.articles import ArticleDesk
        from knowledge.uploads.indexing import Indexing
        from knowledge.uploads.kinds import Kinds

        return ArticleDesk(self._articles, Kinds(), self._uploads, Indexing(self._articles, self._upload_shelf))

    @cached_property
    def transcripts(self) -> DatabaseTranscripts:
        """What a coach reads."""
        return DatabaseTranscripts(self._database)

    @cached_property
    def inbox(self) -> DatabaseInbox:
        """What came in from Telegram."""
        return DatabaseInbox(self._database)

    @cached_property
    def outbox(self) -> DatabaseOutbox:
        """What waits longer to go out."""
        return DatabaseOutbox(self._database)

    def leases(self, prefix: str) -> SoleLeases | SharedLeases:
        """Which owners, of those whose key begins with `prefix`, this program works."""
        return (SoleLeases if self._database.alone else SharedLeases)(self._database, prefix)

    def standing(self, prefix: str) -> DatabaseStanding:
        """How the database stands, counting owners whose key begins with `prefix`."""
        return DatabaseStanding(self._database, prefix)

    def untouched(self, prefix: str) -> DatabaseStanding | None:
        """The same without making a database or changing its schema; None where there is none yet."""
        return DatabaseStanding(self._as_it_stands, prefix) if self._as_it_stands else None

    def untouched_usage(self) -> DatabaseUsage | None:
        """What the language model took, in the same way."""
        return DatabaseUsage(self._as_it_stands) if self._as_it_stands else None

    def make_ready(self) -> None:
        """Builds the index of the knowledge, with a progress bar, where it isn't up to date."""
        if not self.library.is_current():
            from app.indexing import make_current  # the progress bar is slow to import, and seldom needed

            make_current(self.library, self.settings.index_dir)

    def warm(self) -> None:
        """Loads behind the owner's back what the first message and the first plan need."""
        self.library.warm()
        if self.model:
            Thread(target=self.model.load, name="warm-model", daemon=True).start()
        Thread(target=lambda: (self._understanding.hear, self._composer.plan), name="warm-coach", daemon=True).start()

    def _count(self, call: "Call") -> None:
        for told in self.counting:
            told(call)

    @cached_property
    def _libraries(self) -> AgencyLibraries:
        return AgencyLibraries(self.library, self._uploads, self._articles.ready_for)

    @cached_property
    def _articles(self) -> DatabaseArticles:
        return DatabaseArticles(self._database, self._now)

    @cached_property
    def _uploads(self) -> Any:
        def make() -> object:
            from knowledge.uploads.index import UploadIndex

            return UploadIndex(self._upload_shelf, self.library)

        return Late(make)

    @cached_property
    def _upload_shelf(self) -> Any:
        def make() -> object:
            from knowledge.chroma import ChromaStore
            from knowledge.uploads.shelf import Shelf

            folder = self.settings.data_dir / _ARTICLES  # data, not a cache: the index of the library may be read-only
            return Shelf(ChromaStore(folder, self.settings.chroma), self.library.embedder)

        return Late(make)

    @property
    def _forgets(self) -> Callable[[str], None]:
        """Removes the files that were written for an owner."""
        return partial(forget_files, self.settings.data_dir)

    @cached_property
    def _understanding(self) -> Late:
        def make() -> object:
            from coaching.understanding import Understanding

            rules = Understanding(self.library.sectors(), self.library)
            if self.model is None:
                return rules
            from coaching.assisting.understanding import AssistedUnderstanding

            return AssistedUnderstanding(rules, self.model, self.library)

        return Late(make)

    @cached_property
    def _composer(self) -> Late:
        def make() -> object:
            from coaching.planning.composer import Composer

            composer = Composer(self.library)
            if self.model is None:
                return composer
            from coaching.assisting.composing import AssistedComposer

            return AssistedComposer(composer, self.model, self.library)

        return Late(make)

    @cached_property
    def _database(self) -> Database:
        settings = self.settings
        return open_database(settings.data_dir, settings.database_url, keys=settings.storage_keys)

    @cached_property
    def _as_it_stands(self) -> Database | None:
        settings = self.settings
        if not settings.database_url and not (settings.data_dir / DATABASE).exists():
            return None
        return connected(settings.data_dir, settings.database_url, _HASTE)
