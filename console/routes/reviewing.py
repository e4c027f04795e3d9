"""What a coach puts beside a conversation, for coaches alone: notes and tags, and who sees to it."""

from typing import Annotated

from fastapi import APIRouter, Form, Response

from console.doing import Change, opened_by
from console.given import Id, Number, Place, Short, Tag, Words
from console.visiting import Coach, Lead

router = APIRouter(prefix="/conversations/{conversation}")
_Number = Annotated[Number | None, Form()]


@router.post("/notes")
def note(
    visit: Coach,
    conversation: Id,
    text: Words = "",
    message: _Number = None,
    version: _Number = None,
    place: Place = "",
) -> Response:
    """A private note on a message, on a line of the plan or on the whole."""
    if text.strip():
        visit.parts.reviews.note(visit.reader, conversation, text.strip(), message, version, place)
    return visit.go(f"/conversations/{conversation}{_place(message, version, place)}")


@router.post("/notes/{number}/remove")
def remove_note(
    visit: Coach,
    conversation: Id,
    number: Number,
    message: _Number = None,
    version: _Number = None,
    place: Place = "",
) -> Response:
    """Removes a note from where it stands."""
    visit.parts.reviews.remove_note(visit.reader, conversation, number)
    return visit.go(f"/conversations/{conversation}{_place(message, version, place)}")


@router.post("/messages/{number}/tag")
def tag(visit: Coach, conversation: Id, number: Number, name: Tag = "") -> Response:
    """A tag on a message."""
    if name.strip():
        visit.parts.reviews.tag(visit.reader, conversation, number, name.strip().lower())
    return visit.go(f"/conversations/{conversation}#m{number}")


@router.post("/messages/{number}/untag")
def untag(visit: Coach, conversation: Id, number: Number, name: Tag = "") -> Response:
    """Takes a tag off."""
    visit.parts.reviews.untag(visit.reader, conversation, number, name)
    return visit.go(f"/conversations/{conversation}#m{number}")


@router.post("/assign")
def assign(doing: Change, code: Short = "") -> Response:
    """Gives a conversation to a coach, or to nobody."""
    act = doing.visit.parts.acting.assign
    return doing.do(act, code, did="did.assigned", now=lambda now: now.head.assignee_name, code=code)


@router.get("/erase")
def ask_to_erase(visit: Lead, conversation: Id) -> Response:
    """Asks once."""
    return visit.show("erase.html", opened=opened_by(visit, conversation))


@router.post("/erase")
def erase(visit: Lead, conversation: Id) -> Response:
    """Erases a conversation, with everything that belongs to it."""
    visit.parts.reviews.erase(visit.reader, conversation)
    return visit.go("/conversations", "did.erased")


def _place(message: int | None, version: int | None, place: str) -> str:
    if message is not None:
        return f"#m{message}"
    return f"?pane=plan&version={version}#p-{place.replace('.', '-')}" if version is not None else "?pane=review#beside"
