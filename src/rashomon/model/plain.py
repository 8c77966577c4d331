"""Records as plain values for JSON: whole numbers without a fraction, nothing that a record does not say."""

from __future__ import annotations

from typing import Any

import msgspec


def to_plain(value: Any) -> Any:
    """The record as dictionaries, lists and scalars; 27.0 becomes 27, dates become ISO strings."""
    return _whole(msgspec.to_builtins(value))


def _whole(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _whole(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_whole(v) for v in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
