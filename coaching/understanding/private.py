"""Data of third persons that an owner tells in passing: names, phones, mails, health. They stay out of the profile."""

import re
from dataclasses import dataclass

from coaching.understanding.normalise import Span, Text

_PHONE = re.compile(r"(?<![\w€.,])(?:\+|00)?\d[\d ./()-]{7,16}\d(?!\w)")
_MAIL = re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{2,24}\b")
_MINE = re.compile(
    r"\b(?:mijn|m'n|mn|ons|onze|my|our)\s+(?:eigen |zakelijke? |own |business )?(?:e-?mail\w*|mail\w*|"
    r"nummer|gsm\w*|tel\w*|phone|number|mobile|adres)\b|\b(?:bereik\w* (?:me|mij|ons)|reach (?:me|us)|"
    r"bel (?:me|mij|ons)|mail (?:me|mij|ons))\b"
)
_ROLE = (
    r"(?:klant(?:e|in)?|client(?:e)?|patient(?:e)?|collega|buurvrouw|buurman|vriendin|vriend|man|vrouw|"
    r"dochter|zoon|zus|broer|moeder|vader|schoonmoeder|"
    r"medewerker|medewerkster|werknemer|leverancier|baas|concurrent|customer|client|patient|colleague|"
    r"neighbour|neighbor|friend|husband|wife|daughter|"
    r"son|sister|brother|mother|father|employee|boss|competitor|mevrouw|mevr\.?|meneer|dhr\.?|de heer|"
    r"mrs?\.?|ms\.?|miss)"
)
_PERSON = re.compile(
    rf"\b(?i:{_ROLE}),?\s+(?:genaamd |namely |called |named "
    rf")?(?P<name>[A-ZÀ-Ý][a-zà-ÿ'-]{{1,20}}(?:\s+(?:van |de |den |der |Van |De "
    rf")*[A-ZÀ-Ý][a-zà-ÿ'-]{{1,25}}){{0,2}})"
)
_SUCH_AS = re.compile(
    r"\b(?:zoals|like|such as|bijvoorbeeld|bv\.?|met "
    r"name)\s+(?P<name>[A-ZÀ-Ý][a-zà-ÿ'-]{1,20}\s+(?:(?:van|de|den|der|Van|"
    r"De)\s+)*[A-ZÀ-Ý][a-zà-ÿ'-]{1,25})"
)
_ILL = re.compile(
    r"\b(?:heeft|had|has|lijdt aan|suffers from|met|with|kreeg|got|diagnosed with)\s+(?:\w+ "
    r"){0,2}?(?:kanker|borstkanker|diabetes|depressie|een depressie|burn-?out|hiv|alzheimer|dementie|"
    r"parkinson|epilepsie|autisme|"
    r"adhd|cancer|depression|dementia|a stroke|miskraam|miscarriage|ms|leukemie|een beroerte|reuma|anorexia)\b"
)
_SINGULAR = re.compile(rf"\b(?:{_ROLE}|hij|zij|ze|he|she)\b")


@dataclass(frozen=True)
class Private:
    """The stretches to leave out, and whether they are somebody else's."""

    spans: tuple[Span, ...]
    others: bool


def find_private(text: Text) -> Private:
    """What in a message belongs to people other than the owner, or is a contact detail."""
    spans: list[Span] = []
    others = False
    for match in _contacts(text):
        clause = text.clause_at(match.start())
        around = text.low[max(0, match.start() - 40) : match.start()]
        spans.append(Span(min(clause.start, match.start()), max(clause.end, match.end())))
        others = others or not _MINE.search(around)
    for match in [*_PERSON.finditer(text.clean), *_SUCH_AS.finditer(text.clean)]:
        others = True
        ill = _ILL.search(text.low_of(text.clause_at(match.start())))
        spans.append(
            text.clause_at(match.start())
            if ill or (others and _close_to(spans, match))
            else Span(match.start(), match.end())
        )
    if others:
        spans += [text.clause_at(m.start()) for m in _ILL.finditer(text.low) if _SINGULAR.search(text.low[: m.start()])]
    return Private(_merged(spans), others)


def _contacts(text: Text) -> list[re.Match[str]]:
    phones = [m for m in _PHONE.finditer(text.low) if 9 <= sum(c.isdigit() for c in m.group()) <= 14]
    return [*phones, *_MAIL.finditer(text.low)]


def _close_to(spans: list[Span], match: re.Match[str]) -> bool:
    return any(span.start - 60 <= match.start() <= span.end for span in spans)


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans, key=lambda s: s.start):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
