"""Messages heard as the coach hears them: by the rules, and by meaning where the rules may have missed something about
the talk itself."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.settings import Settings
from app.wiring import Parts
from bench.understanding.rows import Row, context_of
from coaching.hearing import Hearing
from coaching.understanding import Understanding
from journey.hearing import Heard
from journey.state import Phase, State
from journey.topics import Topic

_PHASES = {
    Topic.CONFIRM.value: Phase.SUMMARY,
    Topic.MODEL.value: Phase.MODEL,
    Topic.PLAN_FEEDBACK.value: Phase.PLANNED,
}


@contextmanager
def hearing() -> Iterator[Callable[[Row], Heard]]:
    """What the coach hears in a row of the evaluation set, with the program's own library."""
    with tempfile.TemporaryDirectory() as scratch:
        parts = Parts(Settings(data_dir=Path(scratch)))
        parts.make_ready()
        hears = Hearing(parts.library, Understanding(parts.library.sectors(), parts.library))
        yield lambda row: hears.words(row["text"], context_of(row), _state(row))


def _state(row: Row) -> State:
    asking = row["asking"] or ""
    return State(
        phase=_PHASES.get(asking, Phase.INTERVIEW),
        open=row["question"] or asking,
        language=row["lang"] or "nl",
        welcomed=True,
    )
