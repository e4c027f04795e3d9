"""A conversation arranged for its page: each message with its facts, notes and tags; each fact with its history."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coaching.desk.plan_lines import PlanLine, lines_of
from coaching.desk.records import DeskLine, FactEntry, Note, Opened, PlanEntry, Tag
from journey.profile import Fact, ProfileField


@dataclass(frozen=True)
class Said:
    """One message with what coaches put beside it."""

    line: DeskLine
    notes: tuple[Note, ...] = ()
    tags: tuple[Tag, ...] = ()

    @property
    def by_whom(self) -> str:
        """Whose message it is: "owner", "bot", or "person" for a human coach."""
        if self.line.sender == "owner":
            return "owner"
        return "person" if self.line.by else "bot"


@dataclass(frozen=True)
class Known:
    """One fact as it stands, with what it was before, newest first."""

    field: ProfileField
    fact: Fact
    by: str
    before: tuple[FactEntry, ...]


def said(lines: Iterable[DeskLine], opened: Opened) -> list[Said]:
    """Messages with the notes and tags on them."""
    return [
        Said(
            line,
            tuple(note for note in opened.notes if note.message == line.number),
            tuple(tag for tag in opened.tags if tag.message == line.number),
        )
        for line in lines
    ]


def known(opened: Opened) -> list[Known]:
    """The facts in the order of the profile's fields."""
    facts = opened.profile.facts
    return [_known(field, facts[field], _history(opened.facts, field)) for field in ProfileField if field in facts]


def noted(opened: Opened) -> dict[int, PlanLine]:
    """The lines of plans on which notes stand, by the ids of the notes."""
    versions = {note.version for note in opened.notes}
    plans = [entry for entry in opened.plans if entry.version in versions]
    lines: dict[tuple[int | None, str], PlanLine]
    lines = {(entry.version, line.path): line for entry in plans for line in lines_of(entry.plan)}
    found = {note.id: lines.get((note.version, note.place)) for note in opened.notes}
    return {note: line for note, line in found.items() if line}


def version_of(opened: Opened, version: int | None) -> PlanEntry | None:
    """A version of the plan; the newest where none is named; None where there is no such version."""
    if version is None:
        return opened.plans[-1] if opened.plans else None
    return next((entry for entry in opened.plans if entry.version == version), None)


def _known(field: ProfileField, fact: Fact, history: Sequence[FactEntry]) -> Known:
    by = history[-1].by if history else ""
    return Known(field, fact, by, tuple(reversed(history[:-1])))


def _history(facts: Iterable[FactEntry], field: ProfileField) -> list[FactEntry]:
    return [entry for entry in facts if entry.field is field]
