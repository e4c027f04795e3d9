"""The days, months and seasons that words name, one by one, in rows and from one to another."""

import re
from collections.abc import Iterable

from coaching.understanding.wordlists import any_of, load

_WORDS = load("days")
WEEKS: tuple[list[str], ...] = tuple(_WORDS["days"].values())
_NAMES = tuple(dict.fromkeys(name for kind in ("days", "months") for names in _WORDS[kind].values() for name in names))
_YEARS: tuple[list[str], ...] = tuple(_WORDS["months"].values())


def _by_name(rounds: tuple[list[str], ...], shorts: Iterable[list[str]]) -> dict[str, list[tuple[list[str], int]]]:
    """Where each name and each short one stands in its week or year, in each language that has it."""
    known: dict[str, list[tuple[list[str], int]]] = {}
    for names, short in zip(rounds, shorts, strict=True):
        for at, name in enumerate(names):
            for called in dict.fromkeys((name, *short[at].split("|"))):
                known.setdefault(called, []).append((names, at))
    return known


_SHORT = {short for names in _WORDS["short"].values() for shorts in names for short in shorts.split("|")}
_SHORT_MONTHS = {short for names in _WORDS["short_months"].values() for shorts in names for short in shorts.split("|")}
_IN_ROUND = {**_by_name(WEEKS, _WORDS["short"].values()), **_by_name(_YEARS, _WORDS["short_months"].values())}
_DAY = re.compile(
    rf"\b(?P<name>{'|'.join([*_NAMES, *_WORDS['seasons']])})(?:en|s)?(?:namiddag|middag|avond|ochtend|voormiddag)?s?\b"
)
_ANY = any_of(name for name in _IN_ROUND if _IN_ROUND[name][0][0] in WEEKS)
_ANY_MONTH = any_of(name for name in _IN_ROUND if _IN_ROUND[name][0][0] in _YEARS)
_TO = r"(?:-|tot (?:en met|aan)|tot|t/?m|tem|to|till|until|through|thru)"
_ENGLISH_TO = re.compile(r"\b(?:to|till|until|through|thru)\b")
_RANGES = tuple(
    re.compile(rf"\b(?P<first>{names})\.?\s*{_TO}\s*(?:in )?(?P<last>{names})\b") for names in (_ANY, _ANY_MONTH)
)
_ROWS = tuple(
    re.compile(rf"\b(?P<first>{any_of(short)})\s*(?:,|en|and|&|\+|/)\s*(?P<last>{any_of(short)})\b")
    for short in (_SHORT, _SHORT_MONTHS - {"mei", "may"})
)
_WEEKEND = re.compile(
    r"\b(?:(?P<en>weekends|(?:at|on|over|the) (?:the )?weekend)|(?:in |tijdens )?(?:het |'t )?weekend)\b"
)
#: Asked first, at once: most clauses tell no day.
ANY_DAY = re.compile(
    rf"\b(?:{'|'.join([*_NAMES, *_WORDS['seasons']])}|weekend|(?:{_ANY}|{_ANY_MONTH})\b)|{_WORDS['midweek']}"
)
MIDWEEK = re.compile(_WORDS["midweek"])
_DATES = re.compile(_WORDS["dates"].replace("{months}", "|".join(name for year in _YEARS for name in year)))
_MAY = re.compile(r"\b(?:may|march)\b(?! (?:be|have|not|for))")


def days_in(low: str) -> list[str]:
    """The days, months and seasons that folded words name."""
    if not ANY_DAY.search(low):
        return []
    ranges = [match for pattern in _RANGES for match in pattern.finditer(low)]
    if ranges:
        dates = [date.group() for date in _DATES.finditer(low) if not any(_within(date, other) for other in ranges)]
        return [*(day for ranged in ranges for day in _between(ranged)), *dates]
    row = next((match for pattern in _ROWS if (match := pattern.search(low))), None)
    if row:
        return [names[at] for names, at in (_IN_ROUND[row["first"]][0], _IN_ROUND[row["last"]][0])]
    weekend = _WEEKEND.search(low)
    if weekend:
        return WEEKS[1 if weekend["en"] else 0][5:]
    return _named(low) or _in_the_week(low)


def _named(low: str) -> list[str]:
    """The days, months and seasons by name; a date in a month as it was told."""
    dates = {date.end(): date.group() for date in _DATES.finditer(low)}
    told = [match for match in _DAY.finditer(low) if match["name"] not in ("may", "march") or _MAY.search(low)]
    return [dates.get(match.end("name"), match["name"]) for match in told]


def _in_the_week(low: str) -> list[str]:
    """Monday to Friday: "in de week is het stil"."""
    midweek = MIDWEEK.search(low)
    english = midweek is not None and re.search(r"weekday|midweek|the week", midweek.group()) is not None
    return WEEKS[1 if english else 0][:5] if midweek else []


def _within(date: re.Match[str], ranged: re.Match[str]) -> bool:
    return date.start() < ranged.end() and ranged.start() < date.end()


def _between(ranged: re.Match[str]) -> list[str]:
    """All days or months from one to another, in the language that both are told in."""
    firsts, lasts = _IN_ROUND[ranged["first"]], _IN_ROUND[ranged["last"]]
    pairs = [(names, start, end) for names, start in firsts for others, end in lasts if others is names]
    english = _ENGLISH_TO.search(ranged.group()) is not None
    names, start, end = (pairs or [(firsts[0][0], firsts[0][1], lasts[0][1])])[-1 if english else 0]
    return [names[at % len(names)] for at in range(start, end + 1 if end >= start else end + 1 + len(names))]
