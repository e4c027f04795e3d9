"""A Dutch clause told as a reason ("omdat ik dezelfde dag klaar ben") in the order of a sentence."""

import re
from functools import cache
from typing import Any, NamedTuple

from coaching.understanding.phrases.conjugation import second
from coaching.understanding.wordlists import any_of, load

_LISTS = load("verbs")
_BECAUSE = re.compile(r"^(?:omdat|omda|doordat|dat|da)\b,?\s+", re.IGNORECASE)
#: "omdak", "da'k", "omdawe": the subject said in one breath with the word before it.
_ONE_BREATH = (
    (re.compile(r"^((?:om)?da)'?\s?'?k\b", re.IGNORECASE), r"\1t ik"),
    (re.compile(r"^((?:om)?da)we\b", re.IGNORECASE), r"\1t we"),
    (re.compile(r"^((?:om)?dat? )'?k\b", re.IGNORECASE), r"\1ik"),
)
#: "Kbel eerst": the subject said in one breath with the verb.
_SPOKEN_IK = re.compile(r"^'?k ?(\w{2,})\b", re.IGNORECASE)
_HELPING = "heb hebt heeft hebben ben bent is zijn word wordt worden".split()
_DONE = re.compile(r"^(?:\w{0,8}ge\w+|(?:be|ver|ont|her)\w+)[dtn]$")
_ONE_OF = re.compile(rf"^(?:{any_of(_LISTS['of'].split())})$", re.IGNORECASE)


#: "Het persoonlijk is" is about "het", "het brood is van hier" about the bread.
_SHORT = 3


class _Act(NamedTuple):
    """A verb where it closes a clause: `at` that word, `said` before the rest, `apart` behind it."""

    at: int
    said: str
    apart: str = ""


def is_verb(word: str) -> bool:
    """Whether a word is a Dutch verb in the plural, which ends as nouns do: "eerst willen" names nothing to sell."""
    return word in _forms()["many"]


def is_first_person(word: str) -> bool:
    """Whether a word is what "ik" does ("heb", "kom")."""
    return word in _forms()["ik"]


def in_order(told: str) -> str:
    """`told` as a main clause: "omdat wij alles opkuisen" is "wij kuisen alles op". As it is where it stood in that
    order already; empty where its verb can't be found with certainty."""
    for breath, instead in _ONE_BREATH:
        told = breath.sub(instead, told)
    told = _SPOKEN_IK.sub(lambda said: f"ik {said[1]}" if said[1].lower() in _forms()["ik"] else said[0], told)
    clause = _BECAUSE.sub("", told)
    return _ordered(clause, certain=clause == told)


def _ordered(clause: str, *, certain: bool) -> str:
    words = clause.split()
    forms, length = _subject(words)
    if not length:
        return clause if certain else ""
    subject, rest = words[:length], words[length:]
    if not rest or rest[0].lower() in forms:
        return clause
    if act := _act(rest, forms) or (None if certain else _unlisted(rest, forms)):
        return " ".join((*subject, _turned(rest, act, forms)))
    goes_second = length > 1 or rest[0].lower() not in _LISTS["never_second"].split()
    return clause if certain and goes_second else ""


def _turned(rest: list[str], act: _Act, forms: frozenset[str]) -> str:
    """A clause without its subject, its verb brought to the front."""
    behind = rest[act.at + 1 :]
    mark = rest[act.at][len(rest[act.at].rstrip(",")) :]
    tail = " ".join((*rest[: act.at], *filter(None, (act.apart,))))
    said = " ".join(filter(None, (act.said, tail))) + mark
    return " ".join((said, *_joined(behind, forms)))


def _joined(behind: list[str], forms: frozenset[str]) -> list[str]:
    """ "en gratis ophaal" behind a verb: a second thing that is done."""
    if len(behind) < 2 or behind[0].lower() not in ("en", "maar"):
        return behind
    own, length = _subject(behind[1:])
    if length:
        return [behind[0], *_ordered(" ".join(behind[1:]), certain=True).split()]
    act = _act(behind[1:], forms)
    return [behind[0], _turned(behind[1:], act, own or forms)] if act else behind


def _subject(words: list[str]) -> tuple[frozenset[str], int]:
    """What those whom a clause is about do, and how many words name them; 0 where they aren't known."""
    first = words[0].lower() if words else ""
    if first == "het" and len(words) > _SHORT and words[2].lower() in _forms()["it"]:
        return _forms()["it"], 2
    for whose, forms in _forms().items():
        if first in _LISTS.get(whose, "ik").split():
            return forms, 1
    if len(words) > 2 and first.endswith(("en", "s")) and words[-1].lower() in _forms()["many"]:
        return _forms()["many"], 1
    if len(words) > 2 and _ONE_OF.match(first):
        return _forms()["many"] | _forms()["it"], 2
    return frozenset(), 0


def _act(words: list[str], forms: frozenset[str]) -> _Act | None:
    """The verb of a clause that closes with it, or with the words that can stand behind it."""
    for at, written in enumerate(words):
        word = written.rstrip(",").lower()
        said = _said(word, forms)
        of_somebody = at > 0 and _ONE_OF.match(words[at - 1])
        if said and not of_somebody and (written.endswith(",") or _closes(word, words[at + 1 :])):
            return _Act(at=at, said=said[0], apart=said[1])
    return None


def _unlisted(words: list[str], forms: frozenset[str]) -> _Act | None:
    """The only word that can be what "wij" do, be it in no list."""
    if forms != _forms()["many"]:
        return None
    plurals = [at for at, word in enumerate(words) if word.endswith("en") and _closes(word, words[at + 1 :])]
    return _Act(at=plurals[0], said=words[plurals[0]].lower()) if len(plurals) == 1 else None


def _said(word: str, forms: frozenset[str]) -> tuple[str, str] | None:
    if word in forms:
        return word, ""
    for apart in sorted(_LISTS["apart"].split(), key=len, reverse=True):
        if word.startswith(apart) and word.removeprefix(apart) in forms:
            return word.removeprefix(apart), apart
    return None


def _closes(word: str, behind: list[str]) -> bool:
    if not behind or behind[0].lower().rstrip(",") in _LISTS["behind"].split():
        return True
    after = behind[0].lower().rstrip(",.")
    return after in _forms()["many"] or (word in _HELPING and bool(_DONE.match(after)))


@cache
def _forms() -> dict[str, frozenset[str]]:
    """What "ik", "wij", "je" and "hij" do."""
    verbs: list[str] = _LISTS["verbs"].split()
    firsts: dict[str, Any] = _LISTS["first"]
    thirds: dict[str, Any] = _LISTS["third"]
    return {
        "ik": frozenset(firsts.get(verb, second(verb, inverted=True)) for verb in verbs),
        "many": frozenset(verbs),
        "one": frozenset(second(verb) for verb in verbs),
        "it": frozenset(thirds.get(verb, second(verb)) for verb in verbs),
    }
