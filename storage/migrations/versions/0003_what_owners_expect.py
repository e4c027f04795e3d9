"""What owners expect: several businesses, edited messages that correct, a coach of their own."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "coaches",
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_coaches")),
    )
    op.add_column("owners", sa.Column("coach", sa.String(length=64), nullable=False, server_default=""))
    op.add_column("conversations", sa.Column("ended", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute(sa.text("UPDATE conversations SET ended = NOT current"))
    op.add_column("messages", sa.Column("question", sa.String(length=30), nullable=False, server_default=""))
    op.add_column("inbox", sa.Column("reference", sa.String(length=40), nullable=False, server_default=""))
    op.add_column("inbox", sa.Column("conversation", sa.String(length=32), nullable=False, server_default=""))
    op.add_column("inbox", sa.Column("number", sa.Integer(), nullable=True))
    op.create_index("ix_inbox_owner_reference", "inbox", ["owner", "reference"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_inbox_owner_reference", table_name="inbox")
    for table, column in (
        *(("inbox", name) for name in ("number", "conversation", "reference")),
        ("messages", "question"),
        ("conversations", "ended"),
        ("owners", "coach"),
    ):
        op.drop_column(table, column)
    op.drop_table("coaches")
