"""Pure verdicts: from what was seen of a part to what to say of it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.doctor.findings import Finding, Part, State, found, skipped
from bot.probing import WebhookSeen
from coaching.usage import Spent
from knowledge.standing import IndexState
from llm.budget import Limits
from llm.faults import DEAD, Fault

#: Bytes free on the disk below which the bot soon stops, and below which somebody should look.
LAST_BYTES, FEW_BYTES = 100_000_000, 1_000_000_000
#: Seconds by which a clock may be wrong: Telegram's own times, and those in plans and calendars, seem odd beyond it.
SKEW = 30.0
#: How long a failure of the webhook is news.
RECENT = timedelta(hours=1)
#: Updates that may wait at Telegram before somebody should look.
MANY_PENDING = 100


def of_folder(folder: Path, free: int | None, problem: str) -> Finding:
    """`free` bytes on the disk of the data folder; None where nothing can be written there, and why."""
    if free is None:
        return found(Part.FOLDER, State.BROKEN, "unwritable", folder=folder, problem=problem)
    state = State.BROKEN if free < LAST_BYTES else State.ATTENTION if free < FEW_BYTES else State.OK
    name = "ok" if state is State.OK else "full"
    return found(Part.FOLDER, state, name, folder=folder, megabytes=f"{free / 1e6:.0f}")


def of_damage(place: str, damage: str) -> Finding:
    """What the check of the whole database found; empty where it is sound."""
    if damage:
        return found(Part.DATABASE, State.BROKEN, "damaged", place=place, problem=damage)
    return found(Part.DATABASE, State.OK, "ok", place=place)


def of_schema(schema: str | None, wanted: str) -> Finding:
    """The schema of the database beside the one that this program works with."""
    values = {"schema": schema or "-", "wanted": wanted}
    if schema == wanted:
        return found(Part.SCHEMA, State.OK, "ok", **values)
    if schema is None:
        return found(Part.SCHEMA, State.OK, "none", **values)
    name, state = ("newer", State.BROKEN) if schema > wanted else ("older", State.ATTENTION)
    return found(Part.SCHEMA, state, name, **values)


def of_index(state: IndexState, place: Path) -> Finding:
    """How the index of the knowledge is."""
    verdict = State.OK if state is IndexState.CURRENT else State.BROKEN
    return found(Part.INDEX, verdict, state, place=place)


def of_embedder(length: float, name: str) -> Finding:
    """The length of a vector that the embedder made, which must be 1."""
    well = abs(length - 1) < 0.01
    return found(Part.EMBEDDER, State.OK if well else State.BROKEN, "ok" if well else "odd", name=name)


def of_webhook(seen: WebhookSeen, wanted: str, now: datetime) -> Finding:
    """The webhook as Telegram has it, beside the address that the settings name ("" for long polling)."""
    values = {"seen": seen.url, "wanted": wanted, "pending": seen.pending, "problem": seen.problem}
    if seen.url != wanted:
        name = "left" if not wanted else "other" if seen.url else "not_set"
        return found(Part.WEBHOOK, State.BROKEN if wanted else State.ATTENTION, name, **values)
    if seen.failed and now - seen.failed < RECENT:
        at = seen.failed.astimezone(UTC).strftime("%H:%M UTC")
        return found(Part.WEBHOOK, State.BROKEN if seen.pending else State.ATTENTION, "failed", at=at, **values)
    if seen.pending > MANY_PENDING:
        return found(Part.WEBHOOK, State.ATTENTION, "behind", **values)
    return found(Part.WEBHOOK, State.OK, "ok" if wanted else "polling", **values)


def of_clock(ahead: float | None) -> Finding:
    """By how many seconds this clock is ahead of Telegram's."""
    if ahead is None:
        return skipped(Part.CLOCK, "no_date")
    name = "ok" if abs(ahead) <= SKEW else "ahead" if ahead > 0 else "behind"
    state = State.OK if name == "ok" else State.BROKEN
    return found(Part.CLOCK, state, name, seconds=f"{abs(ahead):.0f}")


def of_letters(dead: int) -> Finding:
    """Replies that were given up."""
    return found(Part.LETTERS, State.ATTENTION if dead else State.OK, "some" if dead else "ok", count=dead)


def of_model(name: str, outcome: str, seconds: float, deadline: float) -> Finding:
    """What came of a question to the language model (`llm.gate.Call.outcome`), and how long it took."""
    values = {"name": name, "seconds": f"{seconds:.1f}", "deadline": f"{deadline:g}", "fault": outcome}
    if outcome == "ok":
        slow = seconds > deadline / 2
        return found(Part.MODEL, State.ATTENTION if slow else State.OK, "slow" if slow else "ok", **values)
    if outcome in DEAD:
        return found(Part.MODEL, State.BROKEN, "unreadable" if outcome == Fault.UNFINISHED else outcome, **values)
    return found(Part.MODEL, State.ATTENTION, "shapeless", **values)


def of_budget(month: Spent, limits: Limits) -> Finding:
    """What the language model took this month, beside what it may take."""
    values = {"tokens": month.tokens, "cost": f"{month.cost:.2f}"}
    if limits.monthly_cost and not (limits.price_in or limits.price_out):
        return found(Part.BUDGET, State.ATTENTION, "no_price")
    if limits.month_is_spent(month):
        return found(Part.BUDGET, State.ATTENTION, "spent", **values)
    return found(Part.BUDGET, State.OK, "ok", **values)
