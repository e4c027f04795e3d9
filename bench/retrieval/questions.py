"""The questions of `questions.yaml` with the labels that answer them."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

from journey.keys import Language
from journey.models import labels
from journey.moments import Moment

Half = Literal["tune", "held"]
HERE = Path(__file__).parent
#: How well each stage answers a question about a moment that names no model: 2 right, 1 near.
MOMENTS: dict[str, str] = {
    "unaware": "keenr7/awareness wux5/awareness aida/attention dazzle5/awareness stdc/see email4/awareness",
    "searching": "keenr7/search aida/interest wux5/consideration dazzle5/consideration stdc/see"
    " | dazzle5/awareness email4/awareness email4/consideration",
    "comparing": "keenr7/research wux5/consideration dazzle5/consideration stdc/think email4/consideration aida/desire"
    " | email4/purchase",
    "engaging": "keenr7/engagement aida/desire | dazzle5/consideration wux5/consideration stdc/do email4/purchase"
    " email4/awareness",
    "buying": "keenr7/purchase dazzle5/purchase wux5/purchase aida/action stdc/do email4/purchase",
    "using": "keenr7/service-loyalty dazzle5/service wux5/use stdc/care email4/post-purchase",
    "returning": "keenr7/service-loyalty dazzle5/loyalty wux5/loyalty stdc/care email4/post-purchase",
    "recommending": "keenr7/experience wux5/loyalty dazzle5/loyalty | stdc/care email4/post-purchase",
}


@dataclass(frozen=True)
class Question:
    """A question, and per label how well it answers: 2 right, 1 near."""

    text: str
    lang: Language
    grades: dict[str, int]


def questions(half: Half) -> tuple[Question, ...]:
    """One half of the set."""
    return tuple(Question(row["q"], row["lang"], _grades(row)) for row in _read("questions")[half])


def strangers(half: Half) -> tuple[Question, ...]:
    """One half of the questions that were written later, in other people's words."""
    return _hashed("strangers", half)


def counter(half: Half) -> tuple[Question, ...]:
    """One half of the newest questions, as they are asked across a counter."""
    return _hashed("counter", half)


def off_topic(half: Half) -> tuple[Question, ...]:
    """Questions that nothing in the library answers: the first set with the held half, for which alone it was kept,
    and those of the later sets by their halves."""
    later = _read("strangers")["off_topic"] + _read("counter")["off_topic"]
    rows = [row for row in later if _half(row["q"]) == half]
    rows += _read("offtopic")["questions"] if half == "held" else []
    return tuple(Question(row["q"], row["lang"], {}) for row in rows)


def _hashed(name: str, half: Half) -> tuple[Question, ...]:
    rows = (row for row in _read(name)["questions"] if _half(row["q"]) == half)
    return tuple(Question(row["q"], row["lang"], _grades(row)) for row in rows)


def _read(name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    return read


def _half(text: str) -> Half:
    return "held" if hashlib.sha256(text.encode()).digest()[0] % 2 else "tune"


def _grades(row: dict[str, Any]) -> dict[str, int]:
    right, _, near = MOMENTS[Moment(row["moment"])].partition("|") if "moment" in row else ("", "", "")
    grades = dict.fromkeys((*near.split(), *row.get("near", ())), 1)
    grades |= dict.fromkeys((*right.split(), *row.get("right", ())), 2)
    unknown = set(grades) - set(labels())
    if unknown or not grades:
        raise ValueError(f"{row['q']!r}: {unknown or 'no label'}")
    return grades
