"""What owners say to the coach around what they tell: "een robot dus!", "ik moet er vandoor, mijn les begint"."""

import re

from coaching.understanding.text.normalise import Span, Text
from coaching.understanding.wordlists import load

_WORDS = {name: str(words) for name, words in load("asides").items()}
_OPENERS = _WORDS["openers"]
_LED_IN = rf"\W*(?:{_OPENERS}[\s,.!]+)*"


def _clause(name: str) -> re.Pattern[str]:
    return re.compile(rf"{_LED_IN}(?:{_WORDS[name].replace('&openers', _OPENERS)})(?:[\s,]+(?:{_OPENERS}|he|hoor))*\W*")


_ROBOT, _LEAVES, _REASON, _SAY_SO = (_clause(name) for name in ("robot", "leaves", "reason", "say_so"))
#: "een robot", without a word to the coach.
_A_THING = re.compile(r"\W*(?:een|ne|nen|'n|a|an) [\w-]+\W*")
_LEADS_IN = re.compile(rf"\W*(?:{_OPENERS}\W*)+")
_SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\w))+[.!?\n]*")


def asides(text: Text) -> list[Span]:
    """The clauses that are said to the coach; what asks something is none."""
    sentences = _sentences(text)
    return [span for each in sentences for span in (*_of_robot(text, each), *_of_leaving(text, each))]


def _sentences(text: Text) -> list[list[Span]]:
    """The clauses of each sentence that asks nothing."""
    spans = (Span(match.start(), match.end()) for match in _SENTENCE.finditer(text.low))
    told = (span for span in spans if not text.low_of(span).rstrip().endswith("?"))
    return [[clause for clause in text.clauses if span.holds(clause)] for span in told]


def _of_robot(text: Text, clauses: list[Span]) -> list[Span]:
    """The remarks of talking with a robot, and what leads them in: "o grappig, een robot"; but "een machine, een
    houtklover" may be sold."""
    remarks = [n for n, clause in enumerate(clauses) if _ROBOT.fullmatch(text.low_of(clause))]
    before = clauses[: remarks[0]] if remarks else []
    behind = clauses[remarks[-1] + 1 :] if remarks else []
    bare = len(remarks) == 1 and _A_THING.fullmatch(text.low_of(clauses[remarks[0]]))
    if not remarks or (bare and (behind or len(clauses) == len(text.clauses))):
        return []
    leads_in = before if all(_LEADS_IN.fullmatch(text.low_of(clause)) for clause in before) else []
    return [*leads_in, *(clauses[n] for n in remarks)]


def _of_leaving(text: Text, clauses: list[Span]) -> list[Span]:
    """The remark of having to go, with why beside it and that the coach may ask again behind it."""
    leaves = [clause for clause in clauses if _LEAVES.fullmatch(text.low_of(clause))]
    if not leaves:
        return []
    low = {clause: text.low_of(clause) for clause in clauses}
    return [c for c in clauses if c in leaves or _REASON.fullmatch(low[c]) or _SAY_SO.fullmatch(low[c])]
