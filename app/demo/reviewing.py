"""What the coaches of the demo do with some of the talks, through the same desk as everybody."""

from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict

from app.demo.talking import key_of
from app.wiring import Parts
from coaching.desk.records import Opened
from coaching.desk.staff import MAIN_AGENCY, Reader, Role

_FILE = Path(__file__).parent / "reviews.yaml"


class Review(BaseModel):
    """One thing that the coach `by` does with the talk of `owner`; `message` and `text` where it needs them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    owner: str
    by: str
    does: Literal[
        "read", "note", "tag", "approve", "ask_changes", "ask", "take_over", "write", "hand_back", "assign", "close"
    ]
    message: int | None = None
    text: str = ""


def reviews() -> tuple[Review, ...]:
    """All of them, in order."""
    return tuple(Review.model_validate(each) for each in yaml.safe_load(_FILE.read_text(encoding="utf-8")))


class Reviewing:
    """Works as `coaches`, whose names are given by code."""

    def __init__(self, parts: Parts, coaches: dict[str, str]) -> None:
        self._parts = parts
        self._readers = {
            code: Reader(agency=MAIN_AGENCY, code=code, name=name, role=Role.LEAD) for code, name in coaches.items()
        }

    def work(self, review: Review) -> None:
        """Does it; nothing where the talk is no longer there."""
        reader = self._readers[review.by]
        opened = self._parts.desk.opened(reader, self._parts.conversations.open(key_of(review.owner)).id)
        if opened is not None:
            self._do(reader, opened, review)

    def _do(self, reader: Reader, opened: Opened, review: Review) -> None:
        talk = opened.head.id
        if review.does == "read":
            self._parts.desk.read(reader, talk, opened.head.messages)
        elif review.does == "note":
            self._parts.reviews.note(reader, talk, review.text, message=review.message)
        elif review.does == "tag" and review.message:
            self._parts.reviews.tag(reader, talk, review.message, review.text)
        else:
            said: tuple[Any, ...] = (review.text,) if review.text else ()
            getattr(self._parts.acting, review.does)(reader, talk, opened.revision, *said)
