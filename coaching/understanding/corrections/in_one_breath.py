"""What an owner puts right within one message, before it is sent: only the new value is read."""

import re
from dataclasses import dataclass
from itertools import pairwise

from coaching.understanding.text.normalise import Span, Text, read
from coaching.understanding.text.numbers import find_numbers
from coaching.understanding.wordlists import any_of, load

_WORDS, _DAYS = load("correcting")["in_one_breath"], load("days")
_NO = rf"(?:(?:{_WORDS['sigh']})\b,? ){{0,2}}(?:{_WORDS['no']})(?!\w)"
_LEADS = rf"[\s,:.!?-]+(?:(?:{_WORDS['leads']})(?!\w)[\s,:.!-]+)*"
#: What stands between the old value and the new one: a few words that belong to the old, a no, and what leads on.
_OF_OLD = r"(?P<of_old>(?:[\w'/&€£-]+)?(?:\s[\w'/&€£-]+){0,5}?)"
_AGAIN = re.compile(rf"{_OF_OLD}[\s,.;:!?-]+{_NO}{_LEADS}[€£$]?\s?")
#: "zondagavond. ah nee dan zit ik bij mijn zus, maandag dan": why the old one won't do.
_BECAUSE = re.compile(rf"{_OF_OLD}[\s,.;:!?-]+{_NO}[\s,]+[a-z' ]{{3,60}}[,.;]\s*(?:(?:{_WORDS['leads']})\s+)*")
_CLOSES = re.compile(rf"\s+(?:{_WORDS['closes']})(?!\w)")
_MAKE, _MADE_OF = re.compile(r"\b(?:maak|make)\b"), re.compile(rf"\s+(?:{_WORDS['made_of']})(?!\w)")
#: "nee, zaterdag niet", "nee, 30 is te duur": no new value.
_WONT_DO = re.compile(rf"\W*(?:{_WORDS['wont_do']})")
_A_NO = re.compile(rf"(?<!\w)(?:{_WORDS['no']})(?!\w)")
_UNITS = {unit: re.compile(rf"\s*{_WORDS[unit]}") for unit in ("hours", "minutes", "money")}
_A_SIGN = re.compile(r"[€£$]\s?$")
_THING = re.compile(rf"\s+(?!(?:{_WORDS['no_unit']})\b)(?P<thing>[a-z][a-z'-]+)")
#: "1a": an idea of the plan, and no number.
_CODE = re.compile(r"[a-z]")
_HOUR = re.compile(
    r"\b(?:een|'n|n|ne|nen|an?)\s+(?:half\s?|klein |goed )?(?:uur(?:tje|ke|ken)?|hour)\b|\bhalf ?(?:an hour|uur\w*)"
)
#: "twee uurkes, allez nee, eentje": one of them.
_JUST_ONE = re.compile(r"\b(?:een|1)tje\b")
_PART_OF_DAY = r"(?:en|s)?(?:namiddag|middag|avond|ochtend|voormiddag)?s?"
_NAMES = {
    kind: re.compile(rf"\b(?:{any_of(name for names in _DAYS[kind].values() for name in names)}){_PART_OF_DAY}\b")
    for kind in ("days", "months")
}
_STATES = {state: re.compile(pattern) for state, pattern in _DAYS["states"].items()}
#: Corrections of one message, and letters between the old value and the new.
_MOST, _FURTHEST = 4, 120


@dataclass(frozen=True)
class _Value:
    """A number, day or month: where it stands, with its unit too (`whole`), and what kind it is."""

    kind: str
    span: Span
    whole: Span
    unit: str = ""


def put_right_at_once(message: str) -> str:
    """The message with only the new value of what it puts right as it is written: "twee uur" of "4 uur, nee zeg maar
    2 uur"."""
    for _ in range(_MOST):
        again = _once(message)
        if again == message:
            break
        message = again
    return message


