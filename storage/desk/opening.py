"""One conversation as the desk shows it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, select

from coaching.desk.pressing import labelled
from coaching.desk.records import Asked, DeskLine, FactEntry, Note, PlanEntry, Tag
from coaching.message import MessageKind, Reply
from journey.plan import Plan
from journey.profile import Fact, ProfileField
from storage.desk.tables import asks, notes, tags
from storage.rows import Row, in_utc, message_of
from storage.tables import coaches, facts, messages, plans


def lines_of(connection: Connection, conversation: str, after: int = 0) -> tuple[DeskLine, ...]:
    """The messages with a higher number than `after`."""
    new = select(messages).where(messages.c.conversation == conversation, messages.c.number > after)
    rows = connection.execute(new.order_by(messages.c.number)).mappings().all()
    if not rows:
        return ()
    asked = _asked(connection, conversation, after)
    fields = _fields(connection, conversation, after)
    lines = [_line(row, fields[row["number"]], asked.get(row["number"])) for row in rows]
    return labelled(lines, _buttons_before(connection, conversation, after, lines))


def facts_of(connection: Connection, conversation: str) -> tuple[FactEntry, ...]:
    """The history of the facts, oldest first."""
    query = select(facts).where(facts.c.conversation == conversation).order_by(facts.c.id)
    return tuple(
        FactEntry(
            field=ProfileField(row["field"]),
            fact=None if row["fact"] is None else Fact.model_validate(row["fact"]),
            message=row["message"],
            by=row["by"],
        )
        for row in connection.execute(query).mappings()
    )


def plans_of(connection: Connection, conversation: str) -> tuple[PlanEntry, ...]:
    """The versions of the plan, oldest first."""
    query = select(plans).where(plans.c.conversation == conversation).order_by(plans.c.version)
    return tuple(
        PlanEntry(
            version=row["version"],
            plan=Plan.model_validate(row["plan"]),
            made=in_utc(row["made"]),
            by=row["by"],
            approved=in_utc(row["approved"]) if row["approved"] else None,
            approved_by=row["approved_by"],
            asks=row["asks"],
        )
        for row in connection.execute(query).mappings()
    )


def notes_of(connection: Connection, conversation: str) -> tuple[Note, ...]:
    """The notes, oldest first."""
    source = notes.outerjoin(coaches, coaches.c.code == notes.c.by)
    query = select(notes, coaches.c.name).select_from(source).where(notes.c.conversation == conversation)
    return tuple(
        Note(
            **{name: row[name] for name in ("id", "text", "by", "message", "version", "place")},
            by_name=row["name"] or row["by"],
            at=in_utc(row["at"]),
        )
        for row in connection.execute(query.order_by(notes.c.id)).mappings()
    )


def tags_in(connection: Connection, conversation: str) -> tuple[Tag, ...]:
    """The tags on its messages."""
    query = select(tags).where(tags.c.conversation == conversation).order_by(tags.c.message, tags.c.name)
    rows = connection.execute(query).mappings()
    return tuple(Tag(message=row["message"], name=row["name"], by=row["by"]) for row in rows)


def _line(row: Row, fields: Sequence[ProfileField], asked: Asked | None) -> DeskLine:
    kept, reply = message_of(row)
    return DeskLine(
        **kept.model_dump(),
        buttons=reply.buttons if reply else (),
        sent=in_utc(row["sent"]) if row["sent"] else None,
        fields=tuple(fields),
        asked=asked,
    )


def _fields(connection: Connection, conversation: str, after: int) -> dict[int, list[ProfileField]]:
    """The fields of facts by the messages they were taken from; what a coach knows was taken from none."""
    taken = (facts.c.conversation == conversation, facts.c.message > after, facts.c.by == "")
    query = select(facts.c.message, facts.c.field).where(*taken)
    found: dict[int, list[ProfileField]] = defaultdict(list)
    for message, field in connection.execute(query.order_by(facts.c.id)):
        if field not in found[message]:
            found[message].append(ProfileField(field))
    return found


def _asked(connection: Connection, conversation: str, after: int) -> dict[int, Asked]:
    query = select(asks).where(asks.c.conversation == conversation, asks.c.message > after)
    names = tuple(Asked.model_fields)
    rows = connection.execute(query).mappings()
    return {row["message"]: Asked(**{name: row[name] for name in names}) for row in rows}


def _buttons_before(
    connection: Connection, conversation: str, after: int, lines: Iterable[DeskLine]
) -> tuple[Any, ...]:
    """The buttons shown before `after`, in order, where one of `lines` may press one of them."""
    if not after or not any(line.kind is MessageKind.BUTTON for line in lines):
        return ()
    query = select(messages.c.reply).where(
        messages.c.conversation == conversation, messages.c.number <= after, messages.c.sender == "coach"
    )
    rows = connection.execute(query.order_by(messages.c.number)).scalars()
    return tuple(Reply.model_validate(reply).buttons for reply in rows if reply)
