"""Links between reports and where each report stands; marks are made anew when reports are added next."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring a store of the schema before to this one."""
    op.create_table(
        "links",
        sa.Column("report", _KEY, autoincrement=False, nullable=False),
        sa.Column("other", _KEY, autoincrement=False, nullable=False),
        sa.Column("chance", sa.Float(), nullable=False),
        sa.Column("copied", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("report", "other"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "places",
        sa.Column("report", _KEY, autoincrement=False, nullable=False),
        sa.Column("cluster", _KEY, nullable=False),
        sa.Column("story", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("report"),
    )
    op.create_index(op.f("ix_places_cluster"), "places", ["cluster"], unique=False)
    op.create_index(op.f("ix_places_story"), "places", ["story"], unique=False)
    op.create_index(op.f("ix_reports_url"), "reports", ["url"], unique=False)
    op.execute("DELETE FROM marks")
