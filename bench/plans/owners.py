"""The invented owners of the bench as profiles."""

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from journey.profile import EmailList, Fact, FactValue, GoalFact, Limits, Profile, ProfileField
from prompts.reading import from_yaml

OWNERS = Path(__file__).parent / "owners.yaml"
_MADE_OF = {ProfileField.CONSTRAINTS: Limits, ProfileField.EMAIL_LIST: EmailList, ProfileField.GOAL: GoalFact}


class Owner(BaseModel):
    """One owner of the bench: a key and what this owner told."""

    model_config = ConfigDict(frozen=True)

    key: str
    profile: Profile


def owners() -> list[Owner]:
    """Every owner of `owners.yaml`."""
    rows = from_yaml(OWNERS.read_text(encoding="utf-8"))
    return [Owner(key=row["key"], profile=profile_of(row["facts"])) for row in rows]


def profile_of(facts: dict[str, Any]) -> Profile:
    """A profile in which all of `facts` was told."""
    told = {ProfileField(name): value for name, value in facts.items()}
    return Profile(facts={field: Fact(value=_value(field, value)) for field, value in told.items()})


def _value(field: ProfileField, value: Any) -> FactValue:
    if isinstance(value, dict):
        return _MADE_OF[field].model_validate(value)
    if isinstance(value, list):
        return tuple(value)
    return GoalFact(text=value) if field is ProfileField.GOAL else str(value)
