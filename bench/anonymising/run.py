"""Recall by kind on invented snippets, and how many other words go too: `python -m bench.anonymising.run`."""

import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coaching.desk.anonymous.document import Document
from coaching.desk.anonymous.found import Kind
from prompts.reading import from_yaml

_KNOWN = {"owner_name": Kind.PERSON, "business_name": Kind.BUSINESS, "location": Kind.PLACE}
_MARKED = re.compile(r"\[\[(?P<kind>\w+)\|(?P<words>.*?)\]\]")


@dataclass(frozen=True)
class Snippet:
    """What somebody wrote, and what of it must not be left: kind, start and end."""

    text: str
    gold: tuple[tuple[str, int, int], ...]
    knows: dict[str, str]


@dataclass
class Score:
    """How it went on some snippets."""

    caught: Counter[str]
    there: Counter[str]
    missed: list[str]
    needless: list[str]
    others: int

    def lines(self) -> list[str]:
        rows = [f"{kind:<10}{self.caught[kind]:>4} of {self.there[kind]:>3}" for kind in sorted(self.there)]
        all_, got = self.there.total(), self.caught.total()
        return [*rows, f"all {got} of {all_} ({got / all_:.0%}); needless {len(self.needless)} of {self.others} words"]


def snippets(file: str) -> list[Snippet]:
    told = from_yaml((Path(__file__).parent / file).read_text(encoding="utf-8"))
    return [_snippet(each) for each in told]


def score(tried: list[Snippet]) -> Score:
    total = Score(Counter(), Counter(), [], [], 0)
    for snippet in tried:
        covered = {at for found in _found(snippet) for at in range(found[0], found[1])}
        marked = {at for _, start, end in snippet.gold for at in range(start, end)}
        for kind, start, end in snippet.gold:
            total.there[kind] += 1
            if all(at in covered for at in range(start, end) if snippet.text[at].isalnum()):
                total.caught[kind] += 1
            else:
                total.missed.append(f"{kind}: {snippet.text[start:end]!r} in {snippet.text!r}")
        for word in re.finditer(r"\w+", snippet.text):
            if word.start() not in marked:
                total.others += 1
                total.needless += [f"{word.group()!r} in {snippet.text!r}"] if word.start() in covered else []
    return total


def _found(snippet: Snippet) -> list[tuple[int, int]]:
    document = Document([snippet.text], known=[(_KNOWN[field], value) for field, value in snippet.knows.items()])
    return [(found.start, found.end) for found in document.found(snippet.text)]


def _snippet(told: dict[str, Any]) -> Snippet:
    text, gold, at = "", [], 0
    for match in _MARKED.finditer(told["text"]):
        text += told["text"][at : match.start()]
        gold.append((match["kind"], len(text), len(text) + len(match["words"])))
        text, at = text + match["words"], match.end()
    return Snippet(text + told["text"][at:], tuple(gold), told.get("knows", {}))


def main() -> None:
    """Both halves; `--missed` shows what is left of the tuning half."""
    for file in ("tuning.yaml", "held_out.yaml"):
        scored = score(snippets(file))
        print(file, *scored.lines(), sep="\n")
        if "--missed" in sys.argv and file == "tuning.yaml":
            print(*scored.missed, "needless:", *scored.needless, sep="\n")


if __name__ == "__main__":
    main()
