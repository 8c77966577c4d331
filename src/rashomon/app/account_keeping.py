"""Use cases of accounts: who may enter the workspace, who is signed in, what was done there."""

from __future__ import annotations

import datetime as dt

from msgspec import json, structs

from rashomon.adapters import clock
from rashomon.adapters.passwords import hash_password, is_password, new_token, token_id
from rashomon.errors import NotFoundError, UsageError
from rashomon.model.account import ROLES, Account, AuditLine, Role
from rashomon.storage import account_rows, open_store

#: A browser that was not seen for so long must sign in again.
SESSION = dt.timedelta(hours=12)
#: Shorter passwords are refused (NIST SP 800-63B asks for eight at least).
LEAST_PASSWORD = 10
#: What a wrong name is checked against, so that it takes as long as a wrong password.
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21lc2FsdA$Zl9q3Xh2vQZ3m1fF1J0J3gXx6S1y2o1c2m9Z2n0b6xI"


def add_account(address: str, name: str, role: Role, password: str) -> Account:
    """Let somebody in, or give one who is in another role and password. Raises UsageError, StoreError."""
    if not name.strip() or len(name) > 80 or not name.isprintable():
        raise UsageError("An account's name is one line of 80 letters at most.", "Give another name.")
    if role not in ROLES:
        raise UsageError(f"There is no role {role}.", f"Choose from {', '.join(ROLES)}.")
    if len(password) < LEAST_PASSWORD:
        raise UsageError(f"A password has {LEAST_PASSWORD} characters at least.", "Give a longer one.")
    account = Account(name=name.strip(), role=role, made_at=clock.now())
    hashed = hash_password(password)
    with open_store(address) as store, store.writing() as connection:
        account_rows.save_account(connection, account, hashed)
    return account


def accounts(address: str) -> list[Account]:
    """Every account, shut ones included, by name."""
    with open_store(address) as store, store.reading() as connection:
        return account_rows.list_accounts(connection)


def shut_account(address: str, name: str) -> None:
    """Let somebody in no more, and sign them out everywhere. Raises NotFoundError."""
    with open_store(address) as store, store.writing() as connection:
        if not account_rows.shut_account(connection, name, clock.now()):
            raise NotFoundError(f"There is no account {name}.", "See `rashomon account list`.")


def sign_in(address: str, name: str, password: str) -> str | None:
    """The secret of a new session for a browser to bear; null where name and password are not an open account's."""
    with open_store(address) as store:
        with store.reading() as connection:
            found = account_rows.find_account(connection, name.strip())
        known = is_password(password, found[1] if found is not None else _NOBODY)
        if found is None or not known or found[0].shut_at is not None:
            return None
        secret, now = new_token(), clock.now()
        with store.writing() as connection:
            account_rows.end_sessions(connection, before=now - SESSION)
            account_rows.save_session(connection, token_id(secret), found[0].name, now)
            line = AuditLine(at=now, account=found[0].name, action="signed in", target="")
            account_rows.note_action(connection, line)
    return secret


def who_bears(address: str, secret: str) -> Account | None:
    """Whose session a browser's secret is; null where there is none or it was not seen for too long."""
    now, session = clock.now(), token_id(secret)
    with open_store(address) as store:
        with store.reading() as connection:
            found = account_rows.find_session(connection, session)
        if found is None or found[1] < now - SESSION:
            return None
        if found[1] < now - dt.timedelta(minutes=5):
            store.keep(lambda connection: account_rows.note_session(connection, session, now))
    return found[0]


def sign_out(address: str, secret: str) -> None:
    """End a browser's session."""
    with open_store(address) as store, store.writing() as connection:
        account_rows.end_sessions(connection, session=token_id(secret))


def note_action(address: str, account: str, action: str, target: str = "") -> None:
    """Append to the audit log what somebody did."""
    line = AuditLine(at=clock.now(), account=account, action=action, target=target)
    with open_store(address) as store, store.writing() as connection:
        account_rows.note_action(connection, line)


def audit_log(address: str, *, limit: int = 100, start: int = 0) -> list[AuditLine]:
    """What was done through the workspace, the newest first."""
    with open_store(address) as store, store.reading() as connection:
        return [_told(line) for line in account_rows.audit_lines(connection, limit=limit, start=start)]


def has_accounts(address: str) -> bool:
    """Whether anybody may sign in."""
    with open_store(address) as store, store.reading() as connection:
        return account_rows.has_accounts(connection)


def _told(line: AuditLine) -> AuditLine:
    """The line without what a proposed decision holds (perhaps a name): its id stands for it."""
    if not line.target.startswith("{"):
        return line
    return structs.replace(line, target=json.decode(line.target)["id"])
