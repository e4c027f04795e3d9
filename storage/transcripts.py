"""The `Transcripts` port over a database: conversations as a coach reads them."""

from collections import defaultdict

from sqlalchemy import Connection, func, select

from coaching.records import Transcript, TranscriptHead
from journey.profile import Fact, Profile, ProfileField
from storage.engine import Database
from storage.rows import Row, head_of, line_of, plan_of
from storage.tables import conversations, facts, messages, plans

_COUNTED = (
    select(func.count())
    .select_from(plans)
    .where(plans.c.conversation == conversations.c.id)
    .scalar_subquery()
    .label("plans")
)


class DatabaseTranscripts:
    """Transcripts in SQLite or PostgreSQL."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def heads(self) -> tuple[TranscriptHead, ...]:
        """All conversations, the most recently active first."""
        query = select(conversations, _COUNTED).order_by(conversations.c.last.desc(), conversations.c.id)
        with self._database.reading() as connection:
            return tuple(head_of(row) for row in connection.execute(query).mappings())

    def transcript(self, conversation: str) -> Transcript | None:
        """One conversation by its id, or by the first characters of it where they name one only."""
        query = select(conversations, _COUNTED).where(conversations.c.id.startswith(conversation, autoescape=True))
        with self._database.reading() as connection:
            rows = connection.execute(query.limit(2)).mappings().all()
            return _transcript(connection, rows[0]) if len(rows) == 1 and conversation else None


def transcript_of(connection: Connection, conversation: str) -> Transcript:
    """The conversation with this id, which there must be."""
    row = connection.execute(select(conversations, _COUNTED).where(conversations.c.id == conversation)).mappings().one()
    return _transcript(connection, row)


def _transcript(connection: Connection, row: Row) -> Transcript:
    lines = select(messages).where(messages.c.conversation == row["id"]).order_by(messages.c.number)
    made = select(plans).where(plans.c.conversation == row["id"]).order_by(plans.c.version)
    given = _facts(connection, row["id"])
    return Transcript(
        head=head_of(row),
        lines=tuple(line_of(line, given[line["number"]]) for line in connection.execute(lines).mappings()),
        profile=Profile.model_validate(row["profile"]),
        plans=tuple(plan_of(plan) for plan in connection.execute(made).mappings()),
    )


def _facts(connection: Connection, conversation: str) -> dict[int, dict[ProfileField, Fact]]:
    query = select(facts).where(facts.c.conversation == conversation).order_by(facts.c.id)
    found: dict[int, dict[ProfileField, Fact]] = defaultdict(dict)
    for row in connection.execute(query).mappings():
        beside, field = found[row["message"]], ProfileField(row["field"])
        beside.pop(field, None)
        if row["fact"] is not None:
            beside[field] = Fact.model_validate(row["fact"])
    return found
