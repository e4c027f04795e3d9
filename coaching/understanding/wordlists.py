"""The word lists packaged beside this code."""

from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent / "words"


def load(name: str) -> Any:
    """The list called `name`, as the YAML file holds it."""
    return yaml.safe_load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
