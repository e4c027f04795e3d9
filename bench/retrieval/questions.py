"""The questions of the bench with the labels that answer them."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from journey.keys import Language
from journey.models import labels
from journey.moments import Moment
from prompts.reading import from_yaml

Half = Literal["tune", "held"]
HERE = Path(__file__).parent
_LATER = ("strangers", "counter", "readers", "passersby", "walkins")
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


def questions(half: Half) -> dict[str, tuple[Question, ...]]:
    """One half of each set: the first, the strangers' (written later, in other people's words), and what is asked
    across a counter (later still)."""
    rows = {"first set": _read("questions")[half], **{name: _halved(name, "questions", half) for name in _LATER}}
    return {name: tuple(Question(row["q"], row["lang"], _grades(row)) for row in of) for name, of in rows.items()}


def off_topic(half: Half) -> dict[str, tuple[Question, ...]]:
    """Questions that nothing in the library answers: the first set with the held half, for which alone it was kept,
    and those of the later sets by their halves."""
    rows = {"first set": _read("offtopic")["questions"] if half == "held" else []}
    rows |= {name: _halved(name, "off_topic", half) for name in _LATER}
    return {name: tuple(Question(row["q"], row["lang"], {}) for row in of) for name, of in rows.items()}


def _halved(name: str, key: str, half: Half) -> list[dict[str, Any]]:
    return [row for row in _read(name)[key] if _half(row["q"]) == half]


def _read(name: str) -> dict[str, Any]:
    read: dict[str, Any] = from_yaml((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
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
