"""What insight shows, counted by day, in place of indices to count it from; triggers note what has to be counted."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INDICES = (
    ("ix_reviews_path", "reviews", "agency path status last turns started", None),
    ("ix_reviews_channels", "reviews", "agency channels started", None),
    ("ix_reviews_model", "reviews", "agency model started", None),
    ("ix_reviews_effort", "reviews", "agency turns minutes started", sa.text("turns IS NOT NULL")),
    ("ix_asks_agency_intent", "asks", "agency intent question at", None),
)
#: Each table of which something is counted, the columns of that, and how a row of it notes its review.
_COUNTED = (
    (
        "reviews",
        "agency, status, started, last, path, channels, model, turns, minutes",
        "INSERT INTO recounts (review, due) SELECT {row}.number, {row}.started",
    ),
    (
        "asks",
        "at, intent, question",
        "INSERT INTO recounts (review, due) "
        "SELECT number, started FROM reviews WHERE conversation = {row}.conversation",
    ),
)


def upgrade() -> None:
    for name, table, _, _ in _INDICES:
        op.drop_index(name, table)
    op.create_table(
        "day_counts",
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("figure", sa.String(length=10), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "figure", "key", "day", name=op.f("pk_day_counts")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "counted",
        sa.Column("review", _ID, autoincrement=False, nullable=False),
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("review", name=op.f("pk_counted")),
    )
    op.create_table(
        "recounts",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("review", _ID, nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recounts")),
    )
    op.create_index(op.f("ix_recounts_due"), "recounts", ["due"])
    op.execute("INSERT INTO recounts (review, due) SELECT number, started FROM reviews")
    made = _sqlite if op.get_bind().dialect.name == "sqlite" else _postgresql
    for table, columns, note in _COUNTED:
        for statement in made(table, columns, note.format(row="new"), note.format(row="old")):
            op.execute(sa.text(statement))


def _sqlite(table: str, columns: str, new: str, old: str) -> list[str]:
    return [
        f"CREATE TRIGGER {table}_counted_in AFTER INSERT ON {table} BEGIN {new}; END",
        f"CREATE TRIGGER {table}_counted_anew AFTER UPDATE OF {columns} ON {table} BEGIN {new}; END",
        f"CREATE TRIGGER {table}_counted_out AFTER DELETE ON {table} BEGIN {old}; END",
    ]


def _postgresql(table: str, columns: str, new: str, old: str) -> list[str]:
    return [
        f"CREATE FUNCTION {table}_counted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'DELETE' THEN {old}; ELSE {new}; END IF; RETURN NULL; END $$",
        f"CREATE TRIGGER {table}_counted AFTER INSERT OR DELETE OR UPDATE OF {columns} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_counted()",
    ]


def downgrade() -> None:
    for table, _, _ in _COUNTED:
        if op.get_bind().dialect.name == "sqlite":
            for what in ("in", "anew", "out"):
                op.execute(sa.text(f"DROP TRIGGER {table}_counted_{what}"))
        else:
            op.execute(sa.text(f"DROP TRIGGER {table}_counted ON {table}"))
            op.execute(sa.text(f"DROP FUNCTION {table}_counted()"))
    for table in ("recounts", "counted", "day_counts"):
        op.drop_table(table)
    for name, table, columns, where in _INDICES:
        op.create_index(name, table, columns.split(), sqlite_where=where, postgresql_where=where)
