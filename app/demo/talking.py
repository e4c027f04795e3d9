"""An owner's talk with the bot: every message goes the way a message of anybody goes."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from random import Random

from app.demo.owners import Owner
from coaching.coach import Answer, Coach
from coaching.message import Message, MessageKind
from coaching.ports import Conversations

#: Messages after which a talk without a plan is left as it is.
_PATIENCE = 40
_SKIP = {"nl": "sla over", "en": "skip"}
#: What is said more than once, where it is asked more than once.
_AGAIN = {"nl": {"confirm": "ja klopt", "model": "kies jij maar"}, "en": {"confirm": "yes", "model": "you choose"}}


class Clock:
    """Stands where it is put."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """What time it is."""
        return self.at


class Talking:
    """Lets owners talk; `clock` is the one that conversations are stored by."""

    def __init__(self, coach: Coach, conversations: Conversations, clock: Clock, now: Callable[[], datetime]) -> None:
        self._coach = coach
        self._conversations = conversations
        self._clock = clock
        self._now = now

    def talk(self, owner: Owner) -> None:
        """The whole talk, begun as many days ago as the owner's card says."""
        pace = Random(owner.name)
        began = self._now() - timedelta(days=owner.days, minutes=pace.randint(45, 400))
        self._clock.at = began
        for message in self._messages(owner):
            self._clock.at = min(self._now(), self._clock.at + timedelta(seconds=pace.randint(20, 150)))
            self._last = self._coach.take(key_of(owner.name), message)
            self._conversations.mark_sent([out.id for out in self._last.outgoing])

    def _messages(self, owner: Owner) -> Iterator[Message]:
        yield Message(kind=MessageKind.COMMAND, text=f"/start {owner.coach}".strip())
        yield from map(_said, owner.opens)
        answered: set[str] = set()
        for _ in range(_PATIENCE):
            asked = self._last.state.open
            if self._last.plan or asked == owner.stops:
                break
            yield _said(_answer(owner, asked, answered))
            answered.add(asked)
        yield from map(_said, owner.then if self._last.plan else ())

    _last: Answer


def key_of(name: str) -> str:
    """The key under which the talk of a demo owner is kept; no medium delivers to it."""
    return f"demo:{name}"


def is_there(conversations: Conversations, owner: Owner) -> bool:
    """Whether this owner has talked already."""
    return conversations.open(key_of(owner.name)).messages > 0


def _said(text: str) -> Message:
    return Message(kind=MessageKind.TEXT, text=text)


def _answer(owner: Owner, asked: str, answered: set[str]) -> str:
    again = _AGAIN[owner.language]
    if asked in again:
        return again[asked]
    return owner.answers[asked] if asked in owner.answers and asked not in answered else _SKIP[owner.language]
