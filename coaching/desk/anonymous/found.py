"""What was found in a text, and which of it counts where two things overlap."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What identifies somebody. The order is that of trust: where two overlap, the first of equal length counts."""

    EMAIL = "email"
    LINK = "link"
    ACCOUNT = "account"
    PHONE = "phone"
    NUMBER = "number"
    PLATE = "plate"
    BIRTH = "birth"
    ADDRESS = "address"
    BUSINESS = "business"
    PERSON = "person"
    PLACE = "place"


@dataclass(frozen=True)
class Found:
    """Something that identifies somebody, from `start` up to `end`."""

    kind: Kind
    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]


_TRUST = {kind: number for number, kind in enumerate(Kind)}


def apart(found: Iterable[Found]) -> tuple[Found, ...]:
    """Those that count, in the order of the text: of two that overlap the longer one, else the more trusted."""
    return tuple(sorted(_apart(found), key=lambda each: each.start))


def _apart(found: Iterable[Found]) -> Iterator[Found]:
    kept: list[Found] = []
    for each in sorted(found, key=lambda each: (each.start - each.end, _TRUST[each.kind])):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
            yield each
