"""A console over a real database, for tests that visit its pages as coaches do, or as strangers would."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from limits import parse
from starlette.testclient import TestClient

from app.console import parts_of
from app.settings import Settings
from app.wiring import Parts
from coaching.desk.records import Opened
from coaching.desk.staff import Reader, Role
from coaching.message import Message, MessageKind, Reply
from coaching.records import Turn
from console.application import application
from console.guarding.attempts import Attempts
from console.guarding.passwords import hashed
from console.invitations import kept
from console.parts import Place
from storage.engine import DATABASE
from tests.sqlite import new_database

URL = "http://127.0.0.1:8090"
PASSWORD = "vier losse woorden hier"
#: So hashed once for all tests: it is slow on purpose.
_HASH = hashed(PASSWORD)

MIEKE = Reader(agency="main", code="mieke", name="Mieke Claes")
JO = Reader(agency="main", code="jo", name="Jo Peeters", role=Role.LEAD)
OLGA = Reader(agency="main", code="olga", name="Olga Smet", role=Role.OPERATOR)
SVEN = Reader(agency="noord", code="sven", name="Sven Dekker", role=Role.OPERATOR)


@dataclass
class Office:
    """The console with four coaches, one of them of another agency."""

    folder: Path
    attempts: Attempts = field(default_factory=lambda: Attempts(parse("1000 per minute"), parse("1000 per minute")))
    given: dict[str, Any] = field(default_factory=dict)  # settings but for the folder

    def __post_init__(self) -> None:
        kept_from_before = (self.folder / DATABASE).exists()
        folder = self.folder if kept_from_before else new_database(self.folder)
        self.parts = Parts(Settings(data_dir=folder, **self.given))
        self.parts.agencies.add("noord", "Noord")
        for reader in (MIEKE, JO, OLGA, SVEN):
            self.adds(reader)
        self.app = application(parts_of(self.parts), Place(URL, "s" * 40), self.attempts)

    def adds(self, reader: Reader) -> None:
        """A coach who has taken the invitation."""
        soon = datetime.now(UTC) + timedelta(days=1)
        self.parts.staff.invite(reader.agency, reader.code, reader.name, reader.role, kept(reader.code), soon)
        self.parts.staff.accept(kept(reader.code), _HASH)

    def says(self, owner: str = "noor", words: str = "hallo", **more: Any) -> str:
        """A turn of an owner; the id of the conversation."""
        conversation = self.parts.conversations.open(owner)
        values: dict[str, Any] = {
            "state": conversation.state.but(welcomed=True),
            "profile": conversation.profile,
            "replies": (Reply(text="Dag!"),),
        }
        message = more.pop("message", None) or Message(kind=MessageKind.TEXT, text=words)
        self.parts.conversations.record(Turn(conversation=conversation, message=message, **{**values, **more}))
        return conversation.id

    def opened(self, conversation: str, reader: Reader = MIEKE) -> Opened:
        """The conversation as it stands."""
        found = self.parts.desk.opened(reader, conversation)
        assert found is not None
        return found

    def stranger(self) -> "Browser":
        """Somebody who isn't signed in."""
        return Browser(TestClient(self.app, base_url=URL, follow_redirects=False, raise_server_exceptions=True))

    def signed_in(self, reader: Reader = MIEKE) -> "Browser":
        """A coach at work."""
        browser = self.stranger()
        answer = browser.sends("/sign-in", code=reader.code, password=PASSWORD)
        assert answer.headers["location"] == "/conversations", answer.text
        return browser


class Browser:
    """Gets pages and sends forms, with the token that stands in the page before."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self._token = ""

    def gets(self, path: str, status: int = 200, headers: dict[str, str] | None = None) -> str:
        """The text of a page."""
        answer = self.client.get(path, headers=headers)
        assert answer.status_code == status, (answer.status_code, answer.text[:2000])
        if found := re.search(r'name="csrf" value="([^"]+)"', answer.text):
            self._token = found[1]
        return answer.text

    def sends(self, path: str, /, file: tuple[str, bytes] | None = None, **form: Any) -> Any:
        """The answer to a form, perhaps with a file: its name and content."""
        self.gets("/sign-in")
        return self.client.post(path, data={"csrf": self._token, **form}, files={"file": file} if file else None)

    def acts(self, path: str, status: int = 303, /, **form: Any) -> str:
        """A form that ends in another page: the text of that page."""
        answer = self.sends(path, **form)
        assert answer.status_code == status, (answer.status_code, answer.text[:2000])
        return self.gets(answer.headers["location"].partition("#")[0]) if status == 303 else str(answer.text)
