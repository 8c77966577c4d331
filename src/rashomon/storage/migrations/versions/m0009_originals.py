"""Which texts are the same, and which group of copies the machine put each in, apart from what persons decided.

Both are made anew when the project is opened, as is where reports stand.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring a store of the schema before to this one."""
    op.add_column("places", sa.Column("same", _KEY, nullable=False, server_default="0"))
    op.add_column("places", sa.Column("original", _KEY, nullable=False, server_default="0"))
    op.create_index(op.f("ix_places_original"), "places", ["original"], unique=False)
