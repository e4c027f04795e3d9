"""Indexing uploads one after another in a thread of its own. Every step is noted, so that a restart goes on."""

import logging
from collections.abc import Callable, Iterator, Sequence
from threading import Event, Thread

from coaching.desk.articles import Section
from coaching.desk.indexing import Job, Jobs
from journey.errors import CoachError
from journey.passages import Passage
from journey.sentences import sentences
from knowledge.uploads.cutting import passages_of
from knowledge.uploads.parsing import parsed
from knowledge.uploads.shelf import Kind, Shelf

_LOG = logging.getLogger(__name__)
_BATCH = 8  # passages a step
_SENTENCE = 30  # characters from which on a sentence has a vector of its own
#: Seconds after which waiting articles are looked for without being told of any: another program may have added some.
_LOOK = 30.0
Parse = Callable[[str, bytes], Sequence[Section]]


class Indexing:
    """The `Background` port."""

    def __init__(self, jobs: Jobs, shelf: Shelf, parse: Parse = parsed) -> None:
        self._jobs = jobs
        self._shelf = shelf
        self._parse = parse
        self._woken, self._stopping = Event(), Event()
        self._thread: Thread | None = None

    def start(self) -> None:
        """See Background."""
        if self._thread is None:
            self._stopping.clear()
            self._thread = Thread(target=self._run, name="index-articles", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """See Background."""
        self._stopping.set()
        self._woken.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def wake(self) -> None:
        """See Background."""
        self._woken.set()

    def work_off(self) -> None:
        """Indexes all that waits."""
        while not self._stopping.is_set() and (job := self._jobs.take()):
            self._work(job)

    def _run(self) -> None:
        self._try(lambda: self._jobs.begin_anew(self._shelf.whole))
        while not self._stopping.is_set():
            self._woken.clear()
            self._try(self.work_off)
            self._woken.wait(_LOOK)

    def _try(self, work: Callable[[], None]) -> None:
        """A database that is away for a while doesn't end the thread."""
        try:
            work()
        except CoachError as error:
            _LOG.warning("indexing articles stopped for now: %s", error.key)

    def _work(self, job: Job) -> None:
        try:
            self._index(job)
        except CoachError as error:
            _LOG.info("an article was not indexed: %s", error.key)
            self._jobs.fail(job.article.id, error.key if error.key.startswith("articles.") else "articles.index")
        except Exception:  # an odd file is no reason to leave the others unread
            _LOG.exception("an article was not indexed")
            self._jobs.fail(job.article.id, "articles.index")

    def _index(self, job: Job) -> None:
        article = job.article
        sections = self._parse(article.media, job.body)
        self._jobs.keep(article.id, sections)
        passages = passages_of(article, sections)
        if not passages:
            raise CoachError("articles.no_text")
        for done in range(0, len(passages), _BATCH):
            if self._stopping.is_set() or not self._jobs.note(article.id, done, len(passages)):
                self._shelf.remove(article.id)
                return
            self._shelf.add(article.agency, article.id, list(_rows(passages[done : done + _BATCH])))
        self._shelf.finish(article.agency, article.id, len(passages))
        self._jobs.note(article.id, len(passages), len(passages))
        if not self._jobs.finish(article.id):
            self._shelf.remove(article.id)


def _rows(passages: Sequence[Passage]) -> Iterator[tuple[Kind, Passage, str]]:
    """What gets a vector: each passage with its title, and each sentence of it."""
    for passage in passages:
        yield "passage", passage, f"{passage.title}\n{passage.text}"
        told = (sentence for sentence in sentences(passage.text) if len(sentence) >= _SENTENCE)
        yield from (("sentence", passage, sentence) for sentence in told)
