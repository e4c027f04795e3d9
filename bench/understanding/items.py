"""Facts as items that can be counted: those a person takes and those that are heard, and which of them agree."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from bench.understanding.rows import Row
from journey.hearing import Heard, Intent
from journey.profile import EmailList, GoalFact, Limits, Proposal

Item = tuple[str, str]

#: Free text counts as right from this likeness on (0-100); all else must be equal.
LIKENESS = 90
FREE_TEXT = frozenset(
    "offer price persona_age persona_situation persona_need persona_pain persona_feeling persona_info usp aftercare "
    "notes".split()
)
_LIMITS = {
    "hours_per_week": "hours",
    "euros_per_month": "euros",
    "closed_days": "closed",
    "quiet_days": "quiet",
    "busy_days": "busy",
}


def expected(row: Row) -> set[Item]:
    """The facts a person takes, one item per value."""
    items: set[Item] = set()
    for name, value in row["facts"].items():
        if name == "notes":
            items.add((name, _plain(value)))
            continue
        for one in value if isinstance(value, list) else [value]:
            items.add((name, _plain(one)))
    return items


def found(heard: Heard) -> set[Item]:
    """The facts taken, in the same form. A remark that is kept because nothing was understood claims nothing."""
    claimed = () if heard.intent is Intent.UNCLEAR else heard.facts
    return {item for proposal in claimed for item in _items(proposal)}


def matched(wanted: set[Item], got: set[Item]) -> tuple[list[Item], list[Item], list[Item]]:
    """Right, invented and missed items."""
    right, missed, rest = [], [], set(got)
    for item in sorted(wanted):
        hit = next((g for g in sorted(rest) if _same(item, g)), None)
        if hit is None:
            missed.append(item)
        else:
            right.append(item)
            rest.discard(hit)
    return right, sorted(rest), missed


def _items(proposal: Proposal) -> Iterator[Item]:
    value, field = proposal.value, proposal.field.value
    if isinstance(value, Limits):
        parts = [(_LIMITS[name], part) for name, part in value if name in _LIMITS]
    elif isinstance(value, GoalFact):
        parts = [(f"goal.{name}", part) for name, part in value if name != "text"]
    elif isinstance(value, EmailList):
        parts = [(f"email.{name}", part) for name, part in value]
    else:
        parts = [(field, value)]
    for name, part in parts:
        for one in part if isinstance(part, tuple) else [part]:
            if one not in (None, ""):
                yield name, _plain(one)


def _plain(value: object) -> str:
    if isinstance(value, float | int) and not isinstance(value, bool):
        return f"{float(value):g}"
    return re.sub(r"\s+", " ", re.sub(r"[.,!;]+(?=\s|$)", "", str(value).lower())).strip()


def _same(one: Item, other: Item) -> bool:
    if one[0] != other[0]:
        return False
    return one[1] == other[1] or (one[0] in FREE_TEXT and fuzz.token_sort_ratio(one[1], other[1]) >= LIKENESS)
