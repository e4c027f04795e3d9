"""Doing something to a conversation as the coach saw it, and what is shown where somebody else was first."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Form, Response

from coaching.desk.ports import StaleReviewError
from coaching.desk.records import Opened
from console.errors import GoneError, told
from console.given import Id, Number
from console.visiting import Coach, Visitor
from journey.errors import CoachError

#: What stands in a conversation now, as text.
Shown = Callable[[Opened], str]


@dataclass(frozen=True)
class Doing:
    """One change of a coach who saw the revision `seen`."""

    visit: Visitor
    conversation: str
    seen: int

    def do(
        self, act: Callable[..., object], *given: Any, did: str, then: str = "", now: Shown = lambda _: "", **form: str
    ) -> Response:
        """Back to the conversation (its part `then`), telling `did`. Where it was changed since, nothing is done: what
        stood in the `form` is shown beside what stands there `now`, and can be sent after all. A refusal is told; what
        was typed can be mended, and is still about the revision that was seen."""
        address = f"/conversations/{self.conversation}{then}"
        try:
            act(self.visit.reader, self.conversation, self.seen, *given)
        except StaleReviewError:
            opened = opened_by(self.visit, self.conversation)
            return self.visit.show("conflict.html", 409, opened=opened, now=now(opened), back=address, form=form)
        except CoachError as error:
            return self._refused(told(error, self.visit.words), address, form)
        return self.visit.go(address, did)

    def _refused(self, why: str, address: str, form: dict[str, str]) -> Response:
        if "text" not in form:
            return self.visit.go(address, text=why, kind="bad")
        return self.visit.show("refused.html", 422, seen=self.seen, why=why, back=address, form=form)


def opened_by(visit: Visitor, conversation: str) -> Opened:
    """The conversation; GoneError where this coach's agency has none of that name."""
    opened = visit.parts.desk.opened(visit.reader, conversation)
    if opened is None:
        raise GoneError
    return opened


def _doing(visit: Coach, conversation: Id, seen: Annotated[Number, Form()]) -> Doing:
    return Doing(visit, conversation, seen)


Change = Annotated[Doing, Depends(_doing)]
