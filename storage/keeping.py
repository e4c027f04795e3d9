"""What is done to the database beside the turns: words are indexed, insight is counted, what is too old is erased at
night, and what was erased is overwritten."""

from collections.abc import Callable
from datetime import date, datetime

from storage.clock import now_in_utc
from storage.desk.day_counts import count_anew
from storage.desk.erasing import Forgets, Retention, no_files
from storage.desk.forgetting import forget_traces
from storage.desk.words import catch_up
from storage.engine import Database

#: Hours (UTC) in which old conversations are erased: few owners write then.
_NIGHT = range(1, 5)
#: Conversations that are indexed at a time.
_MANY = 5_000
#: Seconds for overwriting what was erased, each time.
_AT_MOST = 5.0


class Keeping:
    """Keeps the house. `days` after their last message, conversations are erased; 0 keeps them."""

    def __init__(
        self,
        database: Database,
        days: int = 0,
        now: Callable[[], datetime] = now_in_utc,
        forgets: Forgets = no_files,
    ) -> None:
        self._database = database
        self._retention = Retention(database, days, now, forgets)
        self._now = now
        self._swept: date | None = None

    def tidy(self) -> None:
        """Does what is due: to be called every minute or so. The first time it erases whatever the hour."""
        now = self._now()
        catch_up(self._database, _MANY)
        count_anew(self._database, now)
        forget_traces(self._database, _AT_MOST)
        if self._swept is None or (now.hour in _NIGHT and self._swept != now.date()):
            self.sweep()

    def sweep(self) -> int:
        """Erases what is too old, now; how many conversations that were."""
        self._swept = self._now().date()
        erased = self._retention.sweep()
        forget_traces(self._database)
        return erased
