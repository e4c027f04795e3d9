"""What two scripted models make of the labelled messages: one reads as a person does, the other makes things up."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from bench.understanding.rows import Row
from coaching.assisting.understanding import INTENTS
from coaching.assisting.values import LIMITED, WORDED

Form = dict[str, Any]
Reads = Callable[[Row], Form]

#: Labels by the name that a model calls the field by.
_CALLED = {"hours": "hours_per_week", "euros": "euros_per_month", "goal.kind": "goal"}
_CHOSEN = ("sector", "audience", "goal", "on_offline", "channels_current", "channels_excluded")
_FIELDS = frozenset([*WORDED, *LIMITED, *_CHOSEN])
#: Words before a value that a careful reader quotes with it.
_BEFORE = r"(?:\S+\s+){0,3}"


def person(row: Row) -> Form:
    """The label of a message, as far as a model may fill it in, each fact with the words it stands on."""
    facts = [_fact(name, value, _evidence(row["text"], value)) for name, value in _labels(row)]
    intent = row["intent"].partition(":")[0]
    meant = {"intent": intent, "intent_evidence": row["text"]} if intent in INTENTS else {}
    return {"facts": facts, **meant}


def liar(rows: Sequence[Row]) -> Reads:
    """Gives every message the facts of ten others, with all of it for evidence, and the intent of one."""
    drawn = random.Random(7)

    def read(row: Row) -> Form:
        others = drawn.sample(rows, 10)
        facts = [
            _fact(name, value, evidence)
            for other in others
            for name, value in _labels(other)
            for evidence in (row["text"], value)
        ]
        return {"facts": facts[:20], "intent": "theory", "intent_evidence": row["text"]}

    return read


def _labels(row: Row) -> Iterator[tuple[str, str]]:
    for name, value in row["facts"].items():
        field = _CALLED.get(name, name)
        for one in value if isinstance(value, list) else [value]:
            if field in _FIELDS:
                yield field, f"{one:g}" if isinstance(one, int | float) else str(one)


def _evidence(text: str, value: str) -> str:
    """The value with what stands before it; all of the message where the value is a key."""
    found = re.search(rf"{_BEFORE}{re.escape(value)}", text, re.IGNORECASE)
    return found[0] if found else text


def _fact(field: str, value: str, evidence: str) -> Form:
    return {"field": field, "value": value, "evidence": evidence}
