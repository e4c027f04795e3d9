"""Reading an uploaded file in a process of its own, which is ended where it takes too long or too much."""

import json
import os
import subprocess
import sys

from coaching.desk.articles import Section
from journey.errors import CoachError

#: Seconds by the clock.
PATIENCE = 40.0


def parsed(kind: str, content: bytes, patience: float = PATIENCE) -> tuple[Section, ...]:
    """The sections of a file of this kind. CoachError "articles.…" where it can't be read."""
    try:
        done = subprocess.run(  # noqa: S603  (our own program; `kind` is one of four words)
            [sys.executable, "-m", "knowledge.uploads.child", kind],
            input=content,
            capture_output=True,
            timeout=patience,
            check=False,
            env=_nothing(),
        )
    except subprocess.TimeoutExpired as error:
        raise CoachError("articles.too_much") from error
    if done.returncode != 0:
        raise CoachError("articles.too_much")
    answer = json.loads(done.stdout)
    if problem := answer.get("problem"):
        raise CoachError(problem)
    return tuple(Section.model_validate(section) for section in answer["sections"])


def _nothing() -> dict[str, str]:
    """The environment of that process: no tokens, keys or addresses."""
    return {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONDONTWRITEBYTECODE": "1"}
