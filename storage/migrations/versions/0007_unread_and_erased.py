"""What each coach has not read, in place of what they have; erasures whose traces still stand in the files."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

#: Whatever a coach of its agency had not read yet.
_FILL = sa.text(
    "INSERT INTO unread (coach, review, seen) "
    "SELECT c.code, r.number, coalesce(d.message, 0) FROM coaches c JOIN reviews r ON r.agency = c.agency "
    "LEFT JOIN reads d ON d.coach = c.code AND d.conversation = r.conversation "
    "WHERE r.messages > coalesce(d.message, 0)"
)
_FILL_BACK = sa.text(
    "INSERT INTO reads (conversation, coach, message) "
    "SELECT r.conversation, c.code, coalesce(u.seen, r.messages) FROM coaches c JOIN reviews r ON r.agency = c.agency "
    "LEFT JOIN unread u ON u.coach = c.code AND u.review = r.number"
)


def upgrade() -> None:
    op.create_table(
        "unread",
        sa.Column("coach", sa.String(length=64), nullable=False),
        sa.Column("review", _ID, nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["review"], ["reviews.number"], name=op.f("fk_unread_review"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("coach", "review", name=op.f("pk_unread")),
        sqlite_with_rowid=False,
    )
    op.execute(_FILL)
    op.create_index(op.f("ix_unread_review"), "unread", ["review"])
    op.create_index(op.f("ix_coaches_agency"), "coaches", ["agency"])
    op.drop_table("reads")
    op.create_table(
        "erasures",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasures")),
    )


def downgrade() -> None:
    op.drop_table("erasures")
    op.drop_index(op.f("ix_coaches_agency"), "coaches")
    op.create_table(
        "reads",
        sa.Column("conversation", sa.String(length=32), nullable=False),
        sa.Column("coach", sa.String(length=64), nullable=False),
        sa.Column("message", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name=op.f("fk_reads_conversation"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("conversation", "coach", name=op.f("pk_reads")),
    )
    op.execute(_FILL_BACK)
    op.drop_table("unread")
