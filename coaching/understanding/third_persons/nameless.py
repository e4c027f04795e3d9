"""A customer whom an owner names, without the name and what ails that person: what the plan is for is the kind of
customer."""

import re
from dataclasses import replace

from coaching.understanding.findings import Finding
from coaching.understanding.names.first_names import common_first_names
from coaching.understanding.text.normalise import fold
from coaching.understanding.wordlists import load
from journey.profile import ProfileField

_WORDS = load("private")
_NAMES = common_first_names() - frozenset(_WORDS["words_too"].split())
_OF_CUSTOMERS = frozenset(
    (
        *(ProfileField.PERSONA_SITUATION, ProfileField.PERSONA_NEED),
        *(ProfileField.PERSONA_PAIN, ProfileField.PERSONA_FEELING),
    )
)
_WORD = r"[^\W\d_][\w'-]+"
#: A name may stand anywhere with a capital; without one only where a person is introduced.
_CAPITAL = re.compile(r"(?<![\w'-])(?P<name>[A-ZÀ-Ý][\w'-]+)(?P<more>(?: (?:van|de|den|der))? [A-ZÀ-Ý][\w'-]+)?")
_PLAIN = re.compile(rf"(?:^|\b(?:is|zoals|like|heet|called|named) )(?P<name>{_WORD})(?=\s*(?:[.,;(]|van \d|\d|$))")
#: What led to a name that is gone.
_LED_BY = re.compile(
    r"^(?:(?:zoals|like|is|als|as|dan|aan|met|with|en|and|die|who)\b[\s,.:;-]*)+|\s*\b(?:zoals|like|such as)\s*(?=,|$)"
    r"|\s+(?:als|as|is|met|with)$",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"^[\s,.:;&-]+|\s+(?=[,.;])|[\s,:;&-]+$")
_TWICE = re.compile(r"(?:\s*,){2,}")
_AILS = re.compile(rf"\b(?:{_WORDS['ails']}|{_WORDS['ill']})\b", re.IGNORECASE)
_CLAUSE = re.compile(r"\s*(?:[,.;]|\b(?:en|and|maar|but)\b)\s*")


def nameless(finding: Finding) -> Finding | None:
    """`finding` without a customer's name; None where it told nothing else."""
    if finding.field not in _OF_CUSTOMERS or not isinstance(finding.value, str):
        return finding
    left = without_names(finding.value)
    return replace(finding, value=left) if left else None


def without_names(told: str) -> str:
    """`told` of a customer without first names, and without what is wrong with somebody who was named."""
    left = _AND_TOO.sub("", _CAPITAL.sub(_unnamed, _PLAIN.sub(_unnamed, told)))
    if left == told:
        return told
    kept = [clause for clause in _CLAUSE.split(left) if clause] if _AILS.search(left) else []
    left = ", ".join(clause for clause in kept if not _AILS.search(clause)) if kept else left
    before = None
    while before != left:
        before, left = left, _LOOSE.sub("", _LED_BY.sub("", left))
    return _TWICE.sub(",", left)


#: What is left of "Luc en Martine" once both are gone.
_MARK = "\0"
_AND_TOO = re.compile(rf"{_MARK}\s*(?:en|and|&)\s*(?={_MARK})|{_MARK}")


def _unnamed(said: re.Match[str]) -> str:
    if fold(said["name"]) not in _NAMES:
        return said[0]
    return said[0][: said.start("name") - said.start()] + _MARK
