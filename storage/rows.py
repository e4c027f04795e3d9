"""Between rows and the coach's records."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import RowMapping

from coaching.line import Line
from coaching.message import MessageKind, Reply
from coaching.records import Conversation, PlanVersion, TranscriptHead, TranscriptLine, Turn
from journey.plan import Plan
from journey.profile import Fact, Profile, ProfileField
from journey.state import State

Row = RowMapping


def conversation_of(row: Row, plan: PlanVersion | None) -> Conversation:
    """A conversation with its newest plan."""
    return Conversation(
        id=row["id"],
        owner=row["owner"],
        messages=row["messages"],
        revision=row["revision"],
        state=State.model_validate(row["state"]),
        profile=Profile.model_validate(row["profile"]),
        plan=plan,
        taken_by=row["taken_by"] or "",
    )


def plan_of(row: Row) -> PlanVersion:
    """A version of a plan."""
    return PlanVersion(version=row["version"], plan=Plan.model_validate(row["plan"]))


def standing(turn: Turn, at: datetime) -> dict[str, Any]:
    """The columns of a conversation after a turn. One that ends with it stays as it stood: what the turn gives begins
    the next."""
    counted = {
        "messages": turn.number + len(turn.replies),
        "revision": turn.conversation.revision + 1,
        "last": at,
    }
    if turn.ends:
        return counted
    return {
        **counted,
        "language": turn.state.language,
        "phase": str(turn.state.phase),
        "state": turn.state.model_dump(mode="json"),
        "profile": turn.profile.model_dump(mode="json"),
    }


def message_rows(turn: Turn, at: datetime) -> list[dict[str, Any]]:
    """The owner's message and the replies as rows."""
    common = {"conversation": turn.conversation.id, "at": at, "media": "", "reply": None, "sent": None, "question": ""}
    said = [
        {
            **common,
            "number": number,
            "sender": "owner",
            "kind": str(turn.message.kind),
            "text": text,
            "media": turn.message.media or "",
            "question": turn.conversation.state.answering,
        }
        for number, text in zip(turn.numbers, turn.message.parts, strict=True)
    ]
    replies = [
        {
            **common,
            "number": number,
            "sender": "coach",
            "kind": str(MessageKind.TEXT),
            "text": reply.text,
            "reply": reply.model_dump(mode="json"),
        }
        for number, reply in enumerate(turn.replies, turn.number + 1)
    ]
    return replies if turn.message.edits else [*said, *replies]


def fact_rows(turn: Turn) -> list[dict[str, Any]]:
    """The facts of a turn beside the messages they came from, a field made unknown as a fact that is empty."""
    row = {"conversation": turn.conversation.id, "message": turn.numbers[-1]}
    given = [
        {**row, "message": _source(turn, fact), "field": str(field), "fact": fact.model_dump(mode="json")}
        for field, fact in turn.facts.items()
    ]
    forgotten = () if turn.ends else turn.forgotten
    return [*given, *({**row, "field": str(field), "fact": None} for field in forgotten)]


def _source(turn: Turn, fact: Fact) -> int:
    """The message beside which a fact belongs. One that changed only because another did (a channel that is excluded
    now) keeps its evidence and belongs to this turn; an edit may change what later messages built on."""
    return fact.evidence if turn.message.edits or fact.evidence in turn.numbers else turn.numbers[-1]


def line_of(row: Row, facts: dict[ProfileField, Fact]) -> TranscriptLine:
    """One message of a transcript."""
    kept, reply = message_of(row)
    labels = tuple(tuple(button.label for button in line) for line in reply.buttons) if reply else ()
    return TranscriptLine(**kept.model_dump(), buttons=labels, facts=facts)


def message_of(row: Row) -> tuple[Line, Reply | None]:
    """One message, and the reply that it was where the bot or a coach wrote it."""
    reply = Reply.model_validate(row["reply"]) if row["reply"] else None
    known = {name: row[name] for name in ("number", "sender", "by", "kind", "text", "media")}
    document = reply.document.name if reply and reply.document else ""
    return Line(**known, at=in_utc(row["at"]), document=document), reply


def head_of(row: Row) -> TranscriptHead:
    """A conversation in a list."""
    return TranscriptHead(
        id=row["id"],
        owner=row["owner"],
        language=row["language"],
        phase=row["phase"],
        messages=row["messages"],
        plans=row["plans"],
        started=in_utc(row["started"]),
        last=in_utc(row["last"]),
    )


def seconds_to_wait(row: Row, now: datetime) -> float:
    """Seconds until a reply of the outbox may be sent. A clock that stands before the last attempt was put back: that
    is no reason to wait."""
    if row["not_before"] is None or in_utc(row["tried"]) > now:
        return 0.0
    return max(0.0, (in_utc(row["not_before"]) - now).total_seconds())


def in_utc(at: datetime) -> datetime:
    """SQLite forgets the time zone; everything is written in UTC."""
    return at if at.tzinfo else at.replace(tzinfo=UTC)
