"""The word lists packaged beside this code."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from prompts.reading import from_yaml

_FOLDER = Path(__file__).parent / "words"


def load(name: str) -> Any:
    """The list called `name`, as the YAML file holds it."""
    return from_yaml((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


def phrases(row: str) -> list[str]:
    """The phrases of a row in which " | " stands between them."""
    return [phrase.strip() for phrase in row.split("|")]


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def patterns(name: str) -> dict[str, re.Pattern[str]]:
    """The patterns of the list called `name`, by their keys."""
    return {key: re.compile(pattern) for key, pattern in load(name).items()}
