"""Whether a text gives our instructions away."""

import re

#: So many words in a row that stand in the instructions are no accident.
_RUN = 6


def leaks(text: str, system: str) -> bool:
    """Whether a run of words of the instructions stands in `text`, or one of our delimiters."""
    told, ours = _words(text), f" {' '.join(_words(system))} "
    runs = (" ".join(told[start : start + _RUN]) for start in range(len(told) - _RUN + 1))
    return any(f" {run} " in ours for run in runs) or re.search(r"-[0-9a-f]{16}\b", text) is not None


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
