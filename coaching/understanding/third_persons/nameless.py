"""A customer whom an owner names, without the name and what ails that person: what the plan is for is the kind of
customer."""

import re
from dataclasses import replace

from coaching.understanding.findings import Finding
from coaching.understanding.names.first_names import common_first_names
from coaching.understanding.text.normalise import Text, fold
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
_TOWN = r"(?: (?i:in|from|near|of|uit|van|te|bij) [A-ZÀ-Ý][\w'-]+(?: [A-ZÀ-Ý][\w'-]+)?)?"
#: A name may stand anywhere with a capital; without one only where a person is introduced.
_CAPITAL = re.compile(
    rf"(?<![\w'-])(?P<name>[A-ZÀ-Ý][\w'-]+)(?P<more>(?: (?:van|de|den|der))? [A-ZÀ-Ý][\w'-]+)?{_TOWN}"
)
_PLAIN = re.compile(
    rf"(?:^|\b(?:is|zoals|like|gelijk|heet|called|named|take|neem|be|there's) )(?P<name>{_WORD})"
    rf"(?=\s*(?:[.,;(]|van \d|\d|$)|\s(?:in|from|uit|who|die)\b){_TOWN}"
)
#: Who is compared to goes by a name, be it one that no list knows: "like Breda in Clarecastle".
_COMPARED = re.compile(
    r"(?P<to>(?:^|\b(?i:someone|somebody|anyone|people|folk|woman|man|lady|iemand|mensen|volk|vrouw|types?) )"
    r"(?i:like|such as|zoals|gelijk|lijk|bv\.?|bijvoorbeeld) (?:(?:our|ons|onze|de|den) )?)"
    rf"(?P<name>[A-ZÀ-Ý][\w'-]+)(?=\s*(?:[.,;(]|$)|\s(?i:in|from|near|uit|van|te|and|en)\b){_TOWN}"
)
_COMPARES = re.compile(
    r"(?i:\b(?:like|such as|zoals|gelijk|lijk|bv\.?|bijvoorbeeld)(?: (?:our|ons|onze|de|den))?)(?=[\s,:]*$)"
)
#: "Gemma and her whippet".
_WITH = re.compile(
    rf"(?P<led>^|[\s,])(?P<name>{_WORD}) "
    r"(?:(?:and|with) (?P<en>her|his|their)|(?:en|met) (?P<nl>haar|zijn|hun|d'r|z'n))\b"
)
#: What led to a name that is gone.
_LED_BY = re.compile(
    r"^(?:(?:there(?:'?ll| will) be|there's|take|neem|zoals|like|gelijk|is|als|as|dan|aan|met|with|en|and|die|who)\b"
    r"[\s,.:;-]*)+|\s*\b(?:zoals|like|gelijk|such as)\s*(?=,|$)"
    r"|\s+(?:als|as|is|met|with)$",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"^[\s,.:;&-]+|\s+(?=[,.;])|[\s,:;&-]+$")
_TWICE = re.compile(r"(?:\s*,){2,}")
_AILS = re.compile(rf"\b(?:{_WORDS['ails']}|{_WORDS['ill']})\b", re.IGNORECASE)
_CLAUSE = re.compile(r"\s*(?:[,.;]|\b(?:en|and|maar|but)\b)\s*")


def nameless(finding: Finding, text: Text) -> Finding | None:
    """`finding`, taken from `text`, without a customer's name; None where it told nothing else."""
    if finding.field not in _OF_CUSTOMERS or not isinstance(finding.value, str):
        return finding
    compared = _COMPARES.search(text.clean, 0, finding.span.start)
    left = without_names(finding.value, f"{compared.group()} " if compared else "")
    return replace(finding, value=left) if left else None


def without_names(told: str, led: str = "") -> str:
    """`told` of a customer without first names, and without what is wrong with somebody who was named. `led` is what
    stood before it where that compares ("zoals ")."""
    left = _COMPARED.sub(rf"\g<to>{_MARK}", f"{led}{_WITH.sub(_somebody, told)}").removeprefix(led)
    left = " ".join(_AND_TOO.sub("", _CAPITAL.sub(_unnamed, _PLAIN.sub(_unnamed, left))).split())
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


def _somebody(said: re.Match[str]) -> str:
    if fold(said["name"]) not in _NAMES:
        return said[0]
    return f"{said['led']}someone with {said['en']}" if said["en"] else f"{said['led']}iemand met {said['nl']}"


def _unnamed(said: re.Match[str]) -> str:
    if fold(said["name"]) not in _NAMES:
        return said[0]
    return said[0][: said.start("name") - said.start()] + _MARK
