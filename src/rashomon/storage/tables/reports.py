"""What came: reports with where they came from, what was read in them, and what is left of those that were erased."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, LargeBinary, String, Table

from rashomon.storage.tables.base import Key, metadata
from rashomon.storage.words import Words

#: What the store is: the instant of its making, settings that every user of it shares.
facts = Table("facts", metadata, Column("name", String, primary_key=True), Column("value", Words, nullable=False))

#: One row a report. `component` is the least `seq` among the reports that it is linked with, directly or not.
reports = Table(
    "reports",
    metadata,
    Column("seq", Key, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("lineage", String, nullable=False, index=True),
    Column("outlet", Words),
    Column("title", Words),
    Column("url", Words, index=True),
    Column("published", String),
    Column("counts_from", String, index=True),
    Column("learned_at", String),
    Column("component", Key, nullable=False, index=True),
    Column("content_hash", String, nullable=False),
    Column("record", LargeBinary, nullable=False),
)

#: Where and when bytes came from that gave a report: every retrieval that brought a new version.
retrievals = Table(
    "retrievals",
    metadata,
    Column("seq", Key, primary_key=True, autoincrement=True),
    Column("report", String, nullable=False, index=True),
    Column("source", Words, nullable=False),
    Column("retrieved_at", String),
    Column("raw_sha256", String),
)

#: A stage's product of a report, under the key of all that it depends on; `stage` "understand" holds claims and issues.
products = Table(
    "products",
    metadata,
    Column("report", String, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    Column("stage", String, primary_key=True),
    Column("key", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

#: One row a claim: what it is found by, as persons decided it (`decided` is the decision's kind, `corrected` a
#: correction's words). The claim itself, as the machine made it, lies with its report's products.
claims = Table(
    "claims",
    metadata,
    Column("id", String, primary_key=True),
    Column("report", String, ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("measure", String, index=True),
    Column("value", Float),
    Column("root", Words, index=True),
    Column("place", Words, index=True),
    Column("start_date", String),
    Column("end_date", String),
    Column("passage", Words, nullable=False),
    Column("decided", String),
    Column("corrected", Words),
)

#: What can be searched for: a report (no claim) or one claim. Their words lie in `search_index`, which each database
#: has in its own way (`search_rows.py`): FTS5 rows numbered by `seq`, or a tsvector for each `seq`.
search_entries = Table(
    "search_entries",
    metadata,
    Column("seq", Key, primary_key=True, autoincrement=True),
    Column("report", String, ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("claim", String, unique=True, index=True),
    Column("kind", String, nullable=False),
    sqlite_autoincrement=True,
)

#: Issues of sources that no report came of; those of a report lie with its products.
source_issues = Table(
    "source_issues",
    metadata,
    Column("key", String, primary_key=True),
    Column("source", Words, nullable=False),
    Column("noted_at", String),
    Column("body", LargeBinary, nullable=False),
)

#: What is left of an erased report: its id, the reason, when, and by whom.
tombstones = Table(
    "tombstones",
    metadata,
    Column("report", String, primary_key=True),
    Column("reason", Words, nullable=False),
    Column("at", String, nullable=False),
    Column("removed_by", Words, nullable=False),
    Column("forced_at", String),
)
