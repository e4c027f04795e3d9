"""Owners as cards: what there is to know of somebody's business, and how they tell it."""

from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from prompts.reading import from_yaml

FOLDER = Path(__file__).parent / "owners"


class Saying(BaseModel):
    """One thing an owner says; `first` is what comes before it (a question back, a dodge), `tells` the questions of
    the interview that it answers."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    say: str
    first: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()


class Owner(BaseModel):
    """One card. `answers` holds what is said to each question, `knows` what a person would know afterwards, `never`
    words that must not be taken from the talk; an owner who is `late` answers a question when the next one has been
    put, and says one of these meanwhile; `batch` is the lot of cards it came with."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    who: str
    language: Literal["nl", "en"]
    opening: tuple[Saying, ...]
    answers: dict[str, Saying]
    knows: dict[str, Any]
    never: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    batch: Literal["first", "second"] = "first"
    name: str = Field(default="")

    @field_validator("answers", mode="before")
    @classmethod
    def _short_form(cls, answers: dict[str, Any]) -> dict[str, Any]:
        """An answer that is no more than its words; one that says nothing else tells what it was asked."""
        whole = {key: told if isinstance(told, dict) else {"say": str(told)} for key, told in answers.items()}
        return {key: {"tells": [key], **told} for key, told in whole.items()}


def owners() -> tuple[Owner, ...]:
    """All cards, by the name of their file."""
    return tuple(
        Owner.model_validate(from_yaml(path.read_text(encoding="utf-8"))).model_copy(update={"name": path.stem})
        for path in sorted(FOLDER.glob("*.yaml"))
    )
