"""The way an owner went through the questions of the interview, as one short text that can be counted.

Question keys in the order of asking, each with a mark: "-" skipped, "?" asked once more because the answer was thin,
"!" open still. "business offer? goal- hours!" """

from collections import Counter
from collections.abc import Iterable, Sequence

from coaching.desk.insights import FunnelStep
from journey.state import State
from journey.topics import QUESTIONS

_SKIPPED, _PROBED = "-", "?"
#: Ends the step that stands open.
OPEN = "!"


def path_of(state: State) -> str:
    """The way of this talk so far."""
    asked = dict.fromkeys(key for key in (*state.asked, *state.skipped, state.open) if _counts(key))
    return " ".join(f"{key}{_marks(key, state)}" for key in asked)


def topic_of(state: State) -> str:
    """The topic that the talk has reached; empty before the first question."""
    reached = state.question or next((QUESTIONS[key] for key in reversed(state.asked) if key in QUESTIONS), None)
    return str(reached.topic) if reached else ""


def funnel(paths: Iterable[tuple[str, int, int]]) -> tuple[FunnelStep, ...]:
    """What became of each question: each path with how many went it, and how many of them left the talk where it
    ends."""
    went: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for path, count, lost in paths:
        for step in path.split():
            went[step] += count
            if lost and step[-1] == OPEN:
                left[step] += lost
    fates = [_fate(step, count, left[step]) for step, count in went.items()]
    return tuple(_together(key, of_key) for key in QUESTIONS if (of_key := [f for f in fates if f.question == key]))


def _fate(step: str, count: int, left: int) -> FunnelStep:
    """What became of those who took one step, a question with its marks."""
    key = step.rstrip(_SKIPPED + _PROBED + OPEN)
    marks = step[len(key) :]
    done = _SKIPPED not in marks and OPEN not in marks
    return FunnelStep(
        question=key,
        asked=count,
        answered=count * done,
        skipped=count * (_SKIPPED in marks),
        probed=count * (_PROBED in marks),
        left=left,
    )


def _together(key: str, fates: Sequence[FunnelStep]) -> FunnelStep:
    sums = {name: sum(getattr(fate, name) for fate in fates) for name in FunnelStep.model_fields if name != "question"}
    return FunnelStep(question=key, **sums)


def _counts(key: str) -> bool:
    return key in QUESTIONS and QUESTIONS[key].counts


def _marks(key: str, state: State) -> str:
    if key == state.open:
        return (_PROBED if key in state.probed else "") + OPEN
    return (_SKIPPED if key in state.skipped else "") + (_PROBED if key in state.probed else "")
