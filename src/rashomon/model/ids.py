"""Ids made from content: equal content has an equal id, on every machine and in every order."""

from __future__ import annotations

import hashlib


def content_id(prefix: str, *parts: str | int | None) -> str:
    """`prefix-` and 16 hex digits of the SHA-256 of the parts.

    Parts are joined with their lengths, so that no two lists of parts run together; None differs from "".
    """
    digest = hashlib.sha256()
    for part in parts:
        data = b"\x00" if part is None else str(part).encode("utf-8", "surrogatepass")
        digest.update(f"{len(data)}:".encode())
        digest.update(data)
    return f"{prefix}-{digest.hexdigest()[:16]}"
