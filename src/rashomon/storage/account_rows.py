"""Accounts, the browsers that are signed in, and what was done through the workspace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from sqlalchemy import Connection, delete, func, insert, select, update

from rashomon.model.account import Account, AuditLine
from rashomon.storage import tables
from rashomon.storage.packing import instant, stamp


def save_account(connection: Connection, account: Account, password_hash: str) -> None:
    """Keep an account, in place of one of its name."""
    connection.execute(delete(tables.accounts).where(tables.accounts.c.name == account.name))
    row = {"name": account.name, "role": account.role, "hash": password_hash, "made_at": stamp(account.made_at)}
    connection.execute(insert(tables.accounts).values(**row, shut_at=stamp(account.shut_at)))


def list_accounts(connection: Connection) -> list[Account]:
    """Every account, shut ones included, by name."""
    return [_account(row) for row in connection.execute(select(tables.accounts).order_by(tables.accounts.c.name))]


def find_account(connection: Connection, name: str) -> tuple[Account, str] | None:
    """The account of a name and its password's hash, or null."""
    row = connection.execute(select(tables.accounts).where(tables.accounts.c.name == name)).first()
    return None if row is None else (_account(row), row.hash)


def shut_account(connection: Connection, name: str, at: dt.datetime) -> bool:
    """Let an account in no more, and sign it out everywhere; false where there is none."""
    connection.execute(delete(tables.sessions).where(tables.sessions.c.account == name))
    done = connection.execute(update(tables.accounts).where(tables.accounts.c.name == name).values(shut_at=stamp(at)))
    return bool(done.rowcount)


def save_session(connection: Connection, session: str, account: str, at: dt.datetime) -> None:
    """Keep that a browser is signed in."""
    connection.execute(
        insert(tables.sessions).values(id=session, account=account, made_at=stamp(at), seen_at=stamp(at))
    )


def find_session(connection: Connection, session: str) -> tuple[Account, dt.datetime] | None:
    """Whose session it is, and when it was last seen; null where there is none or its account is shut."""
    wanted = (
        select(tables.accounts, tables.sessions.c.seen_at)
        .join(tables.sessions, tables.sessions.c.account == tables.accounts.c.name)
        .where(tables.sessions.c.id == session, tables.accounts.c.shut_at.is_(None))
    )
    row = connection.execute(wanted).first()
    seen = instant(row.seen_at) if row is not None else None
    return None if row is None or seen is None else (_account(row), seen)


def note_session(connection: Connection, session: str, at: dt.datetime) -> None:
    """Keep that a session was seen now."""
    connection.execute(update(tables.sessions).where(tables.sessions.c.id == session).values(seen_at=stamp(at)))


def end_sessions(connection: Connection, *, session: str | None = None, before: dt.datetime | None = None) -> None:
    """Forget one session, or all that were last seen before an instant."""
    table = tables.sessions
    if session is not None:
        connection.execute(delete(table).where(table.c.id == session))
    if before is not None:
        connection.execute(delete(table).where(table.c.seen_at < stamp(before)))


def note_action(connection: Connection, line: AuditLine) -> None:
    """Append what was done."""
    connection.execute(
        insert(tables.audit).values(at=stamp(line.at), account=line.account, action=line.action, target=line.target)
    )


def audit_lines(connection: Connection, *, limit: int, start: int = 0) -> list[AuditLine]:
    """What was done, the newest first."""
    wanted = select(tables.audit).order_by(tables.audit.c.seq.desc()).limit(limit).offset(start)
    return [_audit_line(row) for row in connection.execute(wanted)]


def audit_of(connection: Connection, actions: Collection[str]) -> list[AuditLine]:
    """Every line of these actions, the oldest first."""
    wanted = select(tables.audit).where(tables.audit.c.action.in_(list(actions))).order_by(tables.audit.c.seq)
    return [_audit_line(row) for row in connection.execute(wanted)]


def has_accounts(connection: Connection) -> bool:
    """Whether anybody may sign in."""
    wanted = select(func.count()).select_from(tables.accounts).where(tables.accounts.c.shut_at.is_(None))
    return bool(connection.execute(wanted).scalar())


def _audit_line(row: object) -> AuditLine:
    at = instant(row.at)  # type: ignore[attr-defined]
    assert at is not None
    return AuditLine(at=at, account=row.account, action=row.action, target=row.target)  # type: ignore[attr-defined]


def _account(row: object) -> Account:
    made = instant(row.made_at)  # type: ignore[attr-defined]
    assert made is not None
    return Account(
        name=row.name,  # type: ignore[attr-defined]
        role=row.role,  # type: ignore[attr-defined]
        made_at=made,
        shut_at=instant(row.shut_at),  # type: ignore[attr-defined]
    )
