"""The way an owner went through the questions of the interview, as one short text that can be counted.

Question keys in the order of asking, each with a mark: "-" skipped, "?" asked once more because the answer was thin,
"!" open still. "business offer? goal- hours!" """

from collections import Counter
from collections.abc import Iterable

from coaching.desk.insights import FunnelStep
from journey.state import State
from journey.topics import QUESTIONS

_SKIPPED, _PROBED, _OPEN = "-", "?", "!"


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
    fates: Counter[tuple[str, str]] = Counter()
    for path, count, left in paths:
        for step in path.split():
            key = step.rstrip(_SKIPPED + _PROBED + _OPEN)
            fates[key, "asked"] += count
            for mark in step[len(key) :]:
                fates[key, mark] += count
            fates[key, "left"] += left if step.endswith(_OPEN) else 0
    return tuple(_step(key, fates) for key in QUESTIONS if fates[key, "asked"])


def _step(key: str, fates: Counter[tuple[str, str]]) -> FunnelStep:
    asked, skipped, waiting = fates[key, "asked"], fates[key, _SKIPPED], fates[key, _OPEN]
    return FunnelStep(
        question=key,
        asked=asked,
        answered=asked - skipped - waiting,
        skipped=skipped,
        probed=fates[key, _PROBED],
        left=fates[key, "left"],
    )


def _counts(key: str) -> bool:
    return key in QUESTIONS and QUESTIONS[key].counts


def _marks(key: str, state: State) -> str:
    if key == state.open:
        return (_PROBED if key in state.probed else "") + _OPEN
    return (_SKIPPED if key in state.skipped else "") + (_PROBED if key in state.probed else "")
