"""What an owner wants out of what was told: "haal dat van die maillijst bij Chantal weg"."""

import re
from dataclasses import dataclass

from coaching.understanding.corrections.labels import names_of
from coaching.understanding.text.normalise import Span, Text, fold
from coaching.understanding.wordlists import load
from journey.hearing import Context
from journey.profile import FREE_TEXT, Change, Profile, Proposal
from journey.profile import ProfileField as F
from journey.topics import Topic

_WORDS = load("labels")
_WISHES = tuple(re.compile(pattern) for pattern in _WORDS["left_out"])
_AT = re.compile(_WORDS["left_out_at"])
_EMPTY = frozenset(_WORDS["left_out_empty"].split("|"))
_JOINT = re.compile(r"^\W*(?:en|and|&|maar|but)\s+")
#: How a text is told in parts, and what stands between them: its sentences, or the things it lists.
_CUTS = (
    (re.compile(r"(?<=[.!?;])\s+|\n+"), " "),
    (re.compile(r",(?!\d)\s*|\s+(?:en|and|&)\s+"), ", "),
)
_SETS = f"{_WORDS['sets']['is']}|{_WORDS['sets']['colon']}"
_NAME_BEFORE = re.compile(rf"\W*(?:{_WORDS['lead']})*?(?:{names_of(('phrases', 'names'))})(?:{_SETS})")
#: Fields of words that may be told in parts, and letters by which two words that begin alike are one.
_TOLD_IN_WORDS = (*FREE_TEXT, F.PRICE)
_LONG = 5


@dataclass(frozen=True)
class LeftOut:
    """A fact as it is without what the owner wants out of it, and where the message says so."""

    fact: Proposal
    span: Span


def left_out(text: Text, context: Context) -> LeftOut | None:
    """What a message takes out of a text that was told; None where it takes nothing, or nothing that stands there."""
    if context.asking not in (Topic.CONFIRM, Topic.MODEL):
        return None
    for pattern in _WISHES:
        if wish := pattern.search(text.low):
            said = next(words for words in wish.groupdict().values() if words)
            about = _content(_AT.split(said)[0]) or _content(said)
            if fact := _without(context.profile, about):
                return LeftOut(fact, Span(wish.start(), wish.end()))
    return None


def _without(profile: Profile, about: list[str]) -> Proposal | None:
    """The text told last of which a part is about these words, without that part."""
    texts = [(field, profile.text(field)) for field in _TOLD_IN_WORDS if profile.told(field)]
    for field, told in sorted(texts, key=lambda each: -profile.facts[each[0]].evidence):
        left = [rest for cut, join in _CUTS if (rest := _left(told, about, cut, join))]
        if left:
            return Proposal(field=field, value=max(left, key=len), change=Change.SET)
    return None


def _left(told: str, about: list[str], cut: re.Pattern[str], join: str) -> str:
    """What is left of a text without the parts about these words; empty where that is all of it, or nothing less."""
    parts = cut.split(told)
    kept = [part for part in parts if not _is_about(part, about)]
    return _unnamed(_JOINT.sub("", join.join(kept))).strip(" ,;") if kept and len(kept) < len(parts) else ""


def _is_about(part: str, about: list[str]) -> bool:
    words = _content(part)
    found = [word for word in about if any(_alike(word, own) for own in words)]
    return len(found) * 2 >= len(about) > 0 and bool(found)


def _unnamed(told: str) -> str:
    """What is left, without the name of what it tells: "mijn beste klant is Chantal"."""
    name = _NAME_BEFORE.match(fold(told))
    return told[name.end() :] if name else told


def _content(words: str) -> list[str]:
    return [word for word in re.findall(r"[a-z0-9'-]{3,}", fold(words)) if word not in _EMPTY]


def _alike(word: str, known: str) -> bool:
    long = min(len(word), len(known)) >= _LONG
    return word == known or (long and (word.startswith(known[:-2]) or known.startswith(word[:-2])))
