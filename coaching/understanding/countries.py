"""The towns there are, and in which country a place is, as far as that changes what an owner is told."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Any, Literal

from coaching.understanding.text.normalise import fold

Country = Literal["belgium", "netherlands", "britain", "ireland"]
#: Words of the longest name looked for.
_LONGEST = 4


def towns_listed() -> Iterator[str]:
    """The towns and villages of every country that has a list, several to a row, by commas."""
    return chain.from_iterable(_list("towns").values())


def in_britain(place: str) -> bool:
    """Whether `place`, as an owner wrote it, is a town, county or island of Great Britain or Northern Ireland."""
    return country_of(place) == "britain"


def country_of(told: str) -> Country | None:
    """The country of the longest name of a place in `told`, the last one of several; None where it names none."""
    words = re.findall(r"[\w']+", fold(told))
    longest = range(min(_LONGEST, len(words)), 0, -1)
    runs = (" ".join(words[start : start + size]) for size in longest for start in range(len(words) - size, -1, -1))
    return next((_countries()[run] for run in runs if run in _countries()), None)


@cache
def _countries() -> dict[str, Country]:
    towns, others = _list("towns"), _list("places")["by_country"]
    return {
        " ".join(re.findall(r"[\w']+", name)): country
        for listed in (towns, others)
        for country, rows in listed.items()
        for row in rows
        for name in fold(row).split(",")
    }


def _list(name: str) -> Any:
    from coaching.understanding.wordlists import load  # slow, and no greeting needs it

    return load(name)
