"""The `Conversations` port over a database: a turn is one transaction."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import Connection, Engine, delete, insert, select, update

from coaching.ports import StaleConversationError
from coaching.records import Conversation, Outgoing, PlanVersion, Turn
from journey.profile import Profile
from journey.state import State
from storage.engine import writing
from storage.errors import telling
from storage.inserting import insert_new
from storage.rows import conversation_of, fact_rows, message_rows, plan_of, standing
from storage.tables import conversations, facts, inbox, messages, outbox, owners, plans


def _now() -> datetime:
    return datetime.now(UTC)


class DatabaseConversations:
    """Conversations in SQLite or PostgreSQL. Safe to share between threads."""

    def __init__(self, engine: Engine, now: Callable[[], datetime] = _now) -> None:
        self._engine = engine
        self._writing = writing(engine)
        self._now = now
        self._place = engine.url.render_as_string(hide_password=True)

    def open(self, owner: str) -> Conversation:
        """The owner's current conversation; a new one, not yet stored, where there is none."""
        with telling(self._place), self._engine.connect() as connection:
            query = select(conversations).where(conversations.c.owner == owner, conversations.c.current)
            row = connection.execute(query).mappings().first()
            if row is None:
                return _fresh(owner, State(), Profile())
            return conversation_of(row, _plan(connection, row["id"]))

    def record(self, turn: Turn) -> tuple[Outgoing, ...]:
        """Stores a turn with its replies in the outbox. StaleConversationError where another turn came between."""
        with telling(self._place), self._writing.begin() as connection:
            version = self._store(connection, turn)
            ids = _into_outbox(connection, turn, version.version if version else None)
            if turn.arrival is not None:
                settled = update(inbox).where(inbox.c.id == turn.arrival).values(done=True, body="")
                connection.execute(settled)
            if turn.erases:
                _erase(connection, turn.conversation.owner)
        owner = turn.conversation.owner
        return tuple(
            Outgoing(id=id_, owner=owner, reply=reply, plan=version.plan if reply.document and version else None)
            for id_, reply in zip(ids, turn.replies, strict=True)
        )

    def unsent(self, owner: str | None = None) -> tuple[Outgoing, ...]:
        """Replies not yet marked sent, in order."""
        query = select(outbox).order_by(outbox.c.id)
        if owner is not None:
            query = query.where(outbox.c.owner == owner)
        with telling(self._place), self._engine.connect() as connection:
            rows = connection.execute(query).mappings().all()
            return tuple(_outgoing(connection, dict(row)) for row in rows)

    def mark_sent(self, ids: Sequence[int]) -> None:
        """These replies have reached their medium."""
        if not ids:
            return
        with telling(self._place), self._writing.begin() as connection:
            query = select(outbox.c.conversation, outbox.c.number).where(outbox.c.id.in_(ids))
            for conversation, number in connection.execute(query).all():
                which = (messages.c.conversation == conversation) & (messages.c.number == number)
                connection.execute(update(messages).where(which).values(sent=self._now()))
            connection.execute(delete(outbox).where(outbox.c.id.in_(ids)))

    def plan(self, owner: str, version: int | None = None) -> PlanVersion | None:
        """A version of the owner's plan, the newest where none is named."""
        with telling(self._place), self._engine.connect() as connection:
            query = select(conversations.c.id).where(conversations.c.owner == owner, conversations.c.current)
            conversation = connection.execute(query).scalar()
            return _plan(connection, conversation, version) if conversation else None

    def _store(self, connection: Connection, turn: Turn) -> PlanVersion | None:
        at = self._now()
        self._move_on(connection, turn, at)
        connection.execute(insert(messages), message_rows(turn, at))
        if rows := fact_rows(turn):
            connection.execute(insert(facts), rows)
        version = turn.conversation.plan
        if turn.plan:
            version = PlanVersion(version=version.version + 1 if version else 1, plan=turn.plan)
            body = turn.plan.model_dump(mode="json")
            connection.execute(
                insert(plans),
                {"conversation": turn.conversation.id, "version": version.version, "made": at, "plan": body},
            )
        if turn.ends:
            fresh = _fresh(turn.conversation.owner, turn.state, turn.profile)
            self._begin(connection, fresh, at)
        return version

    def _move_on(self, connection: Connection, turn: Turn, at: datetime) -> None:
        conversation = turn.conversation
        if conversation.revision == 0 and conversation.messages == 0:
            self._begin(connection, conversation, at)
        current = (conversations.c.id == conversation.id) & (conversations.c.revision == conversation.revision)
        values = {**standing(turn, at), "current": not turn.ends}
        if connection.execute(update(conversations).where(current).values(values)).rowcount != 1:
            raise StaleConversationError

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


def _fresh(owner: str, state: State, profile: Profile) -> Conversation:
    return Conversation(id=uuid4().hex, owner=owner, messages=0, revision=0, state=state, profile=profile)


def _plan(connection: Connection, conversation: str, version: int | None = None) -> PlanVersion | None:
    query = select(plans).where(plans.c.conversation == conversation).order_by(plans.c.version.desc()).limit(1)
    if version is not None:
        query = query.where(plans.c.version == version)
    row = connection.execute(query).mappings().first()
    return plan_of(row) if row else None


def _into_outbox(connection: Connection, turn: Turn, plan: int | None) -> list[int]:
    ids = []
    for number, reply in enumerate(turn.replies, turn.number + 1):
        row = {
            "owner": turn.conversation.owner,
            "conversation": turn.conversation.id,
            "number": number,
            "reply": reply.model_dump(mode="json"),
            "plan": plan if reply.document else None,
        }
        ids.append(connection.execute(insert(outbox).values(row).returning(outbox.c.id)).scalar_one())
    return ids


def _outgoing(connection: Connection, row: dict[str, object]) -> Outgoing:
    version = row["plan"]
    plan = _plan(connection, str(row["conversation"]), version) if isinstance(version, int) else None
    return Outgoing.model_validate(
        {"id": row["id"], "owner": row["owner"], "reply": row["reply"], "plan": plan.plan if plan else None}
    )


def _erase(connection: Connection, owner: str) -> None:
    """Everything of an owner but the last replies, which are still to be sent and then go too."""
    connection.execute(delete(owners).where(owners.c.key == owner))
    connection.execute(update(inbox).where(inbox.c.owner == owner).values(body="", owner="", done=True))
