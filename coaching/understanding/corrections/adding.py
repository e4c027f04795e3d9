"""What comes to what was told before, rather than in its place: "februari ook", "zet dat erbij", a second fear."""

import re
from dataclasses import replace

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.talk.asked_about import READ_OVER
from coaching.understanding.text.normalise import Span, Text, fold
from coaching.understanding.wordlists import load
from journey.profile import Change, Limits
from journey.profile import ProfileField as F

_ADDS = re.compile(load("labels")["adds"])
#: Days of the week in every language.
_WEEKDAYS = frozenset(name for names in load("days")["days"].values() for name in names)
_DAYS = frozenset({"closed_days", "quiet_days", "busy_days"})
#: Of these an owner may well tell more in answer to another question.
_TOLD_IN_PARTS = frozenset({F.PERSONA_NEED, F.PERSONA_PAIN, F.PERSONA_FEELING, F.PERSONA_INFO, F.USP, F.AFTERCARE})


def adds(low: str) -> bool:
    """Whether folded words say that something comes to what was told."""
    return _ADDS.search(low) is not None


def added(reading: Reading, found: list[Finding]) -> list[Finding]:
    """The findings, each that comes to what is known marked so."""
    return [replace(finding, change=Change.ADD) if _comes_to(reading, finding) else finding for finding in found]


def _comes_to(reading: Reading, finding: Finding) -> bool:
    if finding.change is not Change.SET or not reading.knows(finding.field):
        return False
    if isinstance(finding.value, Limits):
        told = {name for name, value in finding.value if value not in (None, (), "")}
        known = reading.context.profile.limits
        other_kind = all(_of_other_kind(getattr(finding.value, name), getattr(known, name)) for name in told & _DAYS)
        return told <= _DAYS and (other_kind or adds(_around(reading.text, finding.span)))
    put_right = reading.correcting or reading.asked(*READ_OVER)
    if finding.field not in _TOLD_IN_PARTS or finding.field in reading.asked_fields or put_right:
        return False
    return not _retold(reading.context.profile.text(finding.field), str(finding.value))


def _of_other_kind(told: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether these are months or seasons where days of the week are known, or the other way round."""
    days, others = (frozenset(name.lower() in _WEEKDAYS for name in names) for names in (told, known))
    return bool(days and others) and days.isdisjoint(others)


def _around(text: Text, span: Span) -> str:
    """The clauses that tell something, and the one behind them."""
    clauses = [clause for clause in text.clauses if clause.touches(span)]
    behind = [clause for clause in text.clauses if clause.start >= span.end][:1]
    return " ; ".join(text.low_of(clause) for clause in (*clauses, *behind))


def _retold(known: str, told: str) -> bool:
    """Whether it is the same thing told in more or fewer words."""
    before, now = (set(re.findall(r"[a-z0-9]{4,}", fold(words))) for words in (known, told))
    return not now or 2 * len(before & now) >= min(len(before), len(now))
