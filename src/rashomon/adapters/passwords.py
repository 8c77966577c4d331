"""Secrets: passwords kept as argon2 hashes, and tokens that nobody can guess."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from rashomon.errors import PartError


def hash_password(password: str) -> str:
    """The argon2id hash to keep in a password's place, with its salt and costs. Raises PartError without argon2."""
    return str(_hasher().hash(password))


def is_password(password: str, kept: str) -> bool:
    """Whether the password is the one that the hash was made of."""
    from argon2.exceptions import Argon2Error, InvalidHashError

    try:
        return bool(_hasher().verify(kept, password))
    except (Argon2Error, InvalidHashError):
        return False


def new_token() -> str:
    """A token of 256 bits of chance, fit for a cookie or a header."""
    return secrets.token_urlsafe(32)


def token_id(token: str) -> str:
    """What a store keeps in a token's place: whoever reads the store cannot use it."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _hasher() -> Any:
    try:
        from argon2 import PasswordHasher
    except ModuleNotFoundError as error:
        raise PartError("Accounts need argon2.", "Install it: pip install 'rashomon[web]'.") from error
    return PasswordHasher()
