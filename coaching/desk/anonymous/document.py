"""One document of several texts in which everything that identifies people gets one alias throughout."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from coaching.desk.anonymous.finder import identifying, telling
from coaching.desk.anonymous.found import Found, Kind, apart
from coaching.desk.anonymous.names import words
from coaching.desk.anonymous.people import kin
from coaching.understanding.normalise import fold

_EDGE = r"(?<!\w){}(?!\w)"
_REGION = re.compile(r"^(?:regio|omgeving|region|de|het|the|in)\s+", re.IGNORECASE)
#: Letters from which on a name is replaced in lower case too.
_LONG = 4
_DIGITS = (Kind.PHONE, Kind.ACCOUNT, Kind.NUMBER, Kind.PLATE)


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
        self._said, self._planned = tuple(said), tuple(planned)
        self._known = {_bare(value, kind): kind for kind, value in known if _bare(value, kind)}
        self._named = named

    def found(self, text: str) -> tuple[Found, ...]:
        """What is to be replaced in `text`."""
        recognised = identifying(text) if text in self._talk else telling(text)
        return apart((*recognised, *self._repeated(text)))

    def without(self, text: str) -> str:
        """`text` with every such thing replaced by its alias."""
        parts, at = [], 0
        for found in self.found(text):
            parts += [text[at : found.start], self._alias(found.kind, found.of(text))]
            at = found.end
        return "".join((*parts, text[at:]))

    def _repeated(self, text: str) -> list[Found]:
        """What is known or was found anywhere in the document."""
        return [Found(kind, *match.span()) for pattern, kind in self._patterns for match in pattern.finditer(text)]

    @cached_property
    def _talk(self) -> frozenset[str]:
        return frozenset(self._said)

    @cached_property
    def _values(self) -> dict[Kind, list[str]]:
        """Every value by its kind, in the order in which they come up; what is known first."""
        values: dict[Kind, list[str]] = {kind: [] for kind in Kind}
        for value, kind in self._known.items():
            values[kind].append(value)
        for text in self._said:
            for found in identifying(text):
                values[found.kind].append(found.of(text))
        for text in self._planned:
            for found in telling(text):
                values[found.kind].append(found.of(text))
        return values

    @cached_property
    def _patterns(self) -> tuple[tuple[re.Pattern[str], Kind], ...]:
        known = [(_pattern(value, anyhow=_is_sure(value)), kind) for value, kind in self._known.items()]
        people = dict.fromkeys(self._values[Kind.PERSON])
        parts = dict.fromkeys(part for name in people for part in (name, *_parts(name)))
        return (*known, *((_pattern(part, anyhow=_is_sure(part)), Kind.PERSON) for part in parts))

    @cached_property
    def _numbers(self) -> dict[tuple[Kind, str], int]:
        """The number of each value among those of its kind."""
        whole = kin(list(dict.fromkeys(self._values[Kind.PERSON])))
        numbers: dict[tuple[Kind, str], int] = {}
        for kind, values in self._values.items():
            keys = dict.fromkeys(_key(kind, whole.get(value, value)) for value in values)
            numbers |= {(kind, key): number for number, key in enumerate(keys, 1)}
            for part, name in whole.items() if kind is Kind.PERSON else ():
                numbers.setdefault((kind, _key(kind, part)), numbers[kind, _key(kind, name)])
        return numbers

    def _alias(self, kind: Kind, value: str) -> str:
        key = (kind, _key(kind, value))
        if key not in self._numbers:
            self._numbers[key] = self._part_of(kind, value) or 1 + max(
                (number for (other, _), number in self._numbers.items() if other is kind), default=0
            )
        return self._named(kind, self._numbers[key])

    def _part_of(self, kind: Kind, value: str) -> int:
        """The number of the only name that `value` is a part of; 0 where there is none."""
        word = set(fold(value).split())
        of = {number for (other, key), number in self._numbers.items() if other is kind and word <= set(key.split())}
        return of.pop() if len(of) == 1 else 0


def _bare(value: str, kind: Kind) -> str:
    return _REGION.sub("", value).strip() if kind is not Kind.PERSON else value.strip()


def _key(kind: Kind, value: str) -> str:
    """What two ways of writing the same share."""
    if kind in _DIGITS:
        return re.sub(r"\W", "", value).lower()
    return " ".join(re.findall(r"\w+", fold(value)))


def _parts(name: str) -> Sequence[str]:
    """The first name and the surname of somebody who was called by both."""
    parts = [part for part in re.split(r"[ .]+", name) if len(part) > 2]
    return [part for part in parts if part[0].isupper()] if len(parts) > 1 else ()


def _is_sure(name: str) -> bool:
    return len(name) >= _LONG and fold(name) not in words("ordinary")


def _pattern(value: str, *, anyhow: bool) -> re.Pattern[str]:
    loose = r"\s+".join(map(re.escape, value.split()))
    return re.compile(_EDGE.format(loose), re.IGNORECASE if anyhow else 0)
