"""The invented owners, as owners.yaml holds them."""

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from journey.keys import Language
from prompts.reading import from_yaml

_FILE = Path(__file__).parent / "owners.yaml"
_CARD = frozenset(("name", "language", "days", "coach", "opens", "stops", "then"))


class Owner(BaseModel):
    """What one owner says. `days` ago the talk began; `coach` is the code of the coach whose link was followed;
    `stops` the question at which the owner goes silent, empty for one who goes on to the plan; `then` what is said once
    the plan is there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    language: Language
    days: int = Field(ge=0)
    coach: str = ""
    opens: tuple[str, ...]
    answers: dict[str, str]
    stops: str = ""
    then: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _answers_apart(cls, card: dict[str, Any]) -> dict[str, Any]:
        """On a card, answers stand beside the rest by the question they answer."""
        answers = {key: said for key, said in card.items() if key not in _CARD}
        return {key: told for key, told in card.items() if key in _CARD} | {"answers": answers}


def owners() -> tuple[Owner, ...]:
    """All of them."""
    return tuple(Owner.model_validate(card) for card in from_yaml(_FILE.read_text(encoding="utf-8")))
