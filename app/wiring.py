"""Concrete parts put together: the one place that names every adapter."""

from functools import cached_property

from app.settings import Settings
from coaching.coach import Coach
from coaching.understanding import Understanding
from knowledge.library import FileLibrary
from storage.conversations import DatabaseConversations
from storage.engine import Database, open_database
from storage.inbox import DatabaseInbox
from storage.transcripts import DatabaseTranscripts


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
        understanding = Understanding(self.library.sectors())
        return Coach(self.conversations, self.library, understanding, self.settings.language)

    @cached_property
    def conversations(self) -> DatabaseConversations:
        """Where talks are kept."""
        return DatabaseConversations(self._engine)

    @cached_property
    def transcripts(self) -> DatabaseTranscripts:
        """What a coach reads."""
        return DatabaseTranscripts(self._engine)

    @cached_property
    def inbox(self) -> DatabaseInbox:
        """What came in from Telegram."""
        return DatabaseInbox(self._engine)

    @cached_property
    def _engine(self) -> Database:
        return open_database(self.settings.data_dir, self.settings.database_url)
