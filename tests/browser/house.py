"""Everything at once, for a real browser: a bot on the fake Bot API, owners who talk with it, and the console."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

import uvicorn
from limits import parse

from app.console import parts_of
from app.settings import Settings
from app.wiring import Parts
from bot.ports import Stores
from bot.updates import OWNERS, owner_key
from coaching.desk.staff import Role
from console.application import application
from console.guarding.attempts import Attempts
from console.invitations import invited
from console.parts import Place
from journey.profile import as_json
from tests.conversations.player import SCRIPTS, play, script
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.harness import Owner, Running, free_port, running

PASSWORD = "vier losse woorden hier"
COACHES = (("mieke", "Mieke Claes", Role.COACH), ("jo", "Jo Peeters", Role.LEAD), ("olga", "Olga Smet", Role.OPERATOR))


@dataclass
class House:
    """The bot (`parts`, `bot`, `api`) and the console at `url`, each with a database connection of its own."""

    parts: Parts
    desk: Parts
    api: FakeTelegram
    bot: Running
    url: str
    owners: int = 0

    def owner(self) -> "Talker":
        """Somebody new who talks with the bot."""
        self.owners += 1
        return Talker(self, Owner(self.api, self.bot, 100 + self.owners))

    def link(self, code: str, name: str, role: Role, agency: str = "main") -> str:
        """An invitation."""
        return invited(self.desk.staff, agency, code, name, role, self.url)


@dataclass
class Talker:
    """An owner on Telegram."""

    house: House
    person: Owner

    @property
    def conversation(self) -> str:
        """The id of the current talk."""
        return self.house.parts.conversations.open(owner_key(self.person.chat)).id

    @property
    def asking(self) -> str:
        """The question that stands open."""
        return self.house.parts.conversations.open(owner_key(self.person.chat)).state.open

    def at(self, pane: str = "profile") -> str:
        """The path of its page."""
        return f"/conversations/{self.conversation}?pane={pane}"

    def says(self, *texts: str) -> list[str]:
        """Some messages; the answers to the last."""
        answers = [self.person.answers({"text": text}) for text in texts]
        return [str(message["text"]) for message in answers[-1]]

    def hears(self, words: str) -> None:
        """Waits until the bot has sent something with these words in it."""
        self.house.api.wait(lambda: any(words in text for text in self.house.api.texts(self.person.chat)))

    def repeats(self, word: str, times: int) -> None:
        """Sends the word so many times without waiting for answers in between."""
        sent = [self.house.api.say(self.person.chat, f"{word} {number}") for number in range(times)]
        self.house.api.wait(lambda: self.house.bot.settled(self.person.chat, sent[-1]), timeout=60)

    def gets_a_plan(self, name: str) -> None:
        """The whole talk of one of the scripted owners."""
        play(script(next(path for path in SCRIPTS if path.stem == name)), self._sends)

    def _sends(self, message: dict[str, Any]) -> dict[str, Any]:
        messages = self.person.answers(message)
        now = self.house.parts.conversations.open(owner_key(self.person.chat))
        plan = {"version": now.plan.version, "model": now.plan.plan.model} if now.plan else None
        return {"messages": messages, "asking": now.state.asking, "profile": as_json(now.profile), "plan": plan}


@contextmanager
def opened_in(folder: Path) -> Iterator[House]:
    """The house, for as long as the block runs."""
    parts, desk = Parts(Settings(data_dir=folder)), Parts(Settings(data_dir=folder))
    parts.make_ready()
    url = f"http://127.0.0.1:{free_port()}"
    stores = Stores(parts.conversations, parts.inbox, parts.outbox, parts.leases(OWNERS))
    with FakeTelegram() as api, running(api, parts.coach, stores) as bot, serving(desk, url):
        yield House(parts, desk, api, bot, url)


@contextmanager
def serving(desk: Parts, url: str) -> Iterator[None]:
    """The console over these parts, for as long as the block runs."""
    often = Attempts(parse("1000 per minute"), parse("1000 per minute"))
    console = application(parts_of(desk), Place(url, "s" * 40), often)
    config = uvicorn.Config(console, port=int(url.rsplit(":", 1)[1]), log_level="warning", ws="none")
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, name="console")
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(20)
