"""What persons decided on claims, where claims are found by."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Bring a store of the schema before to this one; the rows are filled with the links that are made anew."""
    op.add_column("claims", sa.Column("decided", sa.String(), nullable=True))
    op.add_column("claims", sa.Column("corrected", sa.Text(), nullable=True))
