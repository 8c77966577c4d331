"""The tables of a store, the same on SQLite and PostgreSQL. A change here needs a migration beside it.

Instants are ISO 8601 strings in UTC with microseconds, so that they sort as text on both. Records are packed bytes
(`packing.py`). `seq` numbers rise in the order in which reports were first stored and never enter an output.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)

from rashomon.storage.words import Words

#: SQLite numbers rows by itself only for INTEGER keys.
_Key = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData()

#: What the store is: the instant of its making, settings that every user of it shares.
facts = Table("facts", metadata, Column("name", String, primary_key=True), Column("value", Words, nullable=False))

#: One row a report. `component` is the least `seq` among the reports that it is linked with, directly or not.
reports = Table(
    "reports",
    metadata,
    Column("seq", _Key, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("lineage", String, nullable=False, index=True),
    Column("outlet", Words),
    Column("title", Words),
    Column("url", Words, index=True),
    Column("published", String),
    Column("counts_from", String, index=True),
    Column("learned_at", String),
    Column("component", _Key, nullable=False, index=True),
    Column("content_hash", String, nullable=False),
    Column("record", LargeBinary, nullable=False),
)

#: Where and when bytes came from that gave a report: every retrieval that brought a new version.
retrievals = Table(
    "retrievals",
    metadata,
    Column("seq", _Key, primary_key=True, autoincrement=True),
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

#: Marks by which reports that may be linked find each other (`grouping.neighbours`); `report` is the report's `seq`.
marks = Table(
    "marks",
    metadata,
    Column("mark", BigInteger, primary_key=True, autoincrement=False),
    Column("report", _Key, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

#: How alike two reports are (`grouping.neighbours.Likeness`), both ways round; pairs that are not alike are left out.
links = Table(
    "links",
    metadata,
    Column("report", _Key, primary_key=True, autoincrement=False),
    Column("other", _Key, primary_key=True, autoincrement=False),
    Column("chance", Float, nullable=False),
    Column("copied", Float, nullable=False),
    sqlite_with_rowid=False,
)

#: Where each live report stands: among which others the machine put it (`cluster`, the least `seq` of them), and in
#: which story, which persons may have merged or split.
places = Table(
    "places",
    metadata,
    Column("report", _Key, primary_key=True, autoincrement=False),
    Column("cluster", _Key, nullable=False, index=True),
    Column("story", String, nullable=False, index=True),
)

#: The stories as they stand now; `record` is the packed Story, `changed` the number of the change that it last had: the
#: project's changes of stories are counted (`change_rows.py`).
stories = Table(
    "stories",
    metadata,
    Column("id", String, primary_key=True),
    Column("component", _Key, nullable=False, index=True),
    Column("newest", String, index=True),
    Column("reports", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("changed", BigInteger, nullable=False, server_default="0"),
)

#: One line a story for lists, made of its dossier in the `state` and by the program that are noted; `words` and
#: `places` are what it is found by, folded.
summaries = Table(
    "summaries",
    metadata,
    Column("story", String, primary_key=True),
    Column("state", String, nullable=False),
    Column("made_by", String, nullable=False),
    Column("words", Words, nullable=False),
    Column("places", Words, nullable=False),
    Column("doubts", Integer, nullable=False),
    Column("record", LargeBinary, nullable=False),
)

#: Composed dossiers that need not be composed again; `key` covers everything they depend on.
dossiers = Table(
    "dossiers",
    metadata,
    Column("story", String, primary_key=True),
    Column("variant", String, primary_key=True),
    Column("key", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

#: The reports that a kept dossier holds: what must go when one of them is removed.
dossier_reports = Table(
    "dossier_reports",
    metadata,
    Column("story", String, primary_key=True),
    Column("variant", String, primary_key=True),
    Column("report", String, primary_key=True, index=True),
)

#: How well a kept dossier's assessments support their claims' figures.
claim_support = Table(
    "claim_support",
    metadata,
    Column("story", String, primary_key=True),
    Column("claim", String, primary_key=True, index=True),
    Column("support", String, primary_key=True),
)

#: What can be searched for: a report (no claim) or one claim. Their words lie in `search_index`, which each database
#: has in its own way (`search_rows.py`): FTS5 rows numbered by `seq`, or a tsvector for each `seq`.
search_entries = Table(
    "search_entries",
    metadata,
    Column("seq", _Key, primary_key=True, autoincrement=True),
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

#: Persons' judgements, append-only; undone by another one that names it in `undoes`.
decisions = Table(
    "decisions",
    metadata,
    Column("seq", _Key, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("target", String, nullable=False, index=True),
    Column("undoes", String),
    Column("decided_by", Words, nullable=False),
    Column("at", String, nullable=False),
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

#: What is watched: the entry of the sources file, and where its polling stands (JSON).
sources = Table(
    "sources",
    metadata,
    Column("address", Words, primary_key=True),
    Column("entry", Words, nullable=False),
    Column("state", Words, nullable=False),
    Column("due", String, index=True),
    Column("active", Boolean, nullable=False),
)

#: Pages that watched sources named, by canonical address: where their visits stand (JSON), `due` null for no more.
pages = Table(
    "pages",
    metadata,
    Column("address", Words, primary_key=True),
    Column("state", Words, nullable=False),
    Column("due", String, index=True),
)

#: The polls of a source that brought something or ended otherwise than the one before.
polls = Table(
    "polls",
    metadata,
    Column("seq", _Key, primary_key=True, autoincrement=True),
    Column("address", Words, nullable=False, index=True),
    Column("at", String, nullable=False),
    Column("outcome", String, nullable=False),
    Column("added", Integer, nullable=False),
    Column("message", Words, nullable=False),
)

#: Who may enter the workspace; `hash` is the password's (argon2). One that was shut keeps its row: decisions name it.
accounts = Table(
    "accounts",
    metadata,
    Column("name", Words, primary_key=True),
    Column("role", String, nullable=False),
    Column("hash", String, nullable=False),
    Column("made_at", String, nullable=False),
    Column("shut_at", String),
)

#: Browsers that are signed in; `id` is the hash of the secret that a browser bears.
sessions = Table(
    "sessions",
    metadata,
    Column("id", String, primary_key=True),
    Column("account", Words, nullable=False, index=True),
    Column("made_at", String, nullable=False),
    Column("seen_at", String, nullable=False),
)

#: What was done through the workspace, by whom: append-only.
audit = Table(
    "audit",
    metadata,
    Column("seq", _Key, primary_key=True, autoincrement=True),
    Column("at", String, nullable=False),
    Column("account", Words, nullable=False),
    Column("action", String, nullable=False),
    Column("target", Words, nullable=False),
)

#: When somebody last looked at a story, the number of its newest change then, and of the project's newest report.
looks = Table(
    "looks",
    metadata,
    Column("account", Words, primary_key=True),
    Column("story", String, primary_key=True),
    Column("at", String, nullable=False),
    Column("changed", BigInteger, nullable=False),
    Column("report", BigInteger, nullable=False),
)
