"""Messages heard as the coach hears them: by the rules, and by meaning where the rules may have missed something about
the talk itself."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from app.settings import Settings
from app.wiring import Parts
from bench.understanding.rows import Row, context_of
from coaching.hearing import Hearing
from coaching.ports import Library, Understands
from coaching.understanding import Understanding
from journey.hearing import Context, Heard
from journey.state import Phase, State
from journey.topics import Topic

_PHASES = {
    Topic.CONFIRM.value: Phase.SUMMARY,
    Topic.MODEL.value: Phase.MODEL,
    Topic.PLAN_FEEDBACK.value: Phase.PLANNED,
}


class Hear(Protocol):
    """Hears a row, in its own context where none is given."""

    def __call__(self, row: Row, context: Context | None = None) -> Heard: ...


#: Puts something beside the rules: a language model.
Assists = Callable[[Understands, Library], Understands]


@contextmanager
def hearing(assists: Assists = lambda rules, _: rules) -> Iterator[Hear]:
    """What the coach hears in a row of the evaluation set, in its own context or another, with the program's own
    library."""
    with tempfile.TemporaryDirectory() as scratch:
        parts = Parts(Settings(data_dir=Path(scratch)))
        parts.make_ready()
        rules = Understanding(parts.library.sectors(), parts.library)
        hears = Hearing(parts.library, assists(rules, parts.library))

        def hear(row: Row, context: Context | None = None) -> Heard:
            context = context or context_of(row)
            return hears.words(row["text"], context, _state(context))

        yield hear


def _state(context: Context) -> State:
    asking = context.asking.value if context.asking else ""
    return State(
        phase=_PHASES.get(asking, Phase.INTERVIEW),
        open=context.question or asking,
        language=context.language,
        welcomed=True,
    )
