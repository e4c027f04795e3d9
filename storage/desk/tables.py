"""The tables of the desk, the same on SQLite and PostgreSQL. Indices of some rows only are in partial_indexes.py."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    false,
    true,
)

from storage.sealing import SealedText
from storage.tables import ID, metadata, of_conversation

#: The coaches' side of each conversation, narrow and beside it: lists, counts and insight read this table alone.
reviews = Table(
    "reviews",
    metadata,
    Column("number", ID, primary_key=True, autoincrement=True),
    Column("conversation", ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("agency", String(32), nullable=False),
    Column("status", String(12), nullable=False),
    Column("topic", String(20), nullable=False),
    Column("sector", String(40), nullable=False),
    Column("language", String(2), nullable=False),
    Column("business", SealedText(), nullable=False),
    Column("messages", Integer, nullable=False),
    Column("said", Integer, nullable=False),
    Column("started", DateTime(timezone=True), nullable=False),
    Column("last", DateTime(timezone=True), nullable=False),
    Column("assignee", String(64), nullable=False, server_default=""),
    Column("taken_by", String(64), nullable=False, server_default=""),
    Column("revision", Integer, nullable=False, server_default="1"),
    Column("indexed", Integer, nullable=False, server_default="0"),
    Column("path", Text, nullable=False, server_default=""),
    Column("channels", Text, nullable=False, server_default=""),
    Column("model", String(10), nullable=False, server_default=""),
    Column("turns", Integer, nullable=True),
    Column("minutes", Integer, nullable=True),
    # The list, with all that it can be filtered by: what doesn't fit is passed over without looking at the row.
    Index("ix_reviews_list", "agency", "last", "number", "status", "topic", "sector", "language", "assignee"),
    Index("ix_reviews_agency_status", "agency", "status", "last", "number"),
    Index("ix_reviews_agency_sector", "agency", "sector"),
    sqlite_autoincrement=True,
)

#: What a coach has not read: of a conversation, all behind message `seen`. Whoever is not named here has read all.
unread = Table(
    "unread",
    metadata,
    Column("coach", String(64), primary_key=True),
    Column("review", ForeignKey("reviews.number", ondelete="CASCADE"), primary_key=True, index=True),
    Column("seen", Integer, nullable=False),
    sqlite_with_rowid=False,
)

tags = Table(
    "tags",
    metadata,
    of_conversation(),
    Column("message", Integer, primary_key=True),
    Column("name", String(40), primary_key=True),
    Column("by", String(64), nullable=False),
    Index("ix_tags_name", "name"),
)

notes = Table(
    "notes",
    metadata,
    Column("id", ID, primary_key=True, autoincrement=True),
    Column("conversation", ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("message", Integer, nullable=True),
    Column("version", Integer, nullable=True),
    Column("place", String(60), nullable=False),
    Column("text", SealedText(), nullable=False),
    Column("by", String(64), nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
)

#: What owners asked back.
asks = Table(
    "asks",
    metadata,
    of_conversation(),
    Column("message", Integer, primary_key=True),
    Column("agency", String(32), nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("intent", String(20), nullable=False),
    Column("question", String(30), nullable=False),
    Column("label", String(80), nullable=False),
    Column("nearness", Float, nullable=True),
    Column("unhelpful", Boolean, nullable=False, server_default=false()),
    Column("poor", Boolean, nullable=False),
)

#: What insight shows, counted by the day on which a conversation began or a question back was asked (day_counts.py).
day_counts = Table(
    "day_counts",
    metadata,
    Column("agency", String(32), primary_key=True),
    Column("figure", String(10), primary_key=True),
    Column("key", String(60), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)

#: What each conversation counts for in `day_counts`; of one that was erased, until that is taken out.
counted = Table(
    "counted",
    metadata,
    Column("review", ID, primary_key=True, autoincrement=False),
    Column("agency", String(32), nullable=False),
    Column("figures", Text, nullable=False),
)

#: Conversations to be counted anew when it is `due`. Triggers of `reviews` and `asks` add to it with each change, so
#: that nobody waits for anybody.
recounts = Table(
    "recounts",
    metadata,
    Column("id", ID, primary_key=True, autoincrement=True),
    Column("review", ID, nullable=False),
    Column("due", DateTime(timezone=True), nullable=False, index=True),
)

audit = Table(
    "audit",
    metadata,
    Column("id", ID, primary_key=True, autoincrement=True),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("agency", String(32), nullable=False),
    Column("coach", String(64), nullable=False),
    Column("act", String(20), nullable=False),
    Column("conversation", String(32), nullable=False),
    Column("detail", String(200), nullable=False),
    Index("ix_audit_agency", "agency", "id"),
    Index("ix_audit_conversation", "conversation", "id"),
)

#: Erasures of which traces still stand in the files of the database (storage/desk/forgetting.py).
erasures = Table(
    "erasures",
    metadata,
    Column("id", ID, primary_key=True, autoincrement=True),
    Column("at", DateTime(timezone=True), nullable=False),
)

#: That an owner agreed to what is kept, in which version of the words, and took it back.
consents = Table(
    "consents",
    metadata,
    Column("owner", ForeignKey("owners.key", ondelete="CASCADE"), primary_key=True),
    Column("version", String(20), nullable=False),
    Column("given", DateTime(timezone=True), nullable=False),
    Column("revoked", DateTime(timezone=True), nullable=True),
)

articles = Table(
    "articles",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("agency", String(32), nullable=False, index=True),
    Column("title", String(200), nullable=False),
    Column("source", String(200), nullable=False),
    Column("language", String(2), nullable=False),
    Column("label", String(80), nullable=False),
    Column("on", Boolean, nullable=False, server_default=true()),
    Column("name", String(200), nullable=False),
    Column("media", String(80), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("state", String(10), nullable=False),
    Column("done", Integer, nullable=False, server_default="0"),
    Column("total", Integer, nullable=False, server_default="0"),
    Column("problem", String(200), nullable=False, server_default=""),
    Column("by", String(64), nullable=False),
    Column("added", DateTime(timezone=True), nullable=False),
)

article_parts = Table(
    "article_parts",
    metadata,
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("heading", String(200), nullable=False),
    Column("text", Text, nullable=False),
)

#: What encryption needs: a proof of the key, and the key of the index of words, itself encrypted.
seals = Table(
    "seals",
    metadata,
    Column("name", String(20), primary_key=True),
    Column("value", Text, nullable=False),
)
