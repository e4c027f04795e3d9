"""What the language model took, for a person and for a program."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from coaching.usage import Spent
from storage.usage import DayUsage


def this_month() -> date:
    """A day of this month, in UTC."""
    return datetime.now(UTC).date()


def as_text(days: Sequence[DayUsage], month: date) -> str:
    """A line for each day and errand, and one for the month."""
    rows = [("day", "errand", "calls", "tokens in", "tokens out", "euro")]
    rows += [(f"{each.day}", each.errand, *_figures(each.spent)) for each in days]
    rows.append((f"{month:%Y-%m}", "all", *_figures(_sum(days))))
    wide = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        f"{day:{wide[0]}}  {errand:{wide[1]}}  " + "  ".join(map(str.rjust, figures, wide[2:]))
        for day, errand, *figures in rows
    )


def as_object(days: Sequence[DayUsage], month: date) -> str:
    """The same for programs."""
    listed = [{"day": str(each.day), "errand": each.errand, **_named(each.spent)} for each in days]
    return json.dumps({"month": f"{month:%Y-%m}", "days": listed, "total": _named(_sum(days))})


def _sum(days: Sequence[DayUsage]) -> Spent:
    return sum((each.spent for each in days), Spent())


def _figures(spent: Spent) -> tuple[str, str, str, str]:
    return str(spent.calls), str(spent.tokens_in), str(spent.tokens_out), f"{spent.cost:.4f}"


def _named(spent: Spent) -> dict[str, Any]:
    return {
        "calls": spent.calls,
        "tokens_in": spent.tokens_in,
        "tokens_out": spent.tokens_out,
        "cost": round(spent.cost, 6),
    }
