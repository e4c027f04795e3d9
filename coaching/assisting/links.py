"""Addresses in a text: of pages, of mail, of accounts, and commands that a messenger makes a tap of. Pure."""

import re

#: Characters that only look like those of an address; messengers and browsers read them as such.
_LOOKALIKES = str.maketrans("．․。｡＠／：﹒﹫", "....@/:.@")
_LINK = re.compile(
    r"(?:\b[a-z]+:)?//\S+|\bwww\.\S+|[\w.+-]+@[\w-]+\.\w+|(?<!\w)@\w{2,}|(?<![\w/.)])/[a-z]\w{2,}|"
    r"\b[\w-]+(?:\.[\w-]+)*\.(?:[a-z]{2,24}|[A-Z]{2,24})\b",
)


def links_in(text: str) -> tuple[str, ...]:
    """Web and mail addresses, handles and commands, as they stand in the text."""
    seen = text.translate(_LOOKALIKES)
    return tuple(text[match.start() : match.end()] for match in _LINK.finditer(seen))
