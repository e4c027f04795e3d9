"""An errand as it is put to a language model: our instructions, and everything of others fenced off as data."""

import re
from collections.abc import Mapping
from secrets import token_hex

from coaching.thinking import Errand, Prompt
from journey.keys import Address, Language
from prompts.instructions import instructions

#: What our instructions call a language by.
LANGUAGE_NAMES: dict[Language, str] = {"nl": "Dutch", "en": "English"}
_SPOKEN_TO = {
    Address.JE: "speaking to the reader as 'je'",
    Address.U: "speaking to the reader formally, as 'u'",
    Address.GE: "in Flemish, speaking to the reader as 'ge' or 'je'",
}
#: What opens a tag; a heart or an arrow doesn't.
_OPENS = re.compile(r"[<＜﹤](?=\s*[/|]?\s*[a-z])", re.IGNORECASE)


def asked(errand: Errand, data: Mapping[str, str], **slots: object) -> Prompt:
    """`errand` with `data`, the words of owners and passages by name, between delimiters nobody can guess; `slots` are
    ours alone. BrokenTextError where the instructions want a slot that isn't given."""
    mark = token_hex(8)
    fenced = (f"<{name}-{mark}>\n{defused(text)}\n</{name}-{mark}>" for name, text in data.items())
    return Prompt(errand, instructions(errand.value).filled(mark=mark, **slots), "\n\n".join(fenced))


def defused(text: str) -> str:
    """`text` in which nothing opens or closes a tag."""
    return _OPENS.sub("‹", text)


def spoken_to(language: Language, address: Address) -> str:
    """How a text speaks to its reader, as our instructions say it."""
    return _SPOKEN_TO[address] if language == "nl" else "speaking to the reader as 'you'"
