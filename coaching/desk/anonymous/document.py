"""One document of several texts in which everything that identifies people gets one alias throughout."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from coaching.desk.anonymous.aliases import Aliases, without_article
from coaching.desk.anonymous.finder import identifying, telling
from coaching.desk.anonymous.found import Found, Kind, apart
from coaching.desk.anonymous.names import words
from coaching.understanding.text.normalise import fold

_REGION = re.compile(r"^(?:regio|omgeving|region)\s+(?:van\s+|of\s+)?", re.IGNORECASE)
#: Letters from which on a name is looked for in lower case too.
_LONG = 4


class Document:
    """What was `said` in a talk, what was `planned` after it, and what is `known` of the owner. `named` gives the alias
    of a kind and a number."""

    def __init__(
        self,
        said: Iterable[str],
        planned: Iterable[str] = (),
        known: Iterable[tuple[Kind, str]] = (),
        named: Callable[[Kind, int], str] = lambda kind, number: f"{kind} {number}",
    ) -> None:
        self._said, self._planned = tuple(dict.fromkeys(said)), tuple(dict.fromkeys(planned))
        self._known = tuple(dict.fromkeys((kind, _REGION.sub("", value).strip()) for kind, value in known if value))
        self._named = named
        self._looked: dict[str, tuple[Found, ...]] = {}

    def found(self, text: str) -> tuple[Found, ...]:
        """What is to be replaced in `text`."""
        if text not in self._looked:
            self._looked[text] = apart((*self._recognised(text), *_matches(self._names, text)))
        return self._looked[text]

    def without(self, text: str) -> str:
        """`text` with every such thing replaced by its alias."""
        parts, at = [], 0
        for found in self.found(text):
            parts += [text[at : found.start], self._aliases.of(found.kind, found.of(text))]
            at = found.end
        return "".join((*parts, text[at:]))

    def _recognised(self, text: str) -> tuple[Found, ...]:
        found = identifying(text) if text in self._talk else telling(text)
        return apart((*found, *_matches(self._own, text)))

    @cached_property
    def _talk(self) -> frozenset[str]:
        return frozenset(self._said)

    @cached_property
    def _own(self) -> dict[re.Pattern[str], Kind]:
        """What is known of the owner, as it may be written."""
        return {pattern: kind for kind, value in self._known for pattern in _ways(value)}

    @cached_property
    def _people(self) -> tuple[str, ...]:
        """Everybody who is known or named in the talk."""
        known = [value for kind, value in self._known if kind is Kind.PERSON]
        named = (each.of(text) for text in self._said for each in self._recognised(text) if each.kind is Kind.PERSON)
        return tuple(dict.fromkeys((*known, *named)))

    @cached_property
    def _names(self) -> dict[re.Pattern[str], Kind]:
        """Everybody's names and their parts, wherever they come up again."""
        parts = dict.fromkeys(part for name in self._people for part in (name, *_parts(name)))
        return {_pattern(part, loose=_is_sure(part)): Kind.PERSON for part in parts}

    @cached_property
    def _aliases(self) -> Aliases:
        """Numbered in the order of the talk, whichever text is asked for first."""
        aliases = Aliases(self._people, self._named)
        for kind, value in self._known:
            aliases.of(kind, value)
        for text in (*self._said, *self._planned):
            for found in self.found(text):
                aliases.of(found.kind, found.of(text))
        return aliases


def _matches(patterns: dict[re.Pattern[str], Kind], text: str) -> Iterator[Found]:
    return (Found(kind, *match.span()) for pattern, kind in patterns.items() for match in pattern.finditer(text))


def _ways(value: str) -> Iterator[re.Pattern[str]]:
    """How a name the owner told may be written: "De Ketting", "de ketting", "Ketting" - but no bicycle's "ketting"."""
    yield _pattern(value, loose=_is_sure(value))
    if (bare := without_article(value)) != value:
        yield _pattern(bare, loose=False)


def _parts(name: str) -> tuple[str, ...]:
    """The first name and the surname of somebody who was called by both."""
    parts = [part for part in re.split(r"[ .]+", name) if len(part) > 2 and part[0].isupper()]
    return tuple(part for part in parts if part != name and fold(part) not in words("never"))


def _is_sure(name: str) -> bool:
    """Whether a name is that name in lower case too."""
    return len(name) >= _LONG and fold(name) not in words("ordinary")


def _pattern(value: str, *, loose: bool) -> re.Pattern[str]:
    told = r"\s+".join(map(re.escape, value.split()))
    return re.compile(rf"(?<!\w){told}(?!\w)", re.IGNORECASE if loose else 0)
