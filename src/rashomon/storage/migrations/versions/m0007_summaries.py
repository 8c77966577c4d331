"""A line for each story, as lists show it, and the number of each story's newest change; looks go by that number."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Bring a store of the schema before to this one."""
    op.create_table(
        "summaries",
        sa.Column("story", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.Column("doubts", sa.Integer(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("story"),
    )
    op.add_column("stories", sa.Column("changed", sa.BigInteger(), nullable=False, server_default="0"))
    # Looks were kept by the clock, which says nothing of what came late: everybody begins anew.
    op.drop_table("looks")
    op.create_table(
        "looks",
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("story", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("changed", sa.BigInteger(), nullable=False),
        sa.Column("report", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("account", "story"),
    )
