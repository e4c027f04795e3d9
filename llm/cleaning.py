"""What a model wrote made fit to be kept and shown: any model, any server, anything its words were bent to."""

import re
import unicodedata
from typing import Any

from coaching.message import storable

#: Characters of one answer at most, many times what any errand asks for.
LONGEST = 40_000
#: Invisible characters that belong in a text: they join emoji and letters.
_JOINERS = "\u200c\u200d"
_LINES = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")


def cleaned(text: str) -> str:
    """`text` without what can't be stored, moves a cursor, or can't be seen: control characters, marks that turn the
    order of letters round, letters of no width."""
    plain: str = storable(_LINES.sub("\n", text))
    if plain.isascii() and plain.isprintable():
        return plain
    return "".join(char for char in plain if char in "\n\t" or not _hidden(char))


def cleaned_all(value: Any) -> Any:
    """A filled-in form, as it is dumped, with all its texts cleaned."""
    if isinstance(value, str):
        return cleaned(value)
    if isinstance(value, list):
        return [cleaned_all(each) for each in value]
    return {name: cleaned_all(each) for name, each in value.items()} if isinstance(value, dict) else value


def without_thoughts(text: str) -> str:
    """What a model that thinks aloud says in the end; nothing while it is still thinking."""
    _, thought, said = text.rpartition("</think>")
    if thought:
        return said
    return "" if text.lstrip().startswith("<think>") else text


def _hidden(char: str) -> bool:
    return char not in _JOINERS and unicodedata.category(char) in ("Cc", "Cf")
