"""First names and surnames of the Low Countries and Britain, and the words around them."""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import Path

from coaching.understanding.names.first_names import common_first_names
from coaching.understanding.text.normalise import fold
from coaching.understanding.wordlists import any_of, load, phrases
from prompts.reading import from_yaml

#: Whose names are met here: those of the three countries, and of who came to live there.
_PEOPLES = ("nl_NL", "nl_BE", "fr_BE", "en_GB", "tr_TR", "pl_PL", "de_DE", "it_IT", "es_ES", "en_IN")


@cache
def first_names() -> frozenset[str]:
    """First names, folded."""
    return common_first_names().union(*(map(fold, _people(people, "first_names")) for people in _PEOPLES))


@cache
def surnames() -> frozenset[str]:
    """Surnames, folded, without what stands before them ("van den")."""
    return frozenset(fold(name).split()[-1] for people in _PEOPLES for name in _people(people, "last_names"))


@cache
def words(kind: str) -> frozenset[str]:
    """One of the lists of single words in cues.yaml."""
    return frozenset(_cues()[kind].split())


@cache
def roles() -> frozenset[str]:
    """What somebody may be to the owner."""
    private = load("private")
    return words("roles") | {word for key in ("near", "trade", "titles") for word in fold(private[key]).split()}


@cache
def introduces(kind: str) -> str:
    """A pattern that matches any phrase of one of the lists in cues.yaml."""
    return any_of(phrases(_cues()[kind]))


@cache
def _cues() -> dict[str, str]:
    read: dict[str, str] = from_yaml((Path(__file__).parent / "cues.yaml").read_text(encoding="utf-8"))
    return read


def _people(people: str, which: str) -> Iterable[str]:
    """One of Faker's lists; it is the lists alone that are wanted, not what it makes of them."""
    names: Iterable[str] = getattr(import_module(f"faker.providers.person.{people}").Provider, which)
    return names
