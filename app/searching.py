"""Search results for people and for programs."""

from functools import cache
from typing import Any

from coaching.ports import Library
from coaching.understanding.text.language import Languages
from coaching.understanding.text.normalise import read
from journey.keys import Language
from journey.sources import SOURCES


def as_object(library: Library, question: str, language: Language | None, limit: int) -> dict[str, Any]:
    """The passages as an object for programs."""
    found = library.search(question, language or _languages().detect(read(question)) or "nl", limit)
    return {
        "passages": [
            {
                "label": f.passage.label,
                "lang": f.passage.lang,
                "source": _source(f.passage.source),
                "score": round(f.score, 4),
                "text": f.passage.text,
            }
            for f in found
        ]
    }


def as_lines(library: Library, question: str, language: Language | None, limit: int) -> list[str]:
    """The passages for a person."""
    lines: list[str] = []
    for number, found in enumerate(as_object(library, question, language, limit)["passages"], 1):
        lines += [
            f"{number}. {found['label']} ({found['lang']}, {found['score']:.2f}) {found['source']}",
            found["text"],
            "",
        ]
    return lines or ["-"]


@cache
def _languages() -> Languages:
    return Languages()


def _source(key: str) -> str:
    return SOURCES[key].citation() if key in SOURCES else key
