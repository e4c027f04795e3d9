"""What the desk needs from the world. Every method takes the reader: outside their agency nothing exists."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from coaching.desk.insights import AskedBack, Chosen, Effort, FunnelStep, PoorAnswer
from coaching.desk.records import (
    EVERY,
    Act,
    AuditEntry,
    Change,
    Choices,
    ConversationFilter,
    DeskLine,
    Hit,
    Listed,
    Opened,
    Page,
    Status,
)
from coaching.desk.staff import Account, Reader, Role

#: Conversations, hits or entries on a page.
ON_A_PAGE = 50


class StaleReviewError(Exception):
    """The conversation changed since the coach saw it: nothing was written; show both."""


class UnknownConversationError(Exception):
    """There is no such conversation (in this agency): nothing was written."""


class Desk(Protocol):
    """Conversations as coaches read them."""

    def listed(
        self, reader: Reader, which: ConversationFilter, after: str = "", limit: int = ON_A_PAGE
    ) -> Page[Listed]:
        """Conversations that fit, the most recently active first; `after` is a page's `following` (what isn't one
        begins at the beginning)."""
        ...

    def counts(self, reader: Reader) -> dict[Status, int]:
        """How many conversations have each status; every status is in it."""
        ...

    def choices(self, reader: Reader) -> Choices:
        """What can be filtered by."""
        ...

    def coaches(self, reader: Reader) -> tuple[tuple[str, str], ...]:
        """Code and name of the coaches at work in this agency, by name."""
        ...

    def search(
        self,
        reader: Reader,
        words: str,
        which: ConversationFilter = EVERY,
        after: str = "",
        limit: int = ON_A_PAGE,
    ) -> Page[Hit]:
        """Messages in which all of `words` occur, whatever their accents and case, in the conversations that fit;
        newest conversation first, and the newest message first in each. A search that takes long hands over what it
        has: fewer than `limit`, or none, with a `following` that looks further back."""
        ...

    def opened(self, reader: Reader, conversation: str) -> Opened | None:
        """One conversation by its id, whole; None where there is none."""
        ...

    def lines(self, reader: Reader, conversation: str, after: int) -> tuple[DeskLine, ...]:
        """Its messages with a higher number than `after`; none where there is no such conversation."""
        ...

    def mark(self, reader: Reader, conversation: str) -> str | None:
        """Differs whenever something but the messages does that coaches see of it; None where there is none: cheap, for
        pages that look for news."""
        ...

    def read(self, reader: Reader, conversation: str, message: int) -> None:
        """This reader has seen everything up to `message`; never goes back."""
        ...


class Reviews(Protocol):
    """What coaches do with a conversation. Each is one transaction with its entry in the audit log; where there is no
    such conversation it is an UnknownConversationError."""

    def record(self, reader: Reader, change: Change) -> int:
        """Stores a change whole, its replies in the outbox as this coach's, and gives the new revision.
        StaleReviewError where the revision is no longer the one seen. A turn of the bot that is under way begins
        anew."""
        ...

    def note(
        self,
        reader: Reader,
        conversation: str,
        text: str,
        message: int | None = None,
        version: int | None = None,
        place: str = "",
    ) -> int:
        """A private note; gives its id."""
        ...

    def remove_note(self, reader: Reader, conversation: str, note: int) -> bool:
        """Removes a note of this reader's own, or of anybody's for who leads; False where there is none."""
        ...

    def tag(self, reader: Reader, conversation: str, message: int, name: str) -> None:
        """Puts a tag on a message; once is enough."""
        ...

    def untag(self, reader: Reader, conversation: str, message: int, name: str) -> None:
        """Takes it off."""
        ...

    def erase(self, reader: Reader, conversation: str) -> None:
        """Erases a conversation with everything that belongs to it, and its owner where it was the last. The audit log
        keeps that it happened."""
        ...


class Insight(Protocol):
    """What the conversations of an agency show together; `since` leaves out those that began before that day."""

    def funnel(self, reader: Reader, since: date | None = None) -> tuple[FunnelStep, ...]:
        """What became of each question, in the order of asking."""
        ...

    def effort(self, reader: Reader, since: date | None = None) -> Effort:
        """What a plan takes of owners."""
        ...

    def asked_back(self, reader: Reader, since: date | None = None) -> tuple[AskedBack, ...]:
        """What owners ask back, the most frequent first."""
        ...

    def poor_answers(self, reader: Reader, since: date | None = None, limit: int = ON_A_PAGE) -> tuple[PoorAnswer, ...]:
        """Questions answered poorly, the newest first."""
        ...

    def chosen(self, reader: Reader, since: date | None = None) -> Chosen:
        """Channels and journey models, the most frequent first."""
        ...


class Audit(Protocol):
    """Who saw, changed, exported and deleted what."""

    def add(self, reader: Reader, act: Act, conversation: str = "", detail: str = "") -> None:
        """An entry; looking at the same conversation again within the hour, or searching again, adds none."""
        ...

    def by_operator(self, act: Act, conversation: str, detail: str = "") -> None:
        """An entry of the operator at the command line, in the log of the agency whose conversation this is."""
        ...

    def entries(
        self,
        reader: Reader,
        coach: str = "",
        act: Act | None = None,
        conversation: str = "",
        after: str = "",
        limit: int = ON_A_PAGE,
    ) -> Page[AuditEntry]:
        """Entries of this agency that fit, the newest first."""
        ...


class Staff(Protocol):
    """The accounts of coaches. Invitations and passwords come in hashed."""

    def account(self, code: str) -> Account | None:
        """The account with this code, whatever its agency: for logging in and for each request of a session."""
        ...

    def all(self, reader: Reader) -> tuple[Account, ...]:
        """Every account of the reader's agency, by name."""
        ...

    def invite(self, agency: str, code: str, name: str, role: Role, invitation: str, until: datetime) -> bool:
        """Adds a coach, or invites one of this agency anew (who keeps the old password until the invitation is taken);
        False where the code is another agency's."""
        ...

    def invited(self, invitation: str) -> Account | None:
        """Whose open invitation this is; None where there is none, or no longer."""
        ...

    def accept(self, invitation: str, password: str) -> Account | None:
        """Takes an invitation, once: the account has this password and every other session ends."""
        ...

    def change_password(self, code: str, password: str) -> None:
        """Gives an account another password; every other session ends."""
        ...

    def set_role(self, reader: Reader, code: str, role: Role) -> bool:
        """Gives a coach of the reader's agency another role; False where there is none."""
        ...

    def set_active(self, reader: Reader, code: str, active: bool) -> bool:
        """Lets a coach of the reader's agency in, or out at once; False where there is none."""
        ...

    def set_language(self, code: str, language: str) -> None:
        """The language of the console for this coach."""
        ...


class Agencies(Protocol):
    """Agencies, for the operator."""

    def all(self) -> Sequence[tuple[str, str]]:
        """Key and name of each."""
        ...

    def add(self, key: str, name: str) -> None:
        """An agency; one that is there gets the name."""
        ...
