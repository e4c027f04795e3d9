"""The coaches' side of a conversation kept up with its turns."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Integer, String, bindparam, func, insert, select, update

from coaching.desk.asking import is_poor
from coaching.desk.path import path_of, topic_of
from coaching.desk.status import status_after
from coaching.records import Turn
from journey.channels import CHANNELS
from journey.profile import Profile, ProfileField
from storage.desk.tables import asks, reviews
from storage.desk.unseen import note_unread, unread_anew
from storage.rows import in_utc
from storage.tables import coaches, conversations, owners

_MOVED = update(reviews).where(reviews.c.conversation == bindparam("of"))
_AFTER_TURN = _MOVED.values(
    status=func.coalesce(bindparam("new_status", type_=String()), reviews.c.status),
    said=reviews.c.said + bindparam("more", type_=Integer()),
    revision=reviews.c.revision + bindparam("changes", type_=Integer()),
)
_AT_FIRST_PLAN = _MOVED.where(reviews.c.turns.is_(None)).values(
    turns=reviews.c.said, minutes=bindparam("after", type_=Integer())
)
_STARTED = select(reviews.c.started).where(reviews.c.conversation == bindparam("of"))
#: Words that were edited are indexed anew, and all after them.
_EDITED = _MOVED.where(reviews.c.indexed >= bindparam("edited", type_=Integer())).values(
    indexed=bindparam("edited", type_=Integer()) - 1
)
_ADD = insert(reviews)
_ASK = insert(asks)
_AGENCY = select(owners.c.agency).where(owners.c.key == bindparam("owner"))


def review_turn(connection: Connection, turn: Turn, at: datetime) -> None:
    """Brings the coaches' side of a conversation up to date with a turn."""
    status = status_after(turn)
    said = 0 if turn.message.edits else len(turn.message.parts)
    changes = int(bool(turn.facts or turn.forgotten or turn.plan))
    moved = {**_moved(turn, at), "of": turn.conversation.id, "new_status": status, "more": said, "changes": changes}
    if connection.execute(_AFTER_TURN, moved).rowcount == 0:
        begun = {"conversation": turn.conversation.id, "status": status or "plan_ready", "said": said, "started": at}
        connection.execute(
            _ADD, {**_moved(turn, at, whole=True), **begun, "agency": _agency(connection, turn.conversation.owner)}
        )
    note_unread(connection, turn.conversation.id, turn.conversation.messages)
    if turn.plan and turn.conversation.plan is None:
        _note_first_plan(connection, turn.conversation.id, at)
    if turn.message.edits:
        connection.execute(_EDITED, {"of": turn.conversation.id, "edited": turn.message.edits})
    if turn.asked or turn.unhelpful:
        _note_asked(connection, turn, at)


def follow_coach(connection: Connection, owner: str, coach: str) -> None:
    """The owner's conversations belong to the agency of `coach` from now on."""
    agency = connection.execute(select(coaches.c.agency).where(coaches.c.code == coach)).scalar()
    if agency is None or connection.execute(_AGENCY, {"owner": owner}).scalar() == agency:
        return
    connection.execute(update(owners).where(owners.c.key == owner).values(agency=agency))
    mine = select(conversations.c.id).where(conversations.c.owner == owner)
    moved = update(reviews).where(reviews.c.conversation.in_(mine)).values(agency=agency, indexed=0)
    for number, conversation in connection.execute(moved.returning(reviews.c.number, reviews.c.conversation)).all():
        unread_anew(connection, number, conversation)
    connection.execute(update(asks).where(asks.c.conversation.in_(mine)).values(agency=agency))


def seen_in(profile: Profile) -> dict[str, str]:
    """What the list and insight show of a profile."""
    known = (channel for channel in profile.many(ProfileField.CHANNELS_CURRENT) if channel in CHANNELS)
    return {
        "sector": profile.text(ProfileField.SECTOR)[:40],
        "business": profile.text(ProfileField.BUSINESS_NAME),
        "channels": " ".join(sorted(known)),
    }


def _moved(turn: Turn, at: datetime, *, whole: bool = False) -> dict[str, Any]:
    """The columns that a turn changes (`whole`: all of them). One that ends stays as it stood."""
    moved: dict[str, Any] = {"messages": turn.number + len(turn.replies), "last": at}
    if whole or not turn.ends:
        moved |= {"topic": topic_of(turn.state), "path": path_of(turn.state), "language": turn.state.language}
    if whole or (not turn.ends and (turn.facts or turn.forgotten)):
        moved |= seen_in(turn.profile)
    if whole or turn.plan:
        plan = turn.plan or (turn.conversation.plan and turn.conversation.plan.plan)
        moved["model"] = plan.model if plan else ""
    return moved


def _agency(connection: Connection, owner: str) -> str:
    return str(connection.execute(_AGENCY, {"owner": owner}).scalar_one())


def _note_first_plan(connection: Connection, conversation: str, at: datetime) -> None:
    started = in_utc(connection.execute(_STARTED, {"of": conversation}).scalar_one())
    minutes = max(0, int((at - started).total_seconds() // 60))
    connection.execute(_AT_FIRST_PLAN, {"of": conversation, "after": minutes})


def _note_asked(connection: Connection, turn: Turn, at: datetime) -> None:
    of = turn.conversation.id
    if turn.unhelpful:
        last = select(func.max(asks.c.message)).where(asks.c.conversation == of, asks.c.intent == "theory")
        didnt = update(asks).where(asks.c.conversation == of, asks.c.message == last.scalar_subquery())
        connection.execute(didnt.values(unhelpful=True, poor=True))
    if turn.asked and not turn.message.edits:
        agency = select(reviews.c.agency).where(reviews.c.conversation == of).scalar_subquery()
        row = {"conversation": of, "message": turn.numbers[-1], "at": at, "agency": agency, "poor": is_poor(turn.asked)}
        connection.execute(_ASK.values({**row, **turn.asked.model_dump()}))
