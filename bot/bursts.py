"""Messages sent in a burst: what an owner writes in one go is answered once (docs/decisions/0040-bursts.md)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby

from telegram import Bot, Update

from bot.updates import album_of, is_words, message_of, update_of
from coaching.message import Message
from coaching.records import Arrival


@dataclass(frozen=True)
class Came:
    """Something that came in, as it was kept and as it is read; None where it can't be read."""

    arrival: Arrival
    update: Update | None


Burst = tuple[Came, ...]

#: A message that goes on: it ends with a comma, a dash, dots, or a word that never stands last.
_CUT = re.compile(
    r"(?:[,:;&+–—-]|\.\.+|…|\b(?:en|of|maar|want|dus|omdat|dat|die|de|het|een|met|voor|van|in|op|te|om|bij|als|ook|"
    r"and|or|but|because|so|that|the|a|an|with|for|of|to|at|if|also|my|mijn|onze|our))\s*$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?)]\s*$")


@dataclass(frozen=True)
class Quiet:
    """Seconds of silence after which a message is answered: one that ends as a sentence does, one that may go on, and
    one that is cut in the middle of a thought; and how long a burst may last at most."""

    ended: float = 0.5
    open: float = 1.0
    cut: float = 2.0
    longest: float = 5.0

    def after(self, text: str) -> float:
        """How long to wait after `text` for more."""
        return self.cut if _CUT.search(text) else self.ended if _ENDED.search(text) else self.open


def _now() -> datetime:
    return datetime.now(UTC)


class Bursts:
    """Finds the bursts in what waits for an owner. Without a `quiet` every message is one of its own."""

    def __init__(self, bot: Bot, quiet: Quiet | None, now: Callable[[], datetime] = _now) -> None:
        self._bot = bot
        self._quiet = quiet
        self._now = now

    def of(self, arrivals: Sequence[Arrival]) -> list[Burst]:
        """`arrivals` in bursts: words that lie together are one, and so are the pictures of an album; a command, a tap
        and all else stand alone."""
        came = [Came(arrival, update_of(arrival, self._bot)) for arrival in arrivals]
        if self._quiet is None:
            return [(one,) for one in came]
        return [tuple(group) for _, group in groupby(came, _kind)]

    def pause(self, burst: Burst) -> float:
        """Seconds to wait for more, from now; none where the owner was quiet for long enough, or wrote for too long."""
        last, first = burst[-1], burst[0].arrival.at
        if self._quiet is None or last.arrival.at is None or first is None or _kind(last) == last.arrival.id:
            return 0.0
        text = (last.update and last.update.message and last.update.message.text) or ""
        now, wait = self._now(), self._quiet.after(text)
        silent, since = (now - last.arrival.at).total_seconds(), (now - first).total_seconds()
        return max(0.0, min(wait - max(silent, 0.0), self._quiet.longest - max(since, 0.0)))


def said_in(burst: Burst) -> Message | None:
    """What a burst says to the coach, as one message; None where it needs no turn, or is an edit."""
    messages = [message for came in burst if came.update and (message := message_of(came.update))]
    if not messages:
        return None
    return messages[-1].model_copy(update={"before": tuple(message.text for message in messages[:-1])})


def _kind(came: Came) -> str | int:
    """The same for those that belong to one burst."""
    update = came.update
    if update and is_words(update):
        return "words"
    return (update and album_of(update)) or came.arrival.id
