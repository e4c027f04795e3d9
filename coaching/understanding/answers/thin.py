"""Whether an answer says too little to build on."""

import re

from coaching.understanding.answers.answer import OPEN
from coaching.understanding.findings import Finding, Reading
from coaching.understanding.wordlists import load
from journey.profile import ProfileField as F
from journey.topics import FIELDS, Topic

_WORDS = load("answer")
_EMPTY, _STOP = (frozenset(_WORDS[name].split()) for name in ("empty", "stop"))
#: Words with content that an answer needs: of what is sold, and of when there is room, any will do.
_FEW = 2
_IN_A_WORD = (Topic.OFFER, Topic.BUSINESS, Topic.TRADE)
#: "dat niemand komt": a fear told in a clause of its own.
_CLAUSE = re.compile(r"(?:dat|da|of|that|whether|if)\s+\w+\s+\w")


def is_thin(reading: Reading, findings: list[Finding], topic: Topic | None) -> bool:
    """Whether the answer to the open question says too little to build on."""
    if topic is None or topic is Topic.PRICE or topic not in OPEN:
        return False
    fields = FIELDS[topic]
    if topic is Topic.BUSINESS:
        fields = () if any(f.field is F.SECTOR for f in findings) else (F.OFFER,)
    answers = [f for f in findings if f.field in fields and isinstance(f.value, str)]
    content = {w.strip(".,!'\"") for f in answers for w in reading.text.low_of(f.span).split()} - _STOP
    limit = 0 if topic in _IN_A_WORD else _FEW
    if topic is Topic.PERSONA_PAIN and any(_CLAUSE.match(reading.text.low_of(f.span)) for f in answers):
        limit = 1
    return bool(answers) and (not content - _EMPTY or len(content) <= limit)
