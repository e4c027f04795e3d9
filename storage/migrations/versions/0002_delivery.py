"""Delivery by several workers: leases, and what happened to a reply that could not be sent."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def _outbox() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("made", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("parts", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("tried", sa.DateTime(timezone=True), nullable=True),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=True),
        sa.Column("problem", sa.Text(), nullable=False, server_default=""),
        sa.Column("dead", sa.DateTime(timezone=True), nullable=True),
    )


def upgrade() -> None:
    op.add_column("owners", sa.Column("unreachable", sa.DateTime(timezone=True), nullable=True))
    for column in _outbox():
        op.add_column("outbox", column)
    op.execute(sa.text("UPDATE outbox SET made = CURRENT_TIMESTAMP"))
    op.create_table(
        "workers",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("beats", sa.BigInteger(), nullable=False),
        sa.Column("demand", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workers")),
    )
    op.create_table(
        "leases",
        sa.Column("owner", sa.String(length=200), nullable=False),
        sa.Column("worker", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("owner", name=op.f("pk_leases")),
    )
    op.create_index(op.f("ix_leases_worker"), "leases", ["worker"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_leases_worker"), table_name="leases")
    op.drop_table("leases")
    op.drop_table("workers")
    for column in reversed(_outbox()):
        op.drop_column("outbox", column.name)
    op.drop_column("owners", "unreachable")
