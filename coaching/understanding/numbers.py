"""Numbers in figures and words, single and as ranges, with where they stand."""

import re
from dataclasses import dataclass
from functools import lru_cache

from text_to_num import text2num

from coaching.understanding.normalise import Span, Text

_FIGURES = re.compile(
    r"(?<![\w.,])\d{1,3}(?:[.\s]\d{3})+(?![\d])(?:,\d{1,2})?|"
    r"(?<![a-z0-9])\d{1,9}(?:[.,]\d{1,2}(?!\d))?"
)
_LETTERS = re.compile(r"[a-z]+(?:-[a-z]+)*")
_PARTS = re.compile(
    r"nul|zero|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|twintig|"
    r"dertig|veertig|tig$|"
    r"honderd|duizend|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|twenty|thirty|forty|fifty|"
    r"hundred|thousand"
)
_SPECIAL = {
    "anderhalf": 1.5,
    "anderhalve": 1.5,
    "tientje": 10.0,
    "tientjes": 20.0,
    "twintigje": 20.0,
    "vijftigje": 50.0,
    "twintiger": 20.0,
    "vijftiger": 50.0,
    "honderdje": 100.0,
    "briefje": None,
    "tenner": 10.0,
    "fiver": 5.0,
    "half": 0.5,
    "halve": 0.5,
    "dozijn": 12.0,
    "honderdtal": 100.0,
    "tiental": 10.0,
    "twintigtal": 20.0,
    "dertigtal": 30.0,
    "vijftigtal": 50.0,
    "paar": 2.0,
    "paar tientjes": 20.0,
    "paar honderd": 200.0,
    "paar duizend": 2000.0,
    "few": None,
    "few hundred": 200.0,
    "enkele": 2.0,
    "couple": 2.0,
    "dozen": 12.0,
    "ene": None,
    "one": 1.0,
    "nul": 0.0,
    "zero": 0.0,
}
_MOST = 40
_NOT_NUMBERS = frozenset(["een", "a", "an", "ene"])
_JOIN = re.compile(r"\s*(?:-|a|à|tot|of|or|to|en|and|/)\s*")
_OR_SO = re.compile(r"^\s*(?:uurtje|uur|euro|hour)s?\s+(?:of|or)\s+$")


@dataclass(frozen=True)
class Number:
    """A number, or a range from `value` to `high`; `worded` where it was spelled out."""

    value: float
    span: Span
    high: float | None = None
    worded: bool = False


def find_numbers(text: Text) -> tuple[Number, ...]:
    """All numbers of a message in order; two that belong together are one range."""
    single = sorted([*_figures(text), *_worded(text)], key=lambda n: n.span.start)
    return tuple(_ranges(text, single[:_MOST]))


def _figures(text: Text) -> list[Number]:
    found = []
    for match in _FIGURES.finditer(text.low):
        digits = match.group()
        if re.search(r"[.\s]\d{3}", digits):
            digits = re.sub(r"[.\s](?=\d{3})", "", digits)
        found.append(Number(float(digits.replace(",", ".")), Span(match.start(), match.end())))
    return found


#: "zeg maar een": one, where nothing follows that it could be the article of.
_JUST_ONE = re.compile(r"\b(?:maar|eerder|liever|slechts|hooguit) (?P<one>een|ene|eentje)(?=\s*(?:[.!,;]|$))")


def _worded(text: Text) -> list[Number]:
    found = [Number(1.0, Span(m.start("one"), m.end("one")), worded=True) for m in _JUST_ONE.finditer(text.low)]
    run: list[Span] = []
    for match in _LETTERS.finditer(text.low):
        span = Span(match.start(), match.end())
        if run and text.low[run[-1].end : span.start].strip():
            found += _close(text, run)
            run = []
        word = match.group()
        follows = bool(run) and word in ("hundred", "thousand", "honderd", "duizend", "tientjes")
        if _value(word) is not None and (not run or follows or _value(_phrase(text, run, span)) is not None):
            run.append(span)
            continue
        found += _close(text, run)
        run = [span] if _value(word) is not None else []
    return found + _close(text, run)


def _phrase(text: Text, run: list[Span], span: Span) -> str:
    return text.low[run[0].start : span.end]


def _close(text: Text, run: list[Span]) -> list[Number]:
    if not run:
        return []
    span = Span(run[0].start, run[-1].end)
    value = _value(text.low_of(span))
    return [Number(value, span, worded=True)] if value is not None else []


@lru_cache(maxsize=4096)
def _value(words: str) -> float | None:
    if words in _NOT_NUMBERS:
        return None
    if words in _SPECIAL:
        return _SPECIAL[words]
    if not _PARTS.search(words):
        return None
    for language in ("nl", "en"):
        try:
            return float(text2num(words, language))
        except (ValueError, AttributeError, KeyError, IndexError):
            continue
    return None


def _ranges(text: Text, single: list[Number]) -> list[Number]:
    found: list[Number] = []
    for number in single:
        before = found[-1] if found else None
        if before and before.high is None and _joined(text, before, number):
            span = Span(before.span.start, number.span.end)
            found[-1] = Number(before.value, span, number.value, before.worded)
        else:
            found.append(number)
    return found


def _joined(text: Text, first: Number, second: Number) -> bool:
    between = text.low[first.span.end : second.span.start]
    if first.value >= second.value or len(between) > 12:
        return False
    if re.fullmatch(r"\s*(?:en|and)\s*", between):
        return bool(
            re.search(r"(?:tussen|between)(?: de| the)? $", text.low[max(0, first.span.start - 14) : first.span.start])
        )
    return bool(_JOIN.fullmatch(between))
