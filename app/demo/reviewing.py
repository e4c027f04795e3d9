"""What the coaches of the demo do with some of the talks, through the same desk as everybody."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from app.demo.talking import key_of
from app.wiring import Parts
from coaching.desk.records import Opened
from coaching.desk.staff import MAIN_AGENCY, Reader, Role
from prompts.reading import from_yaml

_FILE = Path(__file__).parent / "reviews.yaml"


class Review(BaseModel):
    """One thing that the coach `by` does with the talk of `owner`; `at` are words of the owner's message that it
    stands at, or the path of a line of the plan, `text` what is written."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    owner: str
    by: str
    does: Literal[
        "read",
        "note",
        "tag",
        "edit",
        "approve",
        "ask_changes",
        "ask",
        "take_over",
        "write",
        "hand_back",
        "assign",
        "close",
    ]
    at: str = ""
    text: str = ""


def reviews() -> tuple[Review, ...]:
    """All of them, in order."""
    return tuple(Review.model_validate(each) for each in from_yaml(_FILE.read_text(encoding="utf-8")))


class Reviewing:
    """Works as `coaches`, whose names are given by code."""

    def __init__(self, parts: Parts, coaches: dict[str, str]) -> None:
        self._parts = parts
        self._readers = {
            code: Reader(agency=MAIN_AGENCY, code=code, name=name, role=Role.LEAD) for code, name in coaches.items()
        }

    def work(self, review: Review) -> None:
        """Does it; nothing where the talk is no longer there."""
        reader, owner = self._readers[review.by], key_of(review.owner)
        opened = self._parts.desk.opened(reader, self._parts.conversations.open(owner).id)
        if opened is None:
            return
        self._do(reader, opened, review)
        self._parts.conversations.mark_sent([out.id for out in self._parts.conversations.unsent(owner)])

    def _do(self, reader: Reader, opened: Opened, review: Review) -> None:
        talk, seen = opened.head.id, opened.revision
        acting, reviews = self._parts.acting, self._parts.reviews
        acts: dict[str, Callable[[], object]] = {
            "read": lambda: self._parts.desk.read(reader, talk, opened.head.messages),
            "note": lambda: reviews.note(reader, talk, review.text, message=_message(opened, review.at)),
            "tag": lambda: reviews.tag(reader, talk, _message(opened, review.at) or 1, review.text),
            "edit": lambda: acting.edit_line(reader, talk, seen, review.at, review.text),
            "approve": lambda: acting.approve(reader, talk, seen),
            "ask_changes": lambda: acting.ask_changes(reader, talk, seen, review.text),
            "ask": lambda: acting.ask(reader, talk, seen, review.text),
            "take_over": lambda: acting.take_over(reader, talk, seen),
            "write": lambda: acting.write(reader, talk, seen, review.text),
            "hand_back": lambda: acting.hand_back(reader, talk, seen),
            "assign": lambda: acting.assign(reader, talk, seen, review.text),
            "close": lambda: acting.close(reader, talk, seen),
        }
        acts[review.does]()


def _message(opened: Opened, words: str) -> int | None:
    """The number of the owner's first message with these words; None where there are none, for the whole talk."""
    said = (line.number for line in opened.lines if words and line.sender == "owner" and words in line.text)
    return next(said, None)
