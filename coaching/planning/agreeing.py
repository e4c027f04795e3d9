"""Words around what a customer is called made to agree with it: "een nieuw lid dat", "an owner"."""

import re

from journey.keys import Language

#: Names of customers that take "het".
_NEUTER = frozenset({"lid", "baasje", "bruidspaar", "gezin", "kind", "echtpaar", "koppel", "bedrijf", "team"})
_THE = {"de": "het", "die": "dat", "deze": "dit"}
_EACH = {"elke": "elk", "iedere": "ieder", "welke": "welk"}
_ANY = frozenset({"een", "één", "geen", "zo'n", "elke", "iedere", "welke"})


def agreeing(text: str, customer: str, language: Language) -> str:
    """`text` with articles and adjectives that go with `customer` ("lid", "owner")."""
    if language == "en":
        return _with_an(text, customer) if customer[:1].lower() in "aeio" else text
    return _with_het(text, customer) if customer in _NEUTER else text


def _with_an(text: str, customer: str) -> str:
    return re.sub(rf"\b([Aa]) (?={re.escape(customer)}\b)", r"\1n ", text)


def _with_het(text: str, customer: str) -> str:
    said = re.escape(customer)
    before = rf"\b({'|'.join((*_THE, *_ANY))}) ((?:\w+e )?){said}\b( die\b)?"
    return re.sub(before, lambda match: _turned(match, customer), text, flags=re.IGNORECASE)


def _turned(match: re.Match[str], customer: str) -> str:
    word, adjective = match[1], match[2]
    low = word.lower()
    article = {**_THE, **_EACH}.get(low, low)
    article = f"{article[:1].upper()}{article[1:]}" if word[:1].isupper() else article
    bare = adjective if low in _THE else _bare(adjective)
    return f"{article} {bare}{customer}{' dat' if match[3] else ''}"


def _bare(adjective: str) -> str:
    """ "nieuwe " as it stands after "een" before a neuter noun: "nieuw "."""
    stem = adjective.strip().removesuffix("e")
    if not stem:
        return ""
    if len(stem) > 2 and stem[-1] == stem[-2]:
        stem = stem[:-1]
    return f"{stem} "