def _once(message: str) -> str:
    if not _A_NO.search(message.lower()):
        return message
    text = read(message)
    for kind in ("number", "days", "months"):
        for old, new in pairwise(_values(text, kind)):
            if anew := _again(text, old, new):
                return _spliced(text, old, new, anew)
    return message


def _values(text: Text, kind: str) -> list[_Value]:
    if kind != "number":
        spans = (Span(match.start(), match.end()) for match in _NAMES[kind].finditer(text.low))
        return [_Value(kind, span, span) for span in spans]
    hours = [Span(match.start(), match.end()) for match in _HOUR.finditer(text.low)]
    found = [_Value(kind, span, span, "hours") for span in hours]
    found += [_number(text, Span(match.start(), match.end())) for match in _JUST_ONE.finditer(text.low)]
    found += [
        _number(text, number.span)
        for number in find_numbers(text)
        if not any(span.touches(number.span) for span in hours) and not _is_code(text, number.span)
    ]
    return sorted(found, key=lambda value: value.span.start)


def _is_code(text: Text, span: Span) -> bool:
    letter = _CODE.match(text.low, span.end)
    return letter is not None and not any(unit.match(text.low, span.end) for unit in _UNITS.values())


def _number(text: Text, span: Span) -> _Value:
    for unit, pattern in _UNITS.items():
        if match := pattern.match(text.low, span.end):
            return _Value("number", span, Span(span.start, match.end()), unit)
    if _A_SIGN.search(text.low, max(0, span.start - 2), span.start):
        return _Value("number", span, span, "money")
    thing = _THING.match(text.low, span.end)
    return _Value("number", span, span, thing["thing"] if thing else "")


def _again(text: Text, old: _Value, new: _Value) -> re.Match[str] | None:
    """How the message puts the `new` value in the place of the `old`; None where it does not."""
    differ = old.unit and new.unit and old.unit != new.unit
    if differ or new.span.start - old.span.end > _FURTHEST or _WONT_DO.match(text.low, new.whole.end):
        return None
    anew = _AGAIN.fullmatch(text.low, old.span.end, new.span.start)
    if anew is None and old.kind != "number" and _CLOSES.match(text.low, new.span.end):
        anew = _BECAUSE.fullmatch(text.low, old.span.end, new.span.start)
    return anew if anew and _alike(text, anew, new) else None


def _alike(text: Text, anew: re.Match[str], new: _Value) -> bool:
    """Whether nothing else is said of the new day than of the old: "zaterdag dicht, nee, zondag open" is two things."""
    behind = text.low_of(Span(new.span.end, text.clause_at(new.span.start).end))
    before, after = _states(anew["of_old"]), _states(behind)
    return not (before and after) or before == after


def _states(low: str) -> set[str]:
    return {state for state, pattern in _STATES.items() if pattern.search(low)}


def _spliced(text: Text, old: _Value, new: _Value, anew: re.Match[str]) -> str:
    """The message with the new value in the place of the old one, its unit kept where the new one has none."""
    own = new.unit in _UNITS and old.unit in (*_UNITS, "")
    kept = Span(old.whole.end if own else old.span.end, anew.end("of_old"))
    end = new.whole.end if own else new.span.end
    made = _MADE_OF.match(text.low, end) if _MAKE.search(anew.group()) else None
    closes = _CLOSES.match(text.low, end) or made
    told = _told(text, new.whole if own else new.span)
    told = told[: -len("tje")] if old.unit in _UNITS and _JUST_ONE.fullmatch(told.lower()) else told
    head, tail = _told(text, Span(0, old.span.start)), _told(text, Span(closes.end() if closes else end, len(text.low)))
    return f"{head}{told}{_told(text, kept) if kept.start < kept.end else ''}{tail}"


def _told(text: Text, span: Span) -> str:
    """The words of a stretch as they were written."""
    ends = (*text.offsets, len(text.original))
    return text.original[ends[span.start] : ends[span.end]]
