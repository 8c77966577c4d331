"""Ids made from content: equal content has an equal id, on every machine and in every order."""

from __future__ import annotations

import hashlib


def content_id(prefix: str, *parts: str | int | None) -> str:
    """`prefix-` and 16 hex digits of the SHA-256 of the parts.

    Parts are joined with their lengths, so that no two lists of parts run together; None differs from "".
    """
    joined = b""
    for part in parts:
        data = b"\x00" if part is None else str(part).encode("utf-8", "surrogatepass")
        joined += b"%d:%b" % (len(data), data)
    return f"{prefix}-{hashlib.sha256(joined).hexdigest()[:16]}"
