"""Where a message names what was told before as no longer so: the old value of a correction."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from coaching.understanding.text.alone import alone, to_spend
from coaching.understanding.text.normalise import Span, Text, fold, read
from coaching.understanding.text.numbers import find_numbers
from coaching.understanding.wordlists import any_of, load
from journey.profile import EmailList, FactValue, GoalFact, Limits, Profile
from journey.profile import ProfileField as F

_WORDS, _DAYS = load("correcting"), load("days")
_NO = re.compile(rf"\b(?:{_WORDS['denial']}|wrong|fout|verkeerd)\b")
_NO_BEFORE = re.compile(
    rf"\b(?:{_WORDS['denial']}|rather than|instead of|in plaats van|i\.?p\.?v\.?)\s+(?:(?:in|te|op|van|"
    rf"de|het|den|the|on|a|€|£)\s*)*$"
)
_RATHER_THAN = re.compile(r"\b(?:eerder|meer|more|rather)\b.{2,40}?(?P<than>\b(?:dan|than) (?:een |a |the |de )?)$")
_CEASED = re.compile(rf"\b(?:{_WORDS['ceased']['before']})\s+(?:\w+\s+){{0,2}}$")
_CEASES = re.compile(rf"\W*(?:\w+\s+){{0,4}}?(?:{_WORDS['ceased']['behind']})(?!\w)")
_BUT = re.compile(r"[,\s]+(?:maar|ma|but|wel)\s+")
#: Words that tell nothing of a value; of a goal neither do those for how much there is to be of something.
_EMPTY = frozenset([*load("answer")["stop"].split(), "meer", "more", "vaker", "extra"])
_ITEMS = re.compile(r",\s*|\s+(?:en|and|&)\s+")
_DAY = re.compile(rf"\b(?:{any_of([day for week in _DAYS['days'].values() for day in week])})")
_HOURS = re.compile(r"\s*(?:u|uur|uren|uurtjes?|hours?|hrs?)\b")
#: All prices told anew, or an amount that is said to be for spending: no old price stands there.
_TOLD_ANEW = re.compile(rf"\b(?:budget|prices|prijzen|tarieven|{load('money')['spending']})\b")
_UNIT = re.compile(r"(?:\d\s?|\b)(?:u|uur|uren|uurtjes?|uurkes?|hours?|hrs?)\b")
_MONEY = re.compile(r"\s*(?:euro|eur|€|£|quid|pounds?)")
_NAMES = (F.LOCATION, F.OWNER_NAME, F.BUSINESS_NAME)
_IN_WORDS = (F.OFFER, F.PERSONA_SITUATION, F.PERSONA_NEED, F.PERSONA_PAIN, F.PERSONA_FEELING, F.USP, F.AFTERCARE)
#: Letters from which on two words that begin alike are one, and the share of a value's words that names it.
_LONG, _MOST = 5, 0.5


def remaining(old: "Old", text: Text, value: str) -> str:
    """What is left of a list told before, without the things that the message takes back; empty where nothing is."""
    low = text.low_of(old.span)
    items = [item.strip() for item in _ITEMS.split(value)]
    kept = [item for item in items if not any(_alike(word, own) for own in _content(item) for word in low.split())]
    return ", ".join(kept) if len(kept) < len(items) else ""


@dataclass(frozen=True)
class Old:
    """The field whose known value a message names as no longer so, and the words that do so."""

    field: F
    span: Span


def old_value(text: Text, profile: Profile, cue: bool, weak: bool) -> Old | None:
    """The value told before that the message takes back, the one told last first. `cue` tells that the message is a
    correction by its words or by what was asked, `weak` that it begins like one."""
    for field, fact in sorted(profile.facts.items(), key=lambda item: -item[1].evidence):
        for span in _places(text, field, fact.value, cue, weak):
            if field is F.EMAIL_LIST and not _denied(text, span) and _all_told(text, profile):
                continue
            return Old(field, span)
    return None


def _all_told(text: Text, profile: Profile) -> bool:
    """Whether every number of a message was told before: "those eighty ..., and 75 is only till Christmas" counts none
    anew."""
    words = " ; ".join(str(fact.value) for fact in profile.facts.values())
    known = {number.value for number in find_numbers(read(words))}
    return all(number.value in known for number in find_numbers(text))


def _places(text: Text, field: F, value: FactValue, cue: bool, weak: bool) -> Iterator[Span]:
    if isinstance(value, Limits):
        hours = _numbers(text, (value.hours_per_week,), cue or weak, _MONEY)
        yield from (span for span in hours if _denied(text, span) or _of_time(text, span))
        euros = _numbers(text, (value.euros_per_month,), cue or weak, _HOURS)
        yield from (span for span in euros if _denied(text, span) or _of_budget(text, span))
        yield from _days(text, {*value.closed_days, *value.quiet_days, *value.busy_days}, weak)
    elif isinstance(value, EmailList):
        yield from _numbers(text, (value.size,), cue or weak, _MONEY)
    elif isinstance(value, GoalFact):
        yield from _numbers(text, (value.target,), cue, _MONEY)
        yield from _words(text, value.text, cue)
        yield from _name(text, value.deadline, weak) if value.deadline else ()
    elif isinstance(value, str) and field in _NAMES:
        yield from _name(text, value, weak)
    elif isinstance(value, str) and field in (F.PRICE, F.PERSONA_AGE):
        numbers = [number.value for number in find_numbers(read(value))]
        named = _numbers(text, tuple(numbers), cue or weak, _HOURS)
        yield from (span for span in named if not _TOLD_ANEW.search(text.low_of(text.clause_at(span.start))))
    elif isinstance(value, str) and field in _IN_WORDS:
        yield from _words(text, value, cue)


def _numbers(text: Text, known: tuple[float | None, ...], sure: bool, other_unit: re.Pattern[str]) -> Iterator[Span]:
    """A known number beside another one."""
    told = find_numbers(text) if any(number is not None for number in known) else ()
    new = [number for number in told if number.value not in known]
    for number in told:
        old = number.value in known and new and not other_unit.match(text.low, number.span.end)
        if old and (sure or _denied(text, number.span)):
            yield _without_the_new(text, number.span, lambda clause: any(clause.holds(n.span) for n in new))


def _of_time(text: Text, span: Span) -> bool:
    """Whether a number is the old hours rather than a count of something else: "we do two chairs"."""
    named = _UNIT.search(text.low_of(span)) or _HOURS.match(text.low, span.end)
    return named is not None or alone(text.low_of(text.clause_at(span.start)))


def _of_budget(text: Text, span: Span) -> bool:
    """Whether a number is the old budget rather than the price of a thing that costs as much: "solo is £20"."""
    low = text.low_of(text.clause_at(span.start))
    return to_spend(low) or alone(low)


def _days(text: Text, known: set[str], sure: bool) -> Iterator[Span]:
    """A known day beside another one."""
    told = [Span(match.start(), match.end()) for match in _DAY.finditer(text.low)]
    if all(text.low_of(day) in known for day in told):
        return
    for day in told:
        if text.low_of(day) in known and (sure or _denied(text, day)):
            yield day


def _name(text: Text, value: str, sure: bool) -> Iterator[Span]:
    for match in re.finditer(rf"(?<![\w-]){re.escape(fold(value))}(?![\w-])", text.low):
        span = Span(match.start(), match.end())
        if sure or _denied(text, span):
            yield span


def _words(text: Text, value: str, sure: bool) -> Iterator[Span]:
    """The clause in which what was told in words, or one thing of it, is denied."""
    wholes = [_content(value), *(_content(item) for item in _ITEMS.split(value))]
    for clause in text.clauses:
        spans = [word for word in text.words if clause.holds(word)]
        for content in filter(None, wholes):
            hits = [span for span in spans if any(_alike(text.low_of(span), word) for word in content)]
            if len(hits) < _MOST * len(content) or not hits:
                continue
            if (sure and _NO.search(text.low_of(clause))) or _denied(text, Span(hits[0].start, hits[-1].end)):
                but = _BUT.search(text.low, hits[-1].end, clause.end)
                rather = _RATHER_THAN.search(text.low, clause.start, hits[0].start)
                start = rather.start("than") if rather else clause.start
                yield Span(start, but.start() if but else clause.end)


def _without_the_new(text: Text, old: Span, holds_new: Callable[[Span], bool]) -> Span:
    """The clause of the old value, or that value alone where its clause tells the new one too."""
    clause = text.clause_at(old.start)
    return old if holds_new(clause) else clause


def _denied(text: Text, span: Span) -> bool:
    before = text.low[text.clause_at(span.start).start : span.start]
    if _NO_BEFORE.search(before) or _CEASED.search(before) or _RATHER_THAN.search(before):
        return True
    return _CEASES.match(text.low, span.end) is not None


def _content(value: str) -> list[str]:
    words = (text for text in re.findall(r"[a-z0-9'-]{3,}", fold(value)))
    return [word for word in words if word not in _EMPTY]


def _alike(word: str, known: str) -> bool:
    if word == known:
        return True
    return min(len(word), len(known)) >= _LONG and (word.startswith(known[:-2]) or known.startswith(word[:-2]))
