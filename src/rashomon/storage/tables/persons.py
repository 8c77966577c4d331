"""What persons decide, and who may enter the workspace and what was done there."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, LargeBinary, String, Table

from rashomon.storage.tables.base import Key, metadata
from rashomon.storage.words import Words

#: Persons' judgements, append-only; undone by another one that names it in `undoes`.
decisions = Table(
    "decisions",
    metadata,
    Column("seq", Key, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("target", String, nullable=False, index=True),
    Column("undoes", String),
    Column("decided_by", Words, nullable=False),
    Column("at", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
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
    Column("seq", Key, primary_key=True, autoincrement=True),
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
