"""What the pages are given to work with."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from coaching.desk.acting import Acting
from coaching.desk.articles import ArticleDesk
from coaching.desk.ports import Audit, Desk, Insight, Reviews, Staff
from coaching.desk.sharing import Sharing
from journey.keys import Language
from journey.trades import Sector

_OWN_MACHINE = ("127.0.0.1", "localhost")


@dataclass(frozen=True)
class Setting:
    """A setting as the operator sees it: its name, what it stands at ("" where it isn't set), and whether that is a
    secret, of which only this much is shown."""

    name: str
    value: str
    accepts: str
    secret: bool = False


class Tidies(Protocol):
    """What is done to the database beside the pages."""

    def tidy(self) -> None:
        """Does what is due: to be called every minute or so."""
        ...


@dataclass(frozen=True)
class Parts:
    """All ports and use cases that pages need. `sectors` are the sector packs by key."""

    desk: Desk
    reviews: Reviews
    insight: Insight
    audit: Audit
    staff: Staff
    acting: Acting
    sharing: Sharing
    articles: ArticleDesk
    keeping: Tidies
    sectors: Callable[[], dict[str, Sector]]
    settings: tuple[Setting, ...] = ()


@dataclass(frozen=True)
class Place:
    """Where the console is reached: its `url` as coaches type it, the `secret` that signs their sessions, and the
    `language` of whoever states none."""

    url: str
    secret: str
    language: Language = "nl"

    @property
    def secure(self) -> bool:
        """Whether it is reached by https."""
        return urlsplit(self.url).scheme == "https"

    @property
    def hosts(self) -> list[str]:
        """The names of the host; a machine has two for itself."""
        name = urlsplit(self.url).hostname or ""
        return list(_OWN_MACHINE) if name in _OWN_MACHINE else [name]
