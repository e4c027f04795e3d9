"""What was told earlier: the messages that were answered together, and what was known before and after them."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from coaching.message import MessageKind
from coaching.records import Told
from journey.profile import Fact, Profile, ProfileField
from storage.rows import Row
from storage.tables import facts, messages

#: Messages answered together at most, and more.
_NEAR = 60
_IN_WORDS = (MessageKind.TEXT, MessageKind.MEDIA)


def told(connection: Connection, conversation: str, number: int) -> Told | None:
    """What was told in message `number` and those answered with it; None where it was no message in words."""
    near = messages.c.number.between(number - _NEAR, number + _NEAR)
    query = select(messages).where(messages.c.conversation == conversation, near).order_by(messages.c.number)
    rows = _together(connection.execute(query).mappings().all(), number)
    if not rows:
        return None
    numbers = tuple(row["number"] for row in rows)
    return Told(
        numbers=numbers,
        texts=tuple(row["text"] for row in rows),
        question=rows[0]["question"],
        before=_known(connection, conversation, numbers[0] - 1),
        after=_known(connection, conversation, numbers[-1]),
    )


def _together(rows: Sequence[Row], number: int) -> list[Row]:
    """The owner's messages in words around `number` with no reply between them."""
    found: list[Row] = []
    for row in rows:
        if row["sender"] == "owner" and row["kind"] in _IN_WORDS:
            found.append(row)
        elif row["number"] < number:
            found.clear()
        else:
            break
    return found if number in (row["number"] for row in found) else []


def _known(connection: Connection, conversation: str, last: int) -> Profile:
    """All that was known after message `last`, as later edits have it."""
    query = select(facts).where(facts.c.conversation == conversation, facts.c.message <= last)
    known: dict[ProfileField, Fact] = {}
    for row in connection.execute(query.order_by(facts.c.message, facts.c.id)).mappings():
        field = ProfileField(row["field"])
        known.pop(field, None)
        if row["fact"] is not None:
            known[field] = Fact.model_validate(row["fact"])
    return Profile(facts=known)
