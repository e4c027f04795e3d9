"""Concrete parts put together: the one place that names every adapter."""

from collections.abc import Callable
from functools import cached_property
from threading import Thread
from typing import Any

from app.settings import Settings
from coaching.coach import Coach
from knowledge.library import FileLibrary
from storage.coaches import DatabaseCoaches
from storage.conversations import DatabaseConversations
from storage.engine import DATABASE, Database, connected, open_database
from storage.inbox import DatabaseInbox
from storage.leases import SharedLeases, SoleLeases
from storage.outbox import DatabaseOutbox
from storage.standing import DatabaseStanding
from storage.transcripts import DatabaseTranscripts

#: Seconds for which somebody who only looks waits for a database that is locked or far away.
_HASTE = 5.0


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

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @cached_property
    def library(self) -> FileLibrary:
        """The knowledge."""
        return FileLibrary(self.settings.index_dir, embedder=self.settings.embeddings, chroma=self.settings.chroma)

    @cached_property
    def coach(self) -> Coach:
        """The coach."""
        language = self.settings.coach_language
        return Coach(self.conversations, self.library, self._understanding, self._composer, language, self.coaches)

    @cached_property
    def conversations(self) -> DatabaseConversations:
        """Where talks are kept."""
        return DatabaseConversations(self._database)

    @cached_property
    def coaches(self) -> DatabaseCoaches:
        """The human coaches."""
        return DatabaseCoaches(self._database)

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
        settings = self.settings
        if not settings.database_url and not (settings.data_dir / DATABASE).exists():
            return None
        return DatabaseStanding(connected(settings.data_dir, settings.database_url, _HASTE), prefix)

    def make_ready(self) -> None:
        """Builds the index of the knowledge, with a progress bar, where it isn't up to date."""
        if not self.library.is_current():
            from app.indexing import build  # the progress bar is slow to import, and seldom needed

            build(self.library)

    def warm(self) -> None:
        """Loads behind the owner's back what the first message and the first plan need."""
        self.library.warm()
        Thread(target=lambda: (self._understanding.hear, self._composer.plan), name="warm-coach", daemon=True).start()

    @cached_property
    def _understanding(self) -> Late:
        def make() -> object:
            from coaching.understanding import Understanding

            return Understanding(self.library.sectors())

        return Late(make)

    @cached_property
    def _composer(self) -> Late:
        def make() -> object:
            from coaching.planning.composer import Composer

            return Composer(self.library)

        return Late(make)

    @cached_property
    def _database(self) -> Database:
        return open_database(self.settings.data_dir, self.settings.database_url)
