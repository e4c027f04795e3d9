"""Understanding: one message in, facts, intent, language and form of address out. By rules, the same every time."""

from coaching.understanding.understanding import Understanding

__all__ = ["Understanding"]
