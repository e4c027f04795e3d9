"""Aliases: the same person or thing gets the same one, however it is written."""

import re
from collections.abc import Callable, Iterable

from coaching.desk.anonymous.found import Kind
from coaching.understanding.text.normalise import fold

_WORD = re.compile(r"\w+")
_NUMERIC = (Kind.PHONE, Kind.ACCOUNT, Kind.NUMBER, Kind.PLATE)
_ARTICLE = re.compile(r"^(?:de|het|the|'t)\s+", re.IGNORECASE)


class Aliases:
    """Numbers the values of each kind as they come up. `people` are all names of people there are, so that "Jan" is
    "Jan de Vries" where no other Jan is; `named` words a kind and a number."""

    def __init__(self, people: Iterable[str], named: Callable[[Kind, int], str]) -> None:
        self._people = {name: frozenset(_WORD.findall(fold(name))) for name in people}
        self._named = named
        self._given: dict[Kind, dict[str, int]] = {kind: {} for kind in Kind}

    def of(self, kind: Kind, value: str) -> str:
        """The alias of a value."""
        given = self._given[kind]
        key = _key(kind, self._whole(value) if kind is Kind.PERSON else value)
        return self._named(kind, given.setdefault(key, len(given) + 1))

    def _whole(self, name: str) -> str:
        """The longest name that `name` is a part of; itself where that could be several people."""
        parts = frozenset(_WORD.findall(fold(name)))
        longer = {other: words for other, words in self._people.items() if parts < words}
        longest = {words: other for other, words in longer.items() if not any(words < more for more in longer.values())}
        return next(iter(longest.values())) if len(longest) == 1 else name


def without_article(name: str) -> str:
    """ "De Ketting" without its "De"."""
    return _ARTICLE.sub("", name)


def _key(kind: Kind, value: str) -> str:
    """What all ways of writing the same share."""
    if kind in _NUMERIC:
        return "".join(_WORD.findall(value)).lower()
    return " ".join(_WORD.findall(without_article(fold(value))))
