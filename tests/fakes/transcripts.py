"""The `Transcripts` port over `FakeConversations`: read from the turns it recorded."""

from datetime import UTC, datetime, timedelta

from coaching.message import MessageKind
from coaching.records import PlanVersion, Transcript, TranscriptHead, TranscriptLine, Turn
from tests.fakes.conversations import FakeConversations

_BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


class FakeTranscripts:
    def __init__(self, conversations: FakeConversations) -> None:
        self._conversations = conversations

    def heads(self) -> tuple[TranscriptHead, ...]:
        heads = [transcript.head for transcript in self._all()]
        return tuple(sorted(heads, key=lambda head: head.last, reverse=True))

    def transcript(self, conversation: str) -> Transcript | None:
        found = [t for t in self._all() if conversation and t.head.id.startswith(conversation)]
        return found[0] if len(found) == 1 else None

    def _all(self) -> list[Transcript]:
        kept: dict[str, list[tuple[int, Turn]]] = {}
        for order, turn in enumerate(self._conversations.turns):
            kept.setdefault(turn.conversation.id, []).append((order, turn))
        return [_transcript(turns) for turns in kept.values()]


def _transcript(turns: list[tuple[int, Turn]]) -> Transcript:
    last = turns[-1][1]
    plans = [turn.plan for _, turn in turns if turn.plan]
    head = TranscriptHead(
        id=last.conversation.id,
        owner=last.conversation.owner,
        language=last.state.language,
        phase=str(last.state.phase),
        messages=last.number + len(last.replies),
        plans=len(plans),
        started=_at(turns[0][0]),
        last=_at(turns[-1][0]),
    )
    return Transcript(
        head=head,
        lines=tuple(line for order, turn in turns for line in _lines(turn, _at(order))),
        profile=last.profile,
        plans=tuple(PlanVersion(version=number, plan=plan) for number, plan in enumerate(plans, 1)),
    )


def _lines(turn: Turn, at: datetime) -> list[TranscriptLine]:
    told = TranscriptLine(
        number=turn.number,
        at=at,
        sender="owner",
        kind=turn.message.kind,
        text=turn.message.text,
        media=turn.message.media or "",
        facts=turn.facts,
    )
    replies = [
        TranscriptLine(
            number=number,
            at=at,
            sender="coach",
            kind=MessageKind.TEXT,
            text=reply.text,
            buttons=tuple(tuple(button.label for button in row) for row in reply.buttons),
            document=reply.document.name if reply.document else "",
        )
        for number, reply in enumerate(turn.replies, turn.number + 1)
    ]
    return [told, *replies]


def _at(order: int) -> datetime:
    return _BEGIN + timedelta(minutes=order)
