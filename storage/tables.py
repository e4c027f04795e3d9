"""The tables, the same on SQLite and PostgreSQL."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    false,
    true,
)

from storage.sealing import SealedJson, SealedText

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_Sealed = SealedJson(none_as_null=True)
#: A number that the database gives.
ID = BigInteger().with_variant(Integer, "sqlite")

owners = Table(
    "owners",
    metadata,
    Column("key", String(200), primary_key=True),
    Column("created", DateTime(timezone=True), nullable=False),
    Column("unreachable", DateTime(timezone=True), nullable=True),
    Column("coach", String(64), nullable=False, server_default=""),
    Column("agency", String(32), nullable=False, server_default="main"),
)

agencies = Table(
    "agencies",
    metadata,
    Column("key", String(32), primary_key=True),
    Column("name", String(200), nullable=False),
)

coaches = Table(
    "coaches",
    metadata,
    Column("code", String(64), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("agency", String(32), nullable=False, server_default="main", index=True),
    Column("role", String(10), nullable=False, server_default="coach"),
    Column("language", String(2), nullable=False, server_default="nl"),
    Column("active", Boolean, nullable=False, server_default=true()),
    Column("password", String(200), nullable=False, server_default=""),
    Column("generation", Integer, nullable=False, server_default="0"),
    Column("invitation", String(64), nullable=False, server_default=""),
    Column("invited", DateTime(timezone=True), nullable=True),
)

conversations = Table(
    "conversations",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("owner", ForeignKey("owners.key", ondelete="CASCADE"), nullable=False),
    Column("current", Boolean, nullable=False, server_default=true()),
    Column("language", String(2), nullable=False),
    Column("phase", String(20), nullable=False),
    Column("messages", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("state", _Sealed, nullable=False),
    Column("profile", _Sealed, nullable=False),
    Column("started", DateTime(timezone=True), nullable=False),
    Column("last", DateTime(timezone=True), nullable=False, index=True),
    Column("ended", Boolean, nullable=False, server_default=false()),
    Index("ix_conversations_owner_current", "owner", "current"),
)


def of_conversation() -> Column[str]:
    """The conversation that a row is part of, and goes with."""
    return Column("conversation", ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)


messages = Table(
    "messages",
    metadata,
    of_conversation(),
    Column("number", Integer, primary_key=True),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("sender", String(5), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("text", SealedText(), nullable=False),
    Column("media", String(10), nullable=False),
    Column("reply", _Sealed, nullable=True),
    Column("sent", DateTime(timezone=True), nullable=True),
    Column("question", String(30), nullable=False, server_default=""),
    Column("by", String(64), nullable=False, server_default=""),
)

facts = Table(
    "facts",
    metadata,
    Column("id", ID, primary_key=True, autoincrement=True),
    Column("conversation", ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("message", Integer, nullable=False),
    Column("field", String(30), nullable=False),
    Column("fact", _Sealed, nullable=True),
    Column("by", String(64), nullable=False, server_default=""),
)

plans = Table(
    "plans",
    metadata,
    of_conversation(),
    Column("version", Integer, primary_key=True),
    Column("made", DateTime(timezone=True), nullable=False),
    Column("plan", _Sealed, nullable=False),
    Column("by", String(64), nullable=False, server_default=""),
    Column("approved", DateTime(timezone=True), nullable=True),
    Column("approved_by", String(64), nullable=False, server_default=""),
    Column("asks", SealedText(), nullable=False, server_default=""),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", ID, primary_key=True, autoincrement=True),
    Column("owner", String(200), nullable=False, index=True),
    Column("conversation", String(32), nullable=False),
    Column("number", Integer, nullable=False),
    Column("reply", _Sealed, nullable=False),
    Column("plan", Integer, nullable=True),
    Column("made", DateTime(timezone=True), nullable=True),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("parts", Integer, nullable=False, server_default="0"),
    Column("tried", DateTime(timezone=True), nullable=True),
    Column("not_before", DateTime(timezone=True), nullable=True),
    Column("problem", Text, nullable=False, server_default=""),
    Column("dead", DateTime(timezone=True), nullable=True),
    sqlite_autoincrement=True,
)

inbox = Table(
    "inbox",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("owner", String(200), nullable=False),
    Column("body", SealedText(), nullable=False),
    Column("arrived", DateTime(timezone=True), nullable=False),
    Column("done", Boolean, nullable=False),
    Column("kept_back", Boolean, nullable=False, server_default=false()),
    Column("reference", String(40), nullable=False, server_default=""),
    Column("conversation", String(32), nullable=False, server_default=""),
    Column("number", Integer, nullable=True),
    Index("ix_inbox_done_owner", "done", "owner"),
    Index("ix_inbox_owner_reference", "owner", "reference"),
)

workers = Table(
    "workers",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("beats", BigInteger, nullable=False),
    Column("demand", Integer, nullable=False),
)

leases = Table(
    "leases",
    metadata,
    Column("owner", String(200), primary_key=True),
    Column("worker", String(32), nullable=True, index=True),
)

model_usage = Table(
    "model_usage",
    metadata,
    Column("day", Date, primary_key=True),
    Column("owner", String(200), primary_key=True),
    Column("errand", String(20), primary_key=True),
    Column("calls", Integer, nullable=False, server_default="0"),
    Column("tokens_in", BigInteger, nullable=False, server_default="0"),
    Column("tokens_out", BigInteger, nullable=False, server_default="0"),
    Column("cost", Float, nullable=False, server_default="0"),
)
