"""The numbers of a goal: what is and what should be, of what, per what, and by when."""

import re

from coaching.understanding.findings import Reading
from coaching.understanding.goals.goal_kinds import filled_in
from coaching.understanding.text.normalise import Span
from coaching.understanding.text.numbers import Number

_FROM_TO = re.compile(r"\b(?:van|from)\s+$")
_UNIT = re.compile(
    r"\s*(?:(?:extra|nieuwe?|meer|more|new|betalende|additional|vaste|trouwe|regular|loyal|leuke|nice|paying) )*"
    r"(?P<unit>[a-z][a-z'-]{2,24})"
)
_PER = re.compile(
    r"(?:per|/|a|an|elke|each|every|iedere)\s?(?P<per>week|maand|month|jaar|year|dag|day)\b|"
    r"(?P<weekly>wekelijks|weekly)|(?P<monthly>maandelijks|monthly)"
)
_PERS = {"week": "week", "maand": "month", "month": "month", "jaar": "year", "year": "year"}
_DEADLINE = re.compile(
    r"\b(?:tegen|voor|by|before|tot|binnen|within|vanaf|in(?=\s+(?:\d|een |twee |drie |zes |one |two |"
    r"three |six |het najaar|het voorjaar)))\s+(?P<when>(?:(?:eind|begin|half|midden|the end of|end of|"
    rf"early|mid|volgend|volgende|next|de|het|the|einde)\s+(?:van\s+)?)*(?:{filled_in('&month')}|de zomer|zomer|"
    r"summer|winter|kerst|christmas|pasen|easter|jaareinde|(?:het )?(?:najaar|voorjaar)|autumn|spring|"
    r"\d+ (?:maanden|weken|months|weeks)|(?:een|twee|drie|zes|one|two|three|six) (?:maand|maanden|jaar|"
    r"months?|years?)|(?:volgend|next|dit|this) (?:jaar|year)|year|jaar)(?:\s+(?:20\d\d|volgend jaar|"
    r"next year))?)\b"
)


def numbers_in(reading: Reading, span: Span) -> dict[str, float | str]:
    """The numbers told in `span`, as the fields of a goal; none where they count nothing."""
    low = reading.text.low
    inside = [n for n in reading.numbers if span.holds(n.span) and not _is_other(low, n.span.end)]
    if not inside:
        return {}
    numbers, counted = _now_and_then(low, span, inside)
    unit = _UNIT.match(low, counted.span.end) or _UNIT.match(low, inside[0].span.end)
    word = unit.group("unit") if unit else ""
    if not word or word in _NOT_UNITS - {"per"}:
        return dict(numbers) if len(numbers) == len(("current", "target")) else {}
    told: dict[str, float | str] = dict(numbers)
    if unit and word != "per":
        told["unit"] = reading.text.clean[unit.start("unit") : unit.end("unit")]
    per = _PER.search(low[inside[0].span.end : span.end])
    return {**told, "per": _per(per)} if per else told


_NOT_UNITS = frozenset(
    "per tegen euro keer procent percent naar voor by the en and nu now in tot to liefst per would is was "
    "are zou zouden kan can will zal is more meer less a an of or sinds since met with die dat wie who "
    "that om maar but willen wil want like graag hebben".split()
)
_TO = re.compile(r"(?:\s+\w+){0,4}?\s*(?:naar|tot|to|->|→)\s*")
_INSTEAD = re.compile(r"\b(?:in plaats van|instead of|ipv)\s*$")
_NOW = re.compile(r"\b(?:nu|momenteel|now|currently|vandaag|today|at the moment|at the minute|op dit moment)\b")
#: "8 boarders now, and room for 20": what is comes first.
_NOW_FIRST = re.compile(rf"(?:\s+\w+){{0,3}}?\s*{_NOW.pattern}(?:\s*[,.;]|\s+(?:and|en|but|maar)\b)")
#: "six new ones a month, I'm at about three now": what is comes behind what should be.
_STANDS_AT = re.compile(
    r"\b(?:i'm|we're|i am|we are|ik zit|we zitten|zit ik|zitten we|kzit|ik heb er|i have|i've)"
    r"(?: (?:nu|now|at|aan|op|only|maar|pas|"
    r"about|ongeveer|around|zo'n|een stuk of|currently|momenteel))* $"
)
#: "we get about 5 a month and i'd love 12", "negen in de week, dat moeten er vijftien worden".
_WISHED = re.compile(
    r"\b(?:i'?d|we'?d|would) (?:love|like|want|take)|\b(?:want|need|wil|willen|wensen?|graag|moeten|moet|mogen|mag|"
    r"should be|has to be|have to be|would be (?:nice|grand|lovely|great))\b"
)
_NOW_BEFORE = re.compile(r"\b(?:nu|momenteel|now|currently|have|hebben|heb)\s+(?:\w+\s+)?$")


def _now_and_then(low: str, span: Span, inside: list[Number]) -> tuple[dict[str, float], Number]:
    """What is and what should be, and the number behind which the unit stands."""
    first, last = inside[0], inside[-1]
    if first.high is not None and _FROM_TO.search(low, 0, first.span.start):
        return {"current": first.value, "target": first.high}, first
    if len(inside) == 1:
        return {"target": first.value}, first
    if _INSTEAD.search(low[span.start : first.span.start]):
        return {"current": first.value, "target": last.value}, last
    between = low[first.span.end : last.span.start]
    if _TO.fullmatch(between):
        return {"current": first.value, "target": last.value}, last
    wished = _WISHED.search(between) and not _WISHED.search(low[span.start : first.span.start])
    if wished or _NOW_BEFORE.search(low[span.start : first.span.start]) or _NOW_FIRST.match(between):
        return {"current": first.value, "target": last.value}, first
    if (stands := _standing(low, inside)) is not None:
        return {"target": first.value, "current": stands.value}, first
    if _INSTEAD.search(between) or (len(inside) == 2 and _NOW.search(between)):
        return {"target": first.value, "current": last.value}, first
    return {"target": first.value}, first


def _standing(low: str, inside: list[Number]) -> Number | None:
    """The number, behind the first, of how things stand."""
    return next((n for n in inside[1:] if _STANDS_AT.search(low, 0, n.span.start)), None)


def _is_other(low: str, end: int) -> bool:
    return (
        re.match(
            r"s\b|\s*(?:adressen|addresses|emails|euro|eur|€|uur|u\b|hours?|maanden|months|weken|jaar|%|dagen|years?|-?plus(?:sers?)?\b|\+)",
            low[end : end + 10],
        )
        is not None
    )


def _per(match: re.Match[str]) -> str:
    if match.group("weekly"):
        return "week"
    return "month" if match.group("monthly") else _PERS.get(match.group("per"), "")


def deadline_in(reading: Reading, span: Span) -> str:
    """The day or the season by which it should be so, as told in `span`; empty where none is."""
    told = _DEADLINE.search(reading.text.low_of(span))
    return reading.text.clean[span.start + told.start("when") : span.start + told.end("when")] if told else ""
