"""Days on which the business is closed, quiet or full."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.normalise import Span
from journey.profile import Limits, ProfileField
from journey.topics import Topic

_DAY = re.compile(
    r"\b(maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|"
    r"friday|saturday|sunday)"
    r"(?:en|s)?(?:namiddag|middag|avond|ochtend|voormiddag)?s?\b"
)
_STATES = (
    ("closed_days", re.compile(r"\b(?:gesloten|dicht|toe|closed|sluitingsdag)\b")),
    (
        "quiet_days",
        re.compile(
            r"\b(?:stil|stille|rustig|rustige|kalm|leeg|dood|weinig (?:volk|klanten)|quiet|dead|slow|empty|"
            r"slap)\b"
        ),
    ),
    (
        "busy_days",
        re.compile(
            r"\b(?:druk|drukke|drukst|stormloop|vol|volzet|volle bak|(?:veel|vol) (?:volk|klanten|mensen)|"
            r"busy|packed|full|mad)\b"
        ),
    ),
)
_NEGATED = re.compile(r"\b(?:niet|nooit|not|never)\s+$")
_TOO = re.compile(r"\b(?:te|too)\s+(?=druk|busy)")


def find_days(reading: Reading) -> list[Finding]:
    """The days told with what is special about them."""
    found: dict[str, tuple[list[str], Span]] = {}
    waiting: list[tuple[str, Span]] = []
    if reading.asked(Topic.PERSONA, Topic.PERSONA_NEED):
        return []
    for clause in reading.text.clauses:
        low = reading.text.low_of(clause)
        days = [match.group(1) for match in _DAY.finditer(low)]
        waiting += [(day, clause) for day in days]
        state = _state(low)
        if state and waiting:
            named, span = found.get(state, ([], waiting[0][1]))
            found[state] = (
                [*named, *(day for day, _ in waiting)],
                Span(min(span.start, waiting[0][1].start), clause.end),
            )
            waiting = []
        elif not days:
            waiting = []
    return [_finding(state, days, span) for state, (days, span) in found.items()]


def _state(low: str) -> str | None:
    for state, pattern in _STATES:
        match = pattern.search(low)
        if match and not _NEGATED.search(low[: match.start()]) and not _TOO.search(low):
            return state
    return None


def _finding(state: str, days: list[str], span: Span) -> Finding:
    limits = Limits().model_copy(update={state: tuple(dict.fromkeys(days))})
    return Finding(ProfileField.CONSTRAINTS, limits, span, uses=(span,))
