"""Understanding: one message in, facts, intent, language and form of address out. By rules, the same every time."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coaching.understanding.understanding import Understanding

__all__ = ["Understanding"]


def __getattr__(name: str) -> Any:
    """The whole of it is slow to import, and seldom needed by who needs a part."""
    if name != "Understanding":
        raise AttributeError(name)
    from coaching.understanding.understanding import Understanding

    return Understanding
