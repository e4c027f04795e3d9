"""What a language model is asked: an errand with its prompt, and the port that takes it there.

The model has no tools and decides nothing: whatever it gives is checked by whoever asked, and where it gives nothing
the coach goes on as if there were none.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar

from pydantic import BaseModel

Shape = TypeVar("Shape", bound=BaseModel)


class Errand(StrEnum):
    """What a language model can be used for; each can be switched off by itself (LLM_ERRANDS)."""

    UNDERSTANDING = "understanding"  # facts and intent from a message
    REPHRASING = "rephrasing"  # a question in the tone of the talk
    THEORY = "theory"  # answers from passages
    PLAN = "plan"  # a plan in the owner's voice
    EDITING = "editing"  # a plan changed by free instruction


@dataclass(frozen=True)
class Prompt:
    """What is sent: `system` is ours alone; `data` holds the words of owners and passages between delimiters."""

    errand: Errand
    system: str
    data: str


class LanguageModel(Protocol):
    """A language model of the operator's choice. Nothing here raises for what a model, its server or the line does:
    None is the answer to a fault, a refusal, a spent budget, a deadline that passed or an errand switched off."""

    def does(self, errand: Errand) -> bool:
        """Whether this errand is switched on."""
        ...

    def turn(self, owner: str) -> AbstractContextManager[None]:
        """All that is asked inside is one turn of this owner: one deadline for all of it, and the owner's budget. What
        is asked in other threads takes the context along (`contextvars.copy_context`)."""
        ...

    def proposed(self, prompt: Prompt, shape: type[Shape]) -> Shape | None:
        """What the model fills in for `shape`."""
        ...

    def written(self, prompt: Prompt, heard: Callable[[str], None] | None = None) -> str | None:
        """What the model writes; `heard` is called with all that is written so far, each time more comes in."""
        ...
