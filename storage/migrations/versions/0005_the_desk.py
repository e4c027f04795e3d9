"""The desk: accounts of coaches by agency, the coaches' side of each conversation, search, articles, consent."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TIME = sa.DateTime(timezone=True)
_NOT_COUNTED = ("feedback", "change_which", "change_how", "why_not")
_AT_A_TIME = 500


def upgrade() -> None:
    _widen()
    _create_reviews()
    _create_what_coaches_add()
    _create_the_rest()
    _index_words()
    op.execute(sa.text("INSERT INTO agencies (key, name) VALUES ('main', '')"))
    _fill_reviews()


def _short(name: str, length: int, default: str | None = "") -> sa.Column[Any]:
    return sa.Column(name, sa.String(length=length), nullable=False, server_default=default)


def _added() -> tuple[tuple[str, sa.Column[Any]], ...]:
    return (
        ("owners", _short("agency", 32, "main")),
        ("coaches", _short("agency", 32, "main")),
        ("coaches", _short("role", 10, "coach")),
        ("coaches", _short("language", 2, "nl")),
        ("coaches", sa.Column("active", sa.Boolean(), nullable=False, server_default=sa.true())),
        ("coaches", _short("password", 200)),
        ("coaches", sa.Column("generation", sa.Integer(), nullable=False, server_default="0")),
        ("coaches", _short("invitation", 64)),
        ("coaches", sa.Column("invited", _TIME, nullable=True)),
        ("messages", _short("by", 64)),
        ("facts", _short("by", 64)),
        ("plans", _short("by", 64)),
        ("plans", sa.Column("approved", _TIME, nullable=True)),
        ("plans", _short("approved_by", 64)),
        ("plans", sa.Column("asks", sa.Text(), nullable=False, server_default="")),
    )


def _widen() -> None:
    for table, column in _added():
        op.add_column(table, column)
    op.create_table("agencies", _short("key", 32, None), _short("name", 200, None), _primary("agencies", "key"))


def _primary(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def _of(table: str, column: str, whole: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [whole], name=op.f(f"fk_{table}_{column}"), ondelete="CASCADE")


def _create_reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("number", _ID, autoincrement=True, nullable=False),
        *(_short(name, length, None) for name, length in (("conversation", 32), ("agency", 32), ("status", 12))),
        *(_short(name, length, None) for name, length in (("topic", 20), ("sector", 40), ("language", 2))),
        sa.Column("business", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("messages", "said")),
        *(sa.Column(name, _TIME, nullable=False) for name in ("started", "last")),
        _short("assignee", 64),
        _short("taken_by", 64),
        sa.Column("revision", sa.Integer(), nullable=False, server_default="1"),
        sa.Column("indexed", sa.Integer(), nullable=False, server_default="0"),
        *(sa.Column(name, sa.Text(), nullable=False, server_default="") for name in ("path", "channels")),
        _short("model", 10),
        *(sa.Column(name, sa.Integer(), nullable=True) for name in ("turns", "minutes")),
        _of("reviews", "conversation", "conversations.id"),
        _primary("reviews", "number"),
        sa.UniqueConstraint("conversation", name=op.f("uq_reviews_conversation")),
        sqlite_autoincrement=True,
    )
    for name, columns in (
        ("ix_reviews_list", "agency last number status topic sector language assignee"),
        ("ix_reviews_agency_status", "agency status last number"),
        ("ix_reviews_agency_sector", "agency sector"),
        ("ix_reviews_path", "agency path status last turns started"),
        ("ix_reviews_channels", "agency channels started"),
        ("ix_reviews_model", "agency model started"),
    ):
        op.create_index(name, "reviews", columns.split())
    for name, columns, where in (
        ("ix_reviews_effort", "agency turns minutes started", sa.text("turns IS NOT NULL")),
        ("ix_reviews_unindexed", "number", sa.text("indexed < messages")),
    ):
        op.create_index(name, "reviews", columns.split(), sqlite_where=where, postgresql_where=where)


def _part_of_conversation(table: str, *columns: sa.Column[Any], key: tuple[str, ...]) -> None:
    conversation = _short("conversation", 32, None)
    op.create_table(
        table, conversation, *columns, _of(table, "conversation", "conversations.id"), _primary(table, *key)
    )


def _message() -> sa.Column[Any]:
    return sa.Column("message", sa.Integer(), nullable=False)


def _create_what_coaches_add() -> None:
    _part_of_conversation("reads", _short("coach", 64, None), _message(), key=("conversation", "coach"))
    _part_of_conversation(
        "tags",
        _message(),
        _short("name", 40, None),
        _short("by", 64, None),
        key=("conversation", "message", "name"),
    )
    op.create_index("ix_tags_name", "tags", ["name"])
    _part_of_conversation(
        "notes",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=True) for name in ("message", "version")),
        _short("place", 60, None),
        sa.Column("text", sa.Text(), nullable=False),
        _short("by", 64, None),
        sa.Column("at", _TIME, nullable=False),
        key=("id",),
    )
    op.create_index(op.f("ix_notes_conversation"), "notes", ["conversation"])
    _part_of_conversation(
        "asks",
        _message(),
        _short("agency", 32, None),
        sa.Column("at", _TIME, nullable=False),
        *(_short(name, length, None) for name, length in (("intent", 20), ("question", 30), ("label", 80))),
        sa.Column("nearness", sa.Float(), nullable=True),
        sa.Column("unhelpful", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("poor", sa.Boolean(), nullable=False),
        key=("conversation", "message"),
    )
    op.create_index("ix_asks_agency_intent", "asks", ["agency", "intent", "question", "at"])
    op.create_index(
        "ix_asks_poor", "asks", ["agency", "at"], sqlite_where=sa.text("poor = 1"), postgresql_where=sa.text("poor")
    )


def _create_the_rest() -> None:
    op.create_table(
        "audit",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("at", _TIME, nullable=False),
        *(_short(name, length, None) for name, length in (("agency", 32), ("coach", 64), ("act", 20))),
        *(_short(name, length, None) for name, length in (("conversation", 32), ("detail", 200))),
        _primary("audit", "id"),
    )
    op.create_index("ix_audit_agency", "audit", ["agency", "id"])
    op.create_index("ix_audit_conversation", "audit", ["conversation", "id"])
    op.create_table(
        "consents",
        _short("owner", 200, None),
        _short("version", 20, None),
        sa.Column("given", _TIME, nullable=False),
        sa.Column("revoked", _TIME, nullable=True),
        _of("consents", "owner", "owners.key"),
        _primary("consents", "owner"),
    )
    _create_articles()
    op.create_table(
        "seals",
        _short("name", 20, None),
        sa.Column("value", sa.Text(), nullable=False),
        _primary("seals", "name"),
    )


def _create_articles() -> None:
    op.create_table(
        "articles",
        *(_short(name, length, None) for name, length in (("id", 32), ("agency", 32), ("title", 200))),
        *(_short(name, length, None) for name, length in (("source", 200), ("language", 2), ("label", 80))),
        sa.Column("on", sa.Boolean(), nullable=False, server_default=sa.true()),
        *(_short(name, length, None) for name, length in (("name", 200), ("media", 80))),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        _short("state", 10, None),
        *(sa.Column(name, sa.Integer(), nullable=False, server_default="0") for name in ("done", "total")),
        _short("problem", 200),
        _short("by", 64, None),
        sa.Column("added", _TIME, nullable=False),
        _primary("articles", "id"),
    )
    op.create_index(op.f("ix_articles_agency"), "articles", ["agency"])
    op.create_table(
        "article_parts",
        _short("article", 32, None),
        sa.Column("number", sa.Integer(), nullable=False),
        _short("heading", 200, None),
        sa.Column("text", sa.Text(), nullable=False),
        _of("article_parts", "article", "articles.id"),
        _primary("article_parts", "article", "number"),
    )


#: The index of words (storage/desk/words.py): a document's number is that of its conversation times 2^20, and its own.
_SQLITE = (
    "CREATE VIRTUAL TABLE message_words USING fts5(words, tokenize = 'unicode61 remove_diacritics 2')",
    "CREATE TRIGGER message_words_gone AFTER DELETE ON reviews BEGIN DELETE FROM message_words "
    "WHERE rowid > old.number * 1048576 AND rowid < (old.number + 1) * 1048576; END",
)
_POSTGRESQL = (
    "CREATE TABLE message_words (id BIGINT CONSTRAINT pk_message_words PRIMARY KEY, "
    "review BIGINT NOT NULL CONSTRAINT fk_message_words_review REFERENCES reviews (number) ON DELETE CASCADE, "
    "words TSVECTOR NOT NULL)",
    # Without fine statistics the planner takes rare words for frequent ones, and reads the table from its end.
    "ALTER TABLE message_words ALTER COLUMN words SET STATISTICS 1000",
    "CREATE INDEX ix_message_words_words ON message_words USING gin (words) WITH (fastupdate = off)",
    "CREATE INDEX ix_message_words_review ON message_words (review)",
)


def _index_words() -> None:
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(sa.text(statement))


_FILLED = "conversation agency status topic sector language business messages said path channels model turns minutes"


def _fill_reviews() -> None:
    """Every conversation that is there gets its side for the coaches."""
    bind = op.get_bind()
    times = (sa.column(name, _TIME) for name in ("started", "last"))
    reviews = sa.table("reviews", *map(sa.column, _FILLED.split()), *times)
    rows: list[dict[str, Any]] = []
    for row in _conversations(bind):
        rows.append(_review(row))
        if len(rows) == _AT_A_TIME:
            bind.execute(sa.insert(reviews), rows)
            rows.clear()
    if rows:
        bind.execute(sa.insert(reviews), rows)


def _conversations(bind: sa.Connection) -> Iterator[Any]:
    query = sa.text(
        "SELECT c.id, c.language, c.messages, c.ended, c.started, c.last, c.state, c.profile, p.made, "
        "(SELECT count(*) FROM messages m WHERE m.conversation = c.id AND m.sender = 'owner') AS said, "
        "(SELECT count(*) FROM messages m WHERE m.conversation = c.id AND m.sender = 'owner' AND m.at <= p.made) "
        "AS turns FROM conversations c "
        "LEFT JOIN plans p ON p.conversation = c.id AND p.version = 1 WHERE c.messages > 0 ORDER BY c.started"
    ).columns(state=sa.JSON(), profile=sa.JSON(), started=_TIME, last=_TIME, made=_TIME, ended=sa.Boolean())
    return iter(bind.execute(query).mappings().all())


def _review(row: Any) -> dict[str, Any]:
    state, facts, made = row["state"], row["profile"].get("facts", {}), row["made"]
    channels = facts.get("channels_current", {}).get("value", [])
    return {
        "conversation": row["id"],
        "agency": "main",
        "status": "closed" if row["ended"] else "plan_ready" if made else "interviewing",
        "topic": _topic(state),
        "sector": _text(facts, "sector")[:40],
        "language": row["language"],
        "business": _text(facts, "business_name"),
        "messages": row["messages"],
        "said": row["said"],
        "started": row["started"],
        "last": row["last"],
        "path": _path(state),
        "channels": " ".join(channels) if isinstance(channels, list) else "",
        "model": _text(facts, "model")[:10] if made else "",
        "turns": row["turns"] if made else None,
        "minutes": _minutes(row["started"], made) if made else None,
    }


def _text(facts: dict[str, Any], field: str) -> str:
    value = facts.get(field, {}).get("value", "")
    return value if isinstance(value, str) else ""


def _minutes(started: datetime, made: datetime) -> int:
    zoned = [at if at.tzinfo else at.replace(tzinfo=UTC) for at in (started, made)]
    return max(0, int((zoned[1] - zoned[0]).total_seconds() // 60))


_TOPICS = {
    "channels_more": "channels",
    "hours": "constraints",
    "money": "constraints",
    **dict.fromkeys(_NOT_COUNTED, "plan_feedback"),
}


def _topic(state: dict[str, Any]) -> str:
    reached = state.get("open") or next(reversed(state.get("asked", [])), "")
    return _TOPICS.get(reached, reached)


def _path(state: dict[str, Any]) -> str:
    opened, skipped, probed = state.get("open", ""), state.get("skipped", []), state.get("probed", [])
    asked = dict.fromkeys([*state.get("asked", []), *skipped, opened])
    marks = {key: ("-" if key in skipped and key != opened else "") + ("?" if key in probed else "") for key in asked}
    return " ".join(
        f"{key}{marks[key]}{'!' if key == opened else ''}" for key in asked if key and key not in _NOT_COUNTED
    )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(sa.text("DROP TRIGGER message_words_gone"))
    for table in ("message_words", "seals", "article_parts", "articles", "consents", "audit", "asks", "notes"):
        op.drop_table(table)
    for table in ("tags", "reads", "reviews", "agencies"):
        op.drop_table(table)
    for table, column in reversed(_added()):
        op.drop_column(table, column.name)
