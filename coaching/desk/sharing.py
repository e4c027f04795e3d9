"""A conversation or a plan as a file to share, as it is or without anything that identifies people."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from coaching.desk.anonymous.document import Document
from coaching.desk.anonymous.found import Kind
from coaching.desk.anonymous.records import without_people, words_of
from coaching.desk.records import DeskLine, Opened
from coaching.documents import as_markdown
from coaching.line import Line
from coaching.message import MessageKind
from coaching.reading import transcript_json, transcript_markdown
from coaching.records import PlanVersion, Transcript, TranscriptHead, TranscriptLine
from journey.profile import Fact, ProfileField
from journey.trades import Sector
from prompts.words import Words

FileKind = Literal["md", "json"]
_NOBODY: Mapping[str, str] = MappingProxyType({})
_IDENTIFIES = {
    ProfileField.OWNER_NAME: Kind.PERSON,
    ProfileField.BUSINESS_NAME: Kind.BUSINESS,
    ProfileField.LOCATION: Kind.PLACE,
}


class Sharing:
    """Makes the files; `sectors` gives the trades their names. `coaches` are the names by code of those whom a
    conversation may mention: they are no part of an anonymous file either."""

    def __init__(self, sectors: Callable[[], Mapping[str, Sector]]) -> None:
        self._sectors = sectors

    def transcript(
        self, opened: Opened, kind: FileKind, *, anonymous: bool, coaches: Mapping[str, str] = _NOBODY
    ) -> str:
        """The talk with its facts and plans; private notes and tags stay with the coaches."""
        transcript = _transcript(opened)
        if anonymous:
            transcript = without_people(_unlinked(transcript, coaches), _document(opened, coaches))
        return transcript_json(transcript) if kind == "json" else transcript_markdown(transcript, self._sectors())

    def plan(
        self, opened: Opened, version: int, kind: FileKind, *, anonymous: bool, coaches: Mapping[str, str] = _NOBODY
    ) -> str | None:
        """A version of the plan; None where there is none."""
        plan = next((entry.plan for entry in opened.plans if entry.version == version), None)
        if plan is None:
            return None
        if anonymous:
            plan = without_people(plan, _document(opened, coaches))
        return plan.model_dump_json(indent=2) if kind == "json" else as_markdown(plan)


def _document(opened: Opened, coaches: Mapping[str, str]) -> Document:
    """All that belongs to one conversation, so that an alias means the same in its transcript and its plans."""
    said = [line.pressed or line.text for line in opened.lines]
    planned = [text for entry in opened.plans for text in words_of(entry.plan)]
    words = Words(opened.head.language)
    return Document(
        said, planned, _known(opened, coaches), lambda kind, number: words.say(f"alias.{kind}", number=number)
    )


def _known(opened: Opened, coaches: Mapping[str, str]) -> Iterator[tuple[Kind, str]]:
    """What identifies the owner, now or once, and the coaches who wrote or are spoken of."""
    for entry in opened.facts:
        if entry.fact is not None and entry.field in _IDENTIFIES:
            yield _IDENTIFIES[entry.field], str(entry.fact.value)
    for field, kind in _IDENTIFIES.items():
        yield kind, opened.profile.text(field)
    wrote, said = {line.by for line in opened.lines}, "\n".join(line.text for line in opened.lines)
    yield from ((Kind.PERSON, name) for code, name in coaches.items() if code in wrote or name in said)
    yield from ((Kind.PERSON, code) for code in sorted(wrote - set(coaches)) if code)


def _unlinked(transcript: Transcript, coaches: Mapping[str, str]) -> Transcript:
    """A transcript without what leads back to the conversation: its id, the code of a coach's link, and the business
    in the names of files. Coaches go by their names, as they do in what is said."""
    head = transcript.head.model_copy(update={"id": ""})
    lines = tuple(_unlinked_line(line, coaches) for line in transcript.lines)
    return transcript.model_copy(update={"head": head, "lines": lines})


def _unlinked_line(line: TranscriptLine, coaches: Mapping[str, str]) -> TranscriptLine:
    text = line.text.split()[0] if line.kind is MessageKind.COMMAND else line.text
    document, by = line.document.rpartition("-")[2], coaches.get(line.by, line.by)
    return line.model_copy(update={"text": text, "document": document, "by": by})


def _transcript(opened: Opened) -> Transcript:
    head = opened.head
    facts: dict[int, dict[ProfileField, Fact]] = {}
    for entry in opened.facts:
        if entry.fact is not None and not entry.by:
            facts.setdefault(entry.message, {})[entry.field] = entry.fact
    return Transcript(
        head=TranscriptHead(
            id=head.id,
            owner=head.business or Words(opened.head.language).say("sharing.owner", number=head.number),
            language=head.language,
            phase=str(opened.state.phase),
            messages=head.messages,
            plans=len(opened.plans),
            started=head.started,
            last=head.last,
        ),
        lines=tuple(_line(line, facts.get(line.number, {})) for line in opened.lines),
        profile=opened.profile,
        plans=tuple(PlanVersion(version=entry.version, plan=entry.plan) for entry in opened.plans),
    )


def _line(line: DeskLine, facts: dict[ProfileField, Fact]) -> TranscriptLine:
    shown = line.model_dump(include=set(Line.model_fields)) | {"text": line.pressed or line.text}
    labels = tuple(tuple(button.label for button in row) for row in line.buttons)
    return TranscriptLine(**shown, buttons=labels, facts=facts)
