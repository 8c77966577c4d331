"""Links of copies, apart from the chances that reports tell one happening, which are kept with cores alone.

Both are made anew when the project is opened, as is where reports stand.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring a store of the schema before to this one."""
    op.drop_table("links")
    op.create_table(
        "links",
        sa.Column("report", _KEY, autoincrement=False, nullable=False),
        sa.Column("other", _KEY, autoincrement=False, nullable=False),
        sa.Column("copied", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("report", "other"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "chances",
        sa.Column("report", _KEY, autoincrement=False, nullable=False),
        sa.Column("other", _KEY, autoincrement=False, nullable=False),
        sa.Column("chance", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("report", "other"),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_chances_other"), "chances", ["other"], unique=False)
    # Until they are made anew, whoever looks in finds the stories as they stood.
    op.add_column("places", sa.Column("first", _KEY, nullable=False, server_default="0"))
    op.add_column("places", sa.Column("core", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_index(op.f("ix_places_first"), "places", ["first"], unique=False)
