"""The texts of the program by language: found by key, filled in, in the right form of address."""

from functools import cache
from importlib import resources
from typing import Any

from journey.keys import Address, Language
from prompts.reading import from_yaml
from prompts.template import BrokenTextError, render


class Words:
    """Speaks one language in one form of address. A key that has several variants rotates by `turn`."""

    def __init__(self, language: Language, address: Address = Address.JE, turn: int = 0) -> None:
        self.language: Language = language
        self.address = address
        self._turn = turn
        self._texts = texts(language)

    def say(self, key: str, **slots: object) -> str:
        """The text called `key`. BrokenTextError where there is none or a slot is missing."""
        return render(self.raw(key), self.address, **slots)

    def raw(self, key: str) -> str:
        """The text called `key`, still to be filled in by `fill`. BrokenTextError where there is none."""
        variants = self._texts.get(key)
        if variants is None:
            raise BrokenTextError(f"no text {key!r} in {self.language}")
        return variants[self._turn % len(variants)]

    def has(self, key: str) -> bool:
        """Whether there is such a text."""
        return key in self._texts

    def fill(self, text: str, **slots: object) -> str:
        """A text of the library, filled in like one of our own."""
        return render(text, self.address, **slots)

    def listed(self, items: tuple[str, ...] | list[str], last: str = "and") -> str:
        """Items as a phrase: "a, b and c"; `last` names the word before the last one ("and" or "or")."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.say(last)} {items[-1]}"


@cache
def texts(language: Language) -> dict[str, tuple[str, ...]]:
    """Every text of a language by its dotted key, each with its variants."""
    found: dict[str, tuple[str, ...]] = {}
    for file in sorted((resources.files("prompts") / "texts").iterdir(), key=lambda f: f.name):
        if file.name == f"{language}.yaml" or file.name.endswith(f".{language}.yaml"):
            found.update(_flattened(from_yaml(file.read_text(encoding="utf-8"))))
    return found


def _flattened(tree: dict[str, Any], path: str = "") -> dict[str, tuple[str, ...]]:
    flat: dict[str, tuple[str, ...]] = {}
    for name, value in tree.items():
        key = f"{path}{name}"
        if isinstance(value, dict):
            flat.update(_flattened(value, f"{key}."))
        else:
            flat[key] = tuple(map(str, value)) if isinstance(value, list) else (str(value),)
    return flat
