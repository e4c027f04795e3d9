"""A coach's change written: the talk as the bot knows it, and the coaches' side of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from coaching.desk.records import Change
from coaching.message import MessageKind
from journey.profile import Fact, Profile, ProfileField
from journey.state import Pending, State
from storage.desk.reviewing import seen_in
from storage.desk.tables import reviews
from storage.desk.unseen import note_unread
from storage.rows import Row
from storage.tables import conversations, facts, messages, outbox, plans


def store(connection: Connection, review: Row, change: Change, coach: str, at: datetime) -> None:
    """Writes a change of `coach`. A turn of the bot that is under way is stale then, and begins anew."""
    mine = conversations.c.id == change.conversation
    talk = connection.execute(select(conversations).where(mine)).mappings().one()
    profile = _corrected(Profile.model_validate(talk["profile"]), change.facts)
    number = talk["messages"] + len(change.replies)
    moved: dict[str, Any] = {"revision": talk["revision"] + 1, "messages": number}
    moved |= {"profile": profile.model_dump(mode="json")} if change.facts else {}
    moved |= {"last": at} if change.replies else {}
    moved |= {} if change.asked_by is None else {"state": _asked_by(talk["state"], change.asked_by)}
    connection.execute(update(conversations).where(mine).values(moved))
    _send(connection, talk, change, coach, at)
    _keep_facts(connection, talk, change, coach)
    _keep_plan(connection, change, coach, at)
    seen = {**_seen(change, profile), "messages": number, "revision": review["revision"] + 1}
    seen |= {"last": at} if change.replies else {}
    connection.execute(update(reviews).where(reviews.c.conversation == change.conversation).values(seen))
    note_unread(connection, change.conversation, talk["messages"])


def _asked_by(state: dict[str, Any], coach: str) -> dict[str, Any]:
    """`state` in which this coach waits for an answer, nobody where empty. A yes to the coach erases nothing: what was
    to be restarted or deleted after a yes is called off."""
    now = State.model_validate(state)
    pending = now.pending if not coach or now.pending is Pending.CHANGE else None
    return now.but(asked_by=coach, pending=pending).model_dump(mode="json")


def _corrected(profile: Profile, changed: dict[ProfileField, Fact | None]) -> Profile:
    for field, fact in changed.items():
        profile = profile.without(field) if fact is None else profile.with_fact(field, fact)
    return profile


def _seen(change: Change, profile: Profile) -> dict[str, Any]:
    given = {"status": change.status, "assignee": change.assignee, "taken_by": change.taken_by}
    seen: dict[str, Any] = {name: str(value) for name, value in given.items() if value is not None}
    if change.facts:
        seen |= seen_in(profile)
    if change.plan:
        seen |= {"model": change.plan.model}
    return seen


def _send(connection: Connection, talk: Row, change: Change, coach: str, at: datetime) -> None:
    """The replies go into the transcript as this coach's, and into the outbox."""
    said, waiting = [], []
    for number, reply in enumerate(change.replies, talk["messages"] + 1):
        common = {"conversation": change.conversation, "number": number, "reply": reply.model_dump(mode="json")}
        words = {"sender": "coach", "kind": str(MessageKind.TEXT), "text": reply.text, "media": ""}
        words |= {"by": "" if change.by_bot else coach}
        said.append({**common, **words, "at": at})
        waiting.append({**common, "owner": talk["owner"], "made": at})
    if said:
        connection.execute(insert(messages), said)
        connection.execute(insert(outbox), waiting)


def _keep_facts(connection: Connection, talk: Row, change: Change, coach: str) -> None:
    row = {"conversation": change.conversation, "message": talk["messages"], "by": coach}
    rows = [
        {**row, "field": str(field), "fact": fact.model_dump(mode="json") if fact else None}
        for field, fact in change.facts.items()
    ]
    if rows:
        connection.execute(insert(facts), rows)


def _keep_plan(connection: Connection, change: Change, coach: str, at: datetime) -> None:
    of = change.conversation
    if change.plan:
        body = change.plan.model_dump(mode="json")
        row = {
            "conversation": of,
            "version": _newest_version(connection, of) + 1,
            "made": at,
            "plan": body,
            "by": coach,
        }
        connection.execute(insert(plans).values(row))
    if change.approves is not None:
        approved = update(plans).where(plans.c.conversation == of, plans.c.version == change.approves)
        connection.execute(approved.values(approved=at, approved_by=coach))
    if change.asks is not None:
        newest = plans.c.version == _newest_version(connection, of)
        connection.execute(update(plans).where(plans.c.conversation == of, newest).values(asks=change.asks))


def _newest_version(connection: Connection, conversation: str) -> int:
    newest = select(func.max(plans.c.version)).where(plans.c.conversation == conversation)
    return int(connection.execute(newest).scalar() or 0)
