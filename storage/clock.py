"""The clock of the database's rows."""

from datetime import UTC, datetime


def now_in_utc() -> datetime:
    """The time, with its zone."""
    return datetime.now(UTC)
