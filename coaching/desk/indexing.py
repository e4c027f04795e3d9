"""The jobs of indexing own articles, kept so that a restart goes on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from coaching.desk.articles import Article, Section


@dataclass(frozen=True)
class Job:
    """An article that is to be indexed, with the file itself."""

    article: Article
    body: bytes


class Jobs(Protocol):
    """Where they are kept."""

    def begin_anew(self, indexed: Callable[[Sequence[str]], Sequence[str]]) -> None:
        """What an earlier run left half-done waits again, and what was ready but isn't (any more) among the `indexed`
        of those asked about."""
        ...

    def take(self) -> Job | None:
        """The article that waits longest, now being indexed; None where none waits."""
        ...

    def keep(self, article: str, sections: Sequence[Section]) -> None:
        """What was read in an article."""
        ...

    def note(self, article: str, done: int, total: int) -> bool:
        """So many of its passages are indexed; False where the article is gone."""
        ...

    def finish(self, article: str) -> bool:
        """It can be found; False where the article is gone."""
        ...

    def fail(self, article: str, problem: str) -> None:
        """It can't be indexed; `problem` is the key of the text that says why."""
        ...
