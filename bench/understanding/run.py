"""Measures understanding on the evaluation set: precision, recall and F1 per field and per intent.

python -m bench.understanding.run [--half tune|held] [--batch t|h|n|p|q] [--errors]
"""

import argparse
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz import fuzz

from coaching.understanding import Understanding
from journey.hearing import Context, Heard
from journey.profile import EmailList, Fact, GoalFact, Limits, Profile, ProfileField, Proposal
from journey.topics import Topic
from knowledge.records import load_sectors

MESSAGES = Path(__file__).parent / "messages.yaml"
#: Free text counts as right from this likeness on (0-100); all else must be equal.
LIKENESS = 90
FREE_TEXT = frozenset(
    [
        "offer",
        "price",
        "persona_age",
        "persona_situation",
        "persona_need",
        "persona_pain",
        "persona_feeling",
        "persona_info",
        "usp",
        "aftercare",
        "notes",
    ]
)
_LIMITS = {
    "hours_per_week": "hours",
    "euros_per_month": "euros",
    "closed_days": "closed",
    "quiet_days": "quiet",
    "busy_days": "busy",
}

_PARTS: dict[str, Callable[..., Any]] = {"constraints": Limits, "email_list": EmailList, "goal": GoalFact}

Item = tuple[str, str]


def messages(half: str | None = None, batch: str = "") -> list[dict[str, Any]]:
    """The evaluation set, or one half of it, or the batch whose ids begin with `batch`."""
    rows = yaml.safe_load(MESSAGES.read_text(encoding="utf-8"))
    return [row for row in rows if half in (None, row["half"]) and row["id"].startswith(batch)]


def context_of(row: dict[str, Any]) -> Context:
    """What the message was said in."""
    facts = {}
    for number, (name, value) in enumerate(row.get("profile", {}).items(), start=1):
        if name in _PARTS:
            value = _PARTS[name](**value)
        facts[ProfileField(name)] = Fact(value=tuple(value) if isinstance(value, list) else value, evidence=number)
    asking = Topic(row["asking"]) if row["asking"] else None
    return Context(language=row["lang"] or "nl", asking=asking, question=row["question"], profile=Profile(facts=facts))


def expected(row: dict[str, Any]) -> set[Item]:
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
    """The facts taken, in the same form."""
    return {item for proposal in heard.facts for item in _items(proposal)}


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


def _same(one: Item, other: Item) -> bool:
    if one[0] != other[0]:
        return False
    return one[1] == other[1] or (one[0] in FREE_TEXT and fuzz.token_sort_ratio(one[1], other[1]) >= LIKENESS)


def _intent_of(row: dict[str, Any], heard: Heard) -> tuple[str, str]:
    wanted = row["intent"]
    got = heard.intent.value
    if got == "correct":
        got += f":{heard.about}" if ":" in wanted else ""
    if got == "switch_language":
        got += f":{heard.asked_language}"
    return wanted, got


def measure(half: str | None, errors: bool, batch: str = "") -> dict[str, float]:
    """Runs the set and prints the tables; returns the totals."""
    understanding = Understanding({sector.key: sector for sector in load_sectors()})
    fields: dict[str, Counter[str]] = {}
    intents: dict[str, Counter[str]] = {}
    languages: Counter[str] = Counter()
    times = []
    for row in messages(half, batch):
        begun = time.perf_counter()
        heard = understanding.hear(row["text"], context_of(row))
        times.append(time.perf_counter() - begun)
        right, invented, missed = matched(expected(row), found(heard))
        for kind, items in (("tp", right), ("fp", invented), ("fn", missed)):
            for name, _ in items:
                fields.setdefault(name, Counter())[kind] += 1
        wanted, got = _intent_of(row, heard)
        _count(intents, wanted.split(":")[0], got.split(":")[0], wanted == got)
        languages["right" if heard.language in (row["lang"], None) else "wrong"] += 1
        if errors and (invented or missed or wanted != got):
            print(
                f"{row['id']} {row['text'][:110]!r} asked {row['asking']}\n"
                f"    wrong {invented} missed {missed} intent {wanted} -> {got}"
            )
    _table("field", fields)
    _table("intent", intents)
    totals = {**_totals("facts", fields), **_totals("intents", intents)}
    correct = intents.get("correct", Counter())
    totals["corrections"] = correct["tp"] / max(1, correct["tp"] + correct["fn"])
    totals["language_wrong"] = float(languages["wrong"])
    totals["median_ms"] = sorted(times)[len(times) // 2] * 1000
    for name, value in totals.items():
        print(f"{name:22} {value:.3f}")
    return totals


def _count(intents: dict[str, Counter[str]], wanted: str, got: str, same: bool) -> None:
    if same:
        intents.setdefault(wanted, Counter())["tp"] += 1
        return
    intents.setdefault(wanted, Counter())["fn"] += 1
    intents.setdefault(got, Counter())["fp"] += 1


def _scores(counts: Counter[str]) -> tuple[float, float, float]:
    precision = counts["tp"] / max(1, counts["tp"] + counts["fp"])
    recall = counts["tp"] / max(1, counts["tp"] + counts["fn"])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _table(title: str, rows: dict[str, Counter[str]]) -> None:
    print(f"\n{title:20} {'n':>4} {'P':>6} {'R':>6} {'F1':>6}")
    for name, counts in sorted(rows.items()):
        precision, recall, f1 = _scores(counts)
        print(f"{name:20} {counts['tp'] + counts['fn']:4} {precision:6.2f} {recall:6.2f} {f1:6.2f}")


def _totals(title: str, rows: dict[str, Counter[str]]) -> dict[str, float]:
    total: Counter[str] = Counter()
    for counts in rows.values():
        total.update(counts)
    precision, recall, f1 = _scores(total)
    return {f"{title} precision": precision, f"{title} recall": recall, f"{title} F1": f1}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=["tune", "held"], help="only this half")
    parser.add_argument("--batch", default="", help="only messages whose ids begin so")
    parser.add_argument("--errors", action="store_true", help="show every wrong message (never with the held half)")
    arguments = parser.parse_args()
    if arguments.errors and arguments.half != "tune":
        parser.error("errors are shown of the half for tuning alone: add --half tune")
    print(f"half: {arguments.half or 'both'}")
    measure(arguments.half, arguments.errors, arguments.batch)


if __name__ == "__main__":
    main()
