"""What reports make together: how they find each other and are linked, stories, and the dossiers composed of them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Float, Integer, LargeBinary, String, Table, false

from rashomon.storage.tables.base import Key, metadata
from rashomon.storage.words import Words

#: Marks by which reports that may be linked find each other (`grouping.neighbours`); `report` is the report's `seq`.
marks = Table(
    "marks",
    metadata,
    Column("mark", BigInteger, primary_key=True, autoincrement=False),
    Column("report", Key, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

#: The share of words in common of two reports of which one is the other's copy, both ways round.
links = Table(
    "links",
    metadata,
    Column("report", Key, primary_key=True, autoincrement=False),
    Column("other", Key, primary_key=True, autoincrement=False),
    Column("copied", Float, nullable=False),
    sqlite_with_rowid=False,
)

#: The chance that a live report and an earlier core tell one happening; of two cores both ways round, so that a core's
#: rows are those with all other cores. Pairs that are not alike are left out.
chances = Table(
    "chances",
    metadata,
    Column("report", Key, primary_key=True, autoincrement=False),
    Column("other", Key, primary_key=True, autoincrement=False, index=True),
    Column("chance", Float, nullable=False),
    sqlite_with_rowid=False,
)

#: Where each live report stands: which is the earliest that has all of its words (`same`), which the first of the
#: copies that the machine put it with (`original`), and as persons decided (`first`), whether it is a core
#: (`grouping.cores`), among which others the machine put it (`cluster`, the least `seq` of their cores), and in which
#: story, which persons may have merged or split.
places = Table(
    "places",
    metadata,
    Column("report", Key, primary_key=True, autoincrement=False),
    Column("cluster", Key, nullable=False, index=True),
    Column("story", String, nullable=False, index=True),
    Column("first", Key, nullable=False, index=True, server_default="0"),
    Column("core", Boolean, nullable=False, server_default=false()),
    Column("same", Key, nullable=False, server_default="0"),
    Column("original", Key, nullable=False, index=True, server_default="0"),
)

#: The stories as they stand now; `record` is the packed Story, `changed` the number of the change that it last had: the
#: project's changes of stories are counted (`change_rows.py`).
stories = Table(
    "stories",
    metadata,
    Column("id", String, primary_key=True),
    Column("component", Key, nullable=False, index=True),
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
