"""Sentences with the mark of a passage, of which only those stay that the passage bears out. Pure."""

import re
from collections.abc import Iterator, Sequence

from coaching.assisting.bearing import share
from coaching.assisting.inventions import inventions
from coaching.assisting.leaking import leaks
from coaching.assisting.links import links_in
from coaching.assisting.manners import unmannerly
from coaching.assisting.negating import turned_round
from coaching.understanding.text.normalise import fold
from journey.sentences import sentences

_MARKED = re.compile(r"(?P<words>[^\[\]]+?)\s*(?P<marks>(?:\[\d{1,2}\]\s*)+)")
_QUOTED = re.compile(r"[“\"„«](.+?)[”\"“»]|(?<!\w)[‘'](.+?\s.+?)[’'](?!\w)")
_SHORTEST, _LONGEST = 12, 320
#: The share of what a sentence says that must be said with words of what it cites.
_SHARE = 0.6


def borne_out(prose: str, passages: Sequence[str], system: str) -> tuple[str, ...]:
    """The sentences of `prose` that cite passages (numbered from 1) and say nothing those don't, with their marks."""
    found = (_checked(match, passages, system) for match in _MARKED.finditer(prose))
    return tuple(dict.fromkeys(sentence for sentence in found if sentence))


def _checked(match: re.Match[str], passages: Sequence[str], system: str) -> str:
    """The last sentence before the marks; empty where it may not stand. What comes before it has no mark."""
    told = sentences(match["words"].lstrip(" .!,;:\n"))
    numbers = sorted({int(number) for number in re.findall(r"\d+", match["marks"])})
    if not told or not all(1 <= number <= len(passages) for number in numbers):
        return ""
    sentence = told[-1].rstrip(" .!")
    cited = "\n".join(passages[number - 1] for number in numbers)
    if leaks(sentence, system) or any(_troubles(sentence, cited)):
        return ""
    return f"{sentence} {''.join(f'[{number}]' for number in numbers)}."


def _troubles(sentence: str, cited: str) -> Iterator[bool]:
    yield not _SHORTEST <= len(sentence) <= _LONGEST
    yield bool(re.search(r"[?<>{}*#|]", sentence))
    yield bool(links_in(sentence)) or bool(inventions(f". {sentence}", cited))
    yield not _quotes_stand(sentence, cited)
    yield unmannerly(sentence, cited) or turned_round(sentence, cited)
    yield share(sentence, cited) < _SHARE


def _quotes_stand(sentence: str, cited: str) -> bool:
    plain = " ".join(fold(cited).split())
    quoted = (" ".join(fold(a or b).split()) for a, b in _QUOTED.findall(sentence))
    return all(quote.strip(" .,!") in plain for quote in quoted)
