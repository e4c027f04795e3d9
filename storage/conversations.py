"""The `Conversations` port over a database: a turn is one transaction."""

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import zip_longest
from uuid import uuid4

from sqlalchemy import Connection, insert, select, update

from coaching.desk.records import Act
from coaching.message import Reply
from coaching.ports import ArrivalDoneError, StaleConversationError
from coaching.records import Conversation, Outgoing, OwnData, PlanVersion, Told, Turn
from journey.profile import Profile
from journey.state import State
from storage import statements
from storage.clock import now_in_utc
from storage.desk.auditing import enter_about
from storage.desk.erasing import Forgets, erase_owner, no_files
from storage.desk.reviewing import follow_coach, review_turn
from storage.earlier import told
from storage.engine import Database
from storage.inserting import insert_new
from storage.own_data import own_data
from storage.rows import Row, conversation_of, fact_rows, message_rows, plan_of, seconds_to_wait, standing
from storage.tables import conversations, facts, owners, plans


class DatabaseConversations:
    """Conversations in SQLite or PostgreSQL. Safe to share between threads."""

    def __init__(
        self, database: Database, now: Callable[[], datetime] = now_in_utc, forgets: Forgets = no_files
    ) -> None:
        self._database = database
        self._now = now
        self._forgets = forgets

    def open(self, owner: str) -> Conversation:
        """The owner's current conversation; a new one, not yet stored, where there is none."""
        with self._database.reading() as connection:
            row = connection.execute(statements.CURRENT, {"owner": owner}).mappings().first()
            if row is None:
                return self.fresh(owner, State(), Profile())
            return conversation_of(row, _plan(connection, row["id"]))

    def fresh(self, owner: str, state: State, profile: Profile) -> Conversation:
        """A conversation that begins with this; nothing is stored yet."""
        return Conversation(id=uuid4().hex, owner=owner, messages=0, revision=0, state=state, profile=profile)

    def all_of(self, owner: str) -> tuple[Conversation, ...]:
        """The owner's conversations in the order they began, but for those that were ended."""
        query = statements.CONVERSATIONS.where(conversations.c.owner == owner, conversations.c.ended.is_(False))
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(conversations.c.started)).mappings().all()
            return tuple(conversation_of(row, _plan(connection, row["id"])) for row in rows)

    def told(self, conversation: str, number: int) -> Told | None:
        """What was told in message `number` and those answered with it; None where it was no message in words."""
        with self._database.reading() as connection:
            return told(connection, conversation, number)

    def record(self, turn: Turn) -> tuple[Outgoing, ...]:
        """Stores a turn with its replies in the outbox. StaleConversationError where another turn came between,
        ArrivalDoneError where an arrival was worked before."""
        if turn.erases:
            self._forgets(turn.conversation.owner)
        return self._database.write(lambda connection: self._record(connection, turn))

    def unsent(self, owner: str | None = None) -> tuple[Outgoing, ...]:
        """Replies not yet marked sent nor given up, in order."""
        query, of = (statements.UNSENT, {}) if owner is None else (statements.UNSENT_OF, {"owner": owner})
        with self._database.reading() as connection:
            rows = connection.execute(query, of).mappings().all()
            return tuple(_outgoing(connection, row, self._now()) for row in rows)

    def mark_sent(self, ids: Sequence[int]) -> None:
        """These replies have reached their medium."""
        if ids:
            self._database.write(lambda connection: _mark_sent(connection, ids, self._now()))

    def plan(self, owner: str, version: int | None = None) -> PlanVersion | None:
        """A version of the owner's plan, the newest where none is named."""
        with self._database.reading() as connection:
            query = select(conversations.c.id).where(conversations.c.owner == owner, conversations.c.current)
            conversation = connection.execute(query).scalar()
            return _plan(connection, conversation, version) if conversation else None

    def _record(self, connection: Connection, turn: Turn) -> tuple[Outgoing, ...]:
        _settle(connection, turn)
        version = self._store(connection, turn)
        owner = turn.conversation.owner
        if turn.erases:
            erase_owner(connection, owner, self._now())
        if any(map(_has_all, turn.replies)):
            enter_about(connection, turn.conversation.id, "", Act.EXPORTED, self._now(), "own_data owner")
        ids = _into_outbox(connection, turn, version.version if version else None, self._now())
        return tuple(
            Outgoing(
                id=id_,
                owner=owner,
                reply=reply,
                plan=version.plan if reply.document and version else None,
                own=_own(connection, owner, reply),
            )
            for id_, reply in zip(ids, turn.replies, strict=True)
        )

    def _store(self, connection: Connection, turn: Turn) -> PlanVersion | None:
        at = self._now()
        self._move_on(connection, turn, at)
        if turn.message.edits:
            of = {"of": turn.conversation.id, "edited": turn.message.edits}
            connection.execute(statements.EDIT, {**of, "text": turn.message.text})
        if rows := message_rows(turn, at):
            connection.execute(statements.ADD_MESSAGES, rows)
        if rows := fact_rows(turn):
            connection.execute(insert(facts), rows)
        version = turn.conversation.plan
        if turn.plan:
            version = PlanVersion.after(version, turn.plan)
            body = turn.plan.model_dump(mode="json")
            connection.execute(
                insert(plans),
                {"conversation": turn.conversation.id, "version": version.version, "made": at, "plan": body},
            )
        review_turn(connection, turn, at)
        if turn.ends:
            self._begin(connection, self.fresh(turn.conversation.owner, turn.state, turn.profile), at)
        return version

    def _move_on(self, connection: Connection, turn: Turn, at: datetime) -> None:
        conversation = turn.conversation
        if turn.leaves and connection.execute(statements.LEAVE, {"left": turn.leaves, "current": False}).rowcount != 1:
            raise StaleConversationError
        if conversation.revision == 0 and conversation.messages == 0:
            self._begin(connection, conversation, at)
        values = {**standing(turn, at), "current": not turn.ends, "ended": turn.ends}
        values |= {"of": conversation.id, "after": conversation.revision}
        if connection.execute(statements.MOVE_ON, values).rowcount != 1:
            raise StaleConversationError
        if turn.joins:
            joined = update(owners).where(owners.c.key == conversation.owner)
            connection.execute(joined.values(coach=turn.joins))
            follow_coach(connection, conversation.owner, turn.joins)

    def _begin(self, connection: Connection, conversation: Conversation, at: datetime) -> None:
        """Stores a new conversation; another one that the owner began in the meantime makes this turn stale."""
        insert_new(connection, owners, [{"key": conversation.owner, "created": at}])
        query = select(conversations.c.id).where(conversations.c.owner == conversation.owner, conversations.c.current)
        already = connection.execute(query).scalar()
        if already == conversation.id:
            return
        if already is not None:
            raise StaleConversationError
        row = {
            "id": conversation.id,
            "owner": conversation.owner,
            "current": True,
            "language": conversation.state.language,
            "phase": str(conversation.state.phase),
            "messages": 0,
            "revision": 0,
            "state": conversation.state.model_dump(mode="json"),
            "profile": conversation.profile.model_dump(mode="json"),
            "started": at,
            "last": at,
        }
        connection.execute(insert(conversations), row)


