"""Which words of an owner are fit to be posted: spelled as in the dictionary, in no dialect, nobody's slang."""

import re
from functools import cache

from coaching.understanding.wordlists import any_of, load
from journey.keys import Language

_LISTS = load("posting")
#: A full stop typed for a comma: "bang voor half werk. of dat hij niet komt".
_HALF_WAY = re.compile(r"\.\s+(?=(?:of|or)\b)")
_GAP = re.compile(r"\s+")


def postable(text: str, language: Language) -> bool:
    """Whether customers could read `text` (tidied) as it stands; what isn't stays in the owner's own part of a plan."""
    return not _rules(language)["unfit"].search(text)


def joined(text: str) -> str:
    """`text` with what only goes on behind a full stop taken along."""
    return _HALF_WAY.sub(", ", text)


def with_subject(text: str, language: Language) -> str:
    """ "Kom zelf", said of the owner's own work, as "ik kom zelf"; a text that names who does it as it is."""
    said = _rules(language)["act"].match(text)
    return f"{_LISTS[language]['subject']} {text[:1].lower()}{text[1:]}" if said else text


def short_names(said: list[str], language: Language) -> list[str]:
    """Reasons with those that only name something ("41 jaar in het vak", "6 jaar garantie") as one, where the first of
    them stood."""
    named = [part for part in said if _rules(language)["name"].fullmatch(part.rstrip("."))]
    if len(named) < 2:
        return said
    last = f"{named[-1][:1].lower()}{named[-1][1:]}"
    one = f"{', '.join(part.rstrip('.') for part in named[:-1])} {_LISTS[language]['and']} {last}"
    whole = [one if part is named[0] else part for part in said if part is named[0] or part not in named]
    return [_GAP.sub(" ", part) for part in whole]


@cache
def _rules(language: Language) -> dict[str, re.Pattern[str]]:
    said = _LISTS[language]
    words = any_of(said["words"].split())
    unfit = "|".join(filter(None, (rf"(?:{words})", said["signs"])))
    return {
        "unfit": re.compile(rf"(?<![\w'’@/-])(?:{unfit})(?![\w'’@/-])", re.IGNORECASE),
        "act": re.compile(said["act"], re.IGNORECASE),
        "name": re.compile(said["name"], re.IGNORECASE),
    }
