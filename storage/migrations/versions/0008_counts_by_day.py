"""What insight counts, kept by day, in place of indices to count everything from; triggers note what changed."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
#: Each table of which something is counted, with when a row of it began and the columns that are counted.
_COUNTED = (
    ("reviews", "started", "agency, status, started, last, path, channels, model, turns, minutes"),
    ("asks", "at", "agency, at, intent, question"),
)
#: Everything is counted once.
_ALL = "INSERT INTO recounts (agency, began, due) SELECT agency, min({began}), min({began}) FROM {table} GROUP BY {day}"
_DAY = {
    "sqlite": "agency, date({began})",
    "postgresql": "agency, CAST({began} AT TIME ZONE 'UTC' AS date)",
}
_INDICES = (
    ("ix_reviews_path", "reviews", "agency path status last turns started", None),
    ("ix_reviews_channels", "reviews", "agency channels started", None),
    ("ix_reviews_model", "reviews", "agency model started", None),
    ("ix_reviews_effort", "reviews", "agency turns minutes started", sa.text("turns IS NOT NULL")),
    ("ix_asks_agency_intent", "asks", "agency intent question at", None),
)


def upgrade() -> None:
    for name, table, _, _ in _INDICES:
        op.drop_index(name, table)
    op.create_index(op.f("ix_reviews_agency_started"), "reviews", ["agency", "started"])
    op.create_index(op.f("ix_asks_agency_at"), "asks", ["agency", "at"])
    _create_tables()
    kind = op.get_bind().dialect.name
    for table, began, columns in _COUNTED:
        day = _DAY[kind].format(began=began)
        op.execute(sa.text(_ALL.format(table=table, began=began, day=day)))
        for statement in _sqlite(table, began, columns) if kind == "sqlite" else _postgresql(table, began, columns):
            op.execute(sa.text(statement))


def _create_tables() -> None:
    op.create_table(
        "day_counts",
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("figure", sa.String(length=10), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "figure", "day", "key", name=op.f("pk_day_counts")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "recounts",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("began", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recounts")),
    )
    op.create_index(op.f("ix_recounts_agency_due"), "recounts", ["agency", "due"])


def _sqlite(table: str, began: str, columns: str) -> list[str]:
    note = "INSERT INTO recounts (agency, began, due) SELECT {row}.agency, {row}.{began}, {row}.{began}"
    new, old = (note.format(row=row, began=began) for row in ("new", "old"))
    return [
        f"CREATE TRIGGER {table}_counted_in AFTER INSERT ON {table} BEGIN {new}; END",
        f"CREATE TRIGGER {table}_counted_anew AFTER UPDATE OF {columns} ON {table} "
        f"BEGIN {new}; {old} WHERE old.agency <> new.agency; END",
        f"CREATE TRIGGER {table}_counted_out AFTER DELETE ON {table} BEGIN {old}; END",
    ]


def _postgresql(table: str, began: str, columns: str) -> list[str]:
    note = "INSERT INTO recounts (agency, began, due) VALUES ({row}.agency, {row}.{began}, {row}.{began});"
    new, old = (note.format(row=row, began=began) for row in ("NEW", "OLD"))
    return [
        f"CREATE FUNCTION {table}_counted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'INSERT' THEN {new} ELSIF TG_OP = 'DELETE' THEN {old} ELSE {new} "
        f"IF OLD.agency <> NEW.agency THEN {old} END IF; END IF; RETURN NULL; END $$",
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
    op.drop_table("recounts")
    op.drop_table("day_counts")
    op.drop_index(op.f("ix_asks_agency_at"), "asks")
    op.drop_index(op.f("ix_reviews_agency_started"), "reviews")
    for name, table, columns, where in _INDICES:
        op.create_index(name, table, columns.split(), sqlite_where=where, postgresql_where=where)