def _plan(connection: Connection, conversation: str, version: int | None = None) -> PlanVersion | None:
    query = statements.NEWEST_PLAN if version is None else statements.NEWEST_PLAN.where(plans.c.version == version)
    row = connection.execute(query, {"conversation": conversation}).mappings().first()
    return plan_of(row) if row else None


def _settle(connection: Connection, turn: Turn) -> None:
    """The arrivals of a turn are done; each keeps the number its message got, for the case that it is edited."""
    numbers = (None,) if turn.message.edits else turn.numbers
    for arrival, number in zip_longest(turn.arrivals, numbers[: len(turn.arrivals)], fillvalue=numbers[-1]):
        settled = {"arrival": arrival, "of": turn.conversation.id, "as": number}
        if connection.execute(statements.SETTLE, settled).rowcount != 1:
            raise ArrivalDoneError


def _into_outbox(connection: Connection, turn: Turn, plan: int | None, at: datetime) -> Sequence[int]:
    rows = [
        {
            "owner": turn.conversation.owner,
            "conversation": turn.conversation.id,
            "number": number,
            "reply": reply.model_dump(mode="json"),
            "plan": plan if reply.document and reply.document.format == "md" else None,
            "made": at,
        }
        for number, reply in enumerate(turn.replies, turn.number + 1)
    ]
    if not rows:
        return ()
    return connection.execute(statements.ADD_REPLIES, rows).scalars().all()


def _mark_sent(connection: Connection, ids: Sequence[int], at: datetime) -> None:
    connection.execute(statements.NOTE_SENT, {"ids": ids, "now": at})
    connection.execute(statements.TAKE_OUT, {"ids": ids})


def _outgoing(connection: Connection, row: Row, now: datetime) -> Outgoing:
    version = row["plan"]
    plan = _plan(connection, row["conversation"], version) if version is not None else None
    reply = Reply.model_validate(row["reply"])
    return Outgoing(
        id=row["id"],
        owner=row["owner"],
        reply=reply,
        plan=plan.plan if plan else None,
        own=_own(connection, row["owner"], reply),
        attempts=row["attempts"],
        parts=row["parts"],
        wait=seconds_to_wait(row, now),
    )


def _own(connection: Connection, owner: str, reply: Reply) -> OwnData | None:
    """What a document with everything is made from, where the reply carries one."""
    return own_data(connection, owner) if _has_all(reply) else None


def _has_all(reply: Reply) -> bool:
    """Whether the reply carries everything that is kept of the owner."""
    return reply.document is not None and reply.document.format == "zip"
