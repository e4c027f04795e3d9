"""What records are made of."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A record that is checked when it is made and never changes."""

    model_config = ConfigDict(frozen=True)
