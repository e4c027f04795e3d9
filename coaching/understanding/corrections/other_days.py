"""Days put right by their names alone: "zondag niet he, maandag!"."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.talk.asked_about import READ_OVER
from coaching.understanding.text.normalise import Text, read
from coaching.understanding.wordlists import any_of, load
from journey.profile import Limits, ProfileField

_WEEK = frozenset(day for week in load("days")["days"].values() for day in week)
_DAY = re.compile(rf"\b(?P<day>{any_of(_WEEK)})s?\b")
_DENIAL = load("correcting")["denial"]
_DENIED_BEFORE = re.compile(rf"\b(?:{_DENIAL}|instead of|rather than|in plaats van|ipv)\s+(?:(?:op|on|de|the)\s+)?$")
_DENIED_BEHIND = re.compile(rf"\s*,?\s*(?:dus |is |was |toch |echt )?(?:{_DENIAL})\b(?!\s+(?:alleen|only|just|enkel))")
_KINDS = ("work_days", "closed_days", "quiet_days", "busy_days")


def find_other_days(reading: Reading, found: list[Finding]) -> list[Finding]:
    """The days that stand in the place of one that is taken back, as what that was told to be."""
    over = reading.correcting or reading.asked(*READ_OVER)
    if not over or any(finding.field is ProfileField.CONSTRAINTS for finding in found):
        return []
    text = read(reading.text.original)
    named = list(_DAY.finditer(text.low))
    gone = {match["day"] for match in named if _denied(text, match)}
    new = tuple(dict.fromkeys(match["day"] for match in named if match["day"] not in gone))
    limits = reading.context.profile.limits
    kind = next((name for name in _KINDS if gone & {day.lower() for day in getattr(limits, name)}), None)
    if kind is None:
        return []
    kept = tuple(day for day in getattr(limits, kind) if day.lower() not in gone)
    days = tuple(dict.fromkeys((*kept, *new)))
    return [Finding(ProfileField.CONSTRAINTS, Limits(**{kind: days}), reading.text.whole)] if days else []


def _denied(text: Text, match: re.Match[str]) -> bool:
    before = _DENIED_BEFORE.search(text.low, 0, match.start())
    return before is not None or _DENIED_BEHIND.match(text.low, match.end()) is not None
