"""Data of third persons that an owner tells in passing: names, contacts, health. They stay out of the profile."""

import re
from dataclasses import dataclass

from coaching.understanding.names.first_names import common_first_names
from coaching.understanding.text.normalise import Span, Text
from coaching.understanding.third_persons.contacts import contacts
from coaching.understanding.wordlists import any_of, load, phrases

_WORDS = load("private")
_NEAR = any_of([*_WORDS["near"].split(), *phrases(_WORDS["phrases"])])
_ROLE = rf"(?:{any_of(_WORDS['trade'].split())}|{_NEAR}|(?:{any_of(_WORDS['titles'].split())})\.?)"
_SURNAME = r"(?:\s+(?:van |de |den |der |Van |De )*[A-ZÀ-Ý][a-zà-ÿ'-]{1,25})"
_PERSON = re.compile(
    rf"\b(?i:{_ROLE}),?\s+(?:genaamd |namely |called |named )?(?P<name>[A-ZÀ-Ý][a-zà-ÿ'-]{{1,20}}{_SURNAME}{{0,2}})"
)
_SUCH_AS = re.compile(
    rf"\b(?:zoals|like|such as|bijvoorbeeld|bv\.?|met name)\s+(?P<name>[A-ZÀ-Ý][a-zà-ÿ'-]{{1,20}}{_SURNAME})"
)
_UNCAPITALISED = re.compile(rf"\b{_ROLE},?\s+(?:genaamd |called |named )?(?P<name>[a-z]{{3,20}})\b")
_FIRST_NAMES = common_first_names() - frozenset(_WORDS["words_too"].split())
_MINE = re.compile(_WORDS["mine"])
_ILL = re.compile(
    r"\b(?:heeft|had|has|have|is|was|lijdt aan|suffers from|met|with|kreeg|got|diagnosed with|wordt|zit|ligt)\s+"
    rf"(?:\w+ ){{0,2}}?(?:{_WORDS['ill']})\b"
)
_SINGULAR = re.compile(rf"\b(?:{_ROLE}|hij|zij|ze|he|she)\b")
_SOMEBODY = re.compile(
    rf"\b(?:mijn|m'n|mn|my|onze|our|haar|zijn|his|her)\s+(?:\w+ )?(?:{_NEAR})\b|\b(?:een klant van (?:mij|ons)|"
    rf"one of my \w+|"
    r"a (?:client|customer|patient) of mine)\b"
)
_ABOUT = 60
_CUE_BEFORE = 40


@dataclass(frozen=True)
class Private:
    """The stretches to leave out, and whether they are somebody else's."""

    spans: tuple[Span, ...]
    others: bool


def find_private(text: Text) -> Private:
    """What in a message belongs to people other than the owner, or is a contact detail."""
    details = contacts(text)
    others = any(not _MINE.search(text.low, max(0, at.start - _CUE_BEFORE), at.start) for at in details)
    spans = [_clause(text, at) for at in details]
    named = _named(text)
    ill = [Span(match.start(), match.end()) for match in _ILL.finditer(text.low)]
    for name in named:
        name = _with_details(text, name)
        close = any(span.start - _ABOUT <= name.start <= span.end for span in spans)
        spans.append(text.clause_at(name.start) if _within(text, name, ill) else _clause(text, name) if close else name)
    theirs = [at for at in ill if (named or others) and _SINGULAR.search(text.low[: at.start])]
    theirs += [at for at in ill if _SOMEBODY.search(text.low_of(text.clause_at(at.start)))]
    spans += [text.clause_at(at.start) for at in theirs]
    return Private(_merged(spans), bool(others or named or theirs))


def _named(text: Text) -> list[Span]:
    """Third persons' names; without capitals only first names that are known."""
    found = [Span(m.start("name"), m.end("name")) for p in (_PERSON, _SUCH_AS) for m in p.finditer(text.clean)]
    for match in _UNCAPITALISED.finditer(text.low):
        span = Span(match.start("name"), match.end("name"))
        if match["name"] in _FIRST_NAMES and not any(span.touches(other) for other in found):
            found.append(span)
    return found


_AND = re.compile(r"\s(?:en|and|maar|but)\s")


def _clause(text: Text, detail: Span) -> Span:
    """The part of a clause that leads up to a detail: "insta en mijn nicht is 0475 12 34 56" keeps its channel."""
    clause = text.clause_at(detail.start)
    start = max((cut.end() for cut in _AND.finditer(text.low, clause.start, detail.start)), default=clause.start)
    return Span(min(start, detail.start), max(clause.end, detail.end))


#: What is told of somebody right behind the name.
_DETAILS = re.compile(
    r"(?:\s+[a-z'-]{3,20}){0,2}?[\s,(]+(?:van \d|\d\d\b|uit\b|from\b|die\b|who\b|whose\b|heeft\b|has\b|is\b|"
    r"komt\b|comes\b|aged?\b)"
)
_GOES_ON = re.compile(r"(?:die|who|whose|ze|zij|hij|she|he|en (?:ze|zij|hij)|and (?:she|he))\b")


def _with_details(text: Text, name: Span) -> Span:
    """A name up to the end of what is told of that person."""
    if not _DETAILS.match(text.low, name.end):
        return name
    end = text.clause_at(name.start).end
    for clause in text.clauses:
        if clause.start > end and _GOES_ON.match(text.low_of(clause)):
            end = clause.end
    return Span(name.start, end)


def _within(text: Text, name: Span, ill: list[Span]) -> bool:
    clause = text.clause_at(name.start)
    return any(clause.holds(at) for at in ill)


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans, key=lambda s: s.start):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
