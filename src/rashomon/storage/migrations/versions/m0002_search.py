"""The search index, and what kept dossiers hold: their reports and the support of their claims."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring a store of the schema before to this one; `opening` then fills the index."""
    op.create_table(
        "search_entries",
        sa.Column("seq", _KEY, autoincrement=True, nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("claim", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("seq"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_search_entries_report"), "search_entries", ["report"], unique=False)
    op.create_index(op.f("ix_search_entries_claim"), "search_entries", ["claim"], unique=True)
    if op.get_bind().dialect.name == "sqlite":
        # Words come folded and parted (`search_words`): the tokenizer has nothing left to decide.
        op.execute(
            "CREATE VIRTUAL TABLE search_index USING fts5(title, body, tokenize = 'unicode61 remove_diacritics 0')"
        )
    else:
        op.execute("CREATE TABLE search_index (entry BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)")
        op.execute("CREATE INDEX ix_search_index_words ON search_index USING GIN (words)")
    op.create_table(
        "dossier_reports",
        sa.Column("story", sa.String(), nullable=False),
        sa.Column("variant", sa.String(), nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("story", "variant", "report"),
    )
    op.create_index(op.f("ix_dossier_reports_report"), "dossier_reports", ["report"], unique=False)
    op.create_table(
        "claim_support",
        sa.Column("story", sa.String(), nullable=False),
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("support", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("story", "claim", "support"),
    )
    op.create_index(op.f("ix_claim_support_claim"), "claim_support", ["claim"], unique=False)
    # Kept dossiers can be composed again, and these do not say which reports they hold.
    op.execute("DELETE FROM dossiers")
