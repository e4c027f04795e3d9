"""What an export needs of the project's words."""

from typing import Protocol


class Speaks(Protocol):
    """Texts by key, in one language and form of address."""

    def say(self, key: str, **slots: object) -> str:
        """The text called `key`, filled in."""
        ...

    def has(self, key: str) -> bool:
        """Whether there is such a text."""
        ...
