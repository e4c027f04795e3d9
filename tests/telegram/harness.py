"""The real bot against the fake Bot API, for tests that talk as owners.

    with FakeTelegram() as api, running(api, coach, stores) as bot:
        owner = Owner(api, bot, 7)
        owner.sends({"text": "hallo"})     # the same lines as `journey-coach chat --json`; gives the replies to it

`coach` is anything with `take`: the real one, or `ScriptedCoach` for tests of the edge itself.
"""

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.bursts import Quiet
from bot.door import Asking
from bot.pace import Limits
from bot.ports import Stores, TakesTurns, Unwatched, Watches
from bot.running import Edge, serve
from bot.speech import Transcribes
from bot.updates import OWNERS, owner_key
from bot.webhook import Hook
from coaching.message import Button, Message, Reply
from coaching.ports import Conversations
from coaching.records import Outgoing, Turn
from journey.errors import CoachError
from storage.conversations import DatabaseConversations
from storage.engine import open_database
from storage.inbox import DatabaseInbox
from storage.leases import SharedLeases, SoleLeases
from storage.outbox import DatabaseOutbox
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.fake_records import Sent

#: As fast as it goes, for tests that are not about the pace.
UNLIMITED = Limits(bot=100_000, chat=100_000)

Says = Callable[[str, Message, int], Sequence[Reply]]


def echo(owner: str, message: Message, number: int) -> Sequence[Reply]:
    """Says back what was said, with the number of the owner's message; of a burst each by itself."""
    buttons = ((Button(label="Ja", payload="answer:x:yes"),),)
    said = [" ".join(filter(None, (message.kind.value, message.media, part))) for part in message.parts]
    return tuple(Reply(text=f"{n}: {text}", buttons=buttons) for n, text in enumerate(said, number))


@dataclass(frozen=True)
class Worked:
    """What came of a turn."""

    outgoing: tuple[Outgoing, ...]


class ScriptedCoach:
    """A coach without knowledge that keeps its turns as the real one does. `taken` are the messages it worked."""

    def __init__(self, conversations: Conversations, says: Says = echo) -> None:
        self._conversations = conversations
        self._says = says
        self.taken: list[tuple[str, Message]] = []

    def take(self, owner: str, message: Message, *arrivals: int, drafts: object = None) -> Worked:
        conversation = self._conversations.open(owner)
        replies = tuple(self._says(owner, message, conversation.messages // 2 + 1))
        self.taken.append((owner, message))
        turn = Turn(
            conversation=conversation,
            message=message,
            state=conversation.state,
            profile=conversation.profile,
            replies=replies,
            arrivals=arrivals,
        )
        return Worked(self._conversations.record(turn))


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as place:
        return int(place.getsockname()[1])


def stores_in(folder: Path, url: str = "") -> Stores:
    """All that is kept, in a real SQLite file or at the PostgreSQL `url`."""
    database = open_database(folder, url)
    leases = SoleLeases if database.alone else SharedLeases
    return Stores(
        DatabaseConversations(database), DatabaseInbox(database), DatabaseOutbox(database), leases(database, OWNERS)
    )


@dataclass
class Running:
    """A bot that runs in a thread."""

    stores: Stores
    errors: list[BaseException] = field(default_factory=list)

    def settled(self, chat: int, update: int) -> bool:
        """Whether this update of a chat is worked and everything for its owner sent."""
        newest, owner = self.stores.inbox.newest(), owner_key(chat)
        came = newest is not None and newest >= update
        return came and not self.stores.inbox.unworked(owner) and not self.stores.conversations.unsent(owner)


@contextmanager
def running(
    api: FakeTelegram,
    coach: TakesTurns,
    stores: Stores,
    grace: float = 3.0,
    limits: Limits = UNLIMITED,
    hook: Hook | None = None,
    watches: Watches | None = None,
    quiet: Quiet | None = None,
    speech: Transcribes | None = None,
    asking: Asking | None = None,
) -> Iterator[Running]:
    """The real bot, in a thread with a loop of its own, until the block ends. What stopped it is raised then."""
    loop, stop = asyncio.new_event_loop(), asyncio.Event()
    bot = Running(stores)
    heard: dict[str, Any] = {"watches": watches or Unwatched(), "quiet": quiet, "speech": speech, "asking": asking}
    edge = Edge(api.token, api.url, coach, stores, long_poll=2, grace=grace, limits=limits, hook=hook, **heard)

    def run() -> None:
        try:
            with asyncio.Runner(loop_factory=lambda: loop) as runner:
                runner.run(serve(edge, stop))
        except CoachError as error:
            bot.errors.append(error)

    thread = threading.Thread(target=run, name="bot")
    thread.start()
    try:
        yield bot
    finally:
        if thread.is_alive():
            loop.call_soon_threadsafe(stop.set)
        thread.join(30)
    assert not thread.is_alive(), "the bot did not stop"
    if bot.errors:
        raise bot.errors[0]


@dataclass
class Owner:
    """Somebody who talks with the bot, message by message."""

    api: FakeTelegram
    bot: Running
    chat: int
    timeout: float = 60.0

    def sends(self, line: dict[str, str]) -> list[Sent]:
        """One line as `journey-coach chat --json` takes it; what answers it, when all is worked and sent."""
        before = len(self.api.replies(self.chat))
        update = self._sent(line)
        self.api.wait(lambda: self.bot.settled(self.chat, update), self.timeout)
        return self.api.replies(self.chat)[before:]

    def answers(self, line: dict[str, str]) -> list[dict[str, Any]]:
        """The same, in the shape of the chat protocol's "messages"."""
        return [as_message(sent) for sent in self.sends(line)]

    def _sent(self, line: dict[str, str]) -> int:
        if "button" in line:
            return self.api.press(self.chat, line["button"])
        if "media" in line:
            return self.api.show(self.chat, line["media"], line.get("caption", ""))
        return self.api.say(self.chat, line.get("text") or line["command"])


def as_message(sent: Sent) -> dict[str, Any]:
    """A message of the bot as the chat protocol shows it."""
    buttons = [[{"label": label, "payload": payload} for label, payload in row] for row in sent.buttons]
    shown: dict[str, Any] = {"text": sent.text, "buttons": buttons}
    if sent.document:
        shown["document"] = {"name": sent.document[0], "content": sent.document[1]}
    return shown
