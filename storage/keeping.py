"""What is done to the database beside the turns: words are indexed, and what is too old is erased at night."""

from collections.abc import Callable
from datetime import date, datetime

from storage.clock import now_in_utc
from storage.desk.erasing import Retention
from storage.desk.words import catch_up
from storage.engine import Database

#: Hours (UTC) in which old conversations are erased: few owners write then.
_NIGHT = range(1, 5)
#: Conversations that are indexed at a time.
_MANY = 5_000


class Keeping:
    """Keeps the house. `days` after their last message, conversations are erased; 0 keeps them."""

    def __init__(self, database: Database, days: int = 0, now: Callable[[], datetime] = now_in_utc) -> None:
        self._database = database
        self._retention = Retention(database, days, now)
        self._now = now
        self._swept: date | None = None

    def tidy(self) -> None:
        """Does what is due: to be called every minute or so. The first time it erases whatever the hour."""
        catch_up(self._database, _MANY)
        now = self._now()
        if self._swept is None or (now.hour in _NIGHT and self._swept != now.date()):
            self.sweep()

    def sweep(self) -> int:
        """Erases what is too old, now; how many conversations that were."""
        self._swept = self._now().date()
        return self._retention.sweep()
