"""A record as JSON: indented by one, a line end at the end, keys in the order of the fields."""

from __future__ import annotations

from typing import Any

import msgspec

from rashomon.model.dossier import Dossier
from rashomon.rendering.plain_text import without_surrogates


def render_json(dossier: Dossier) -> bytes:
    """`dossier.json`: the whole dossier, every reference an id."""
    return encode(dossier)


def encode(value: Any) -> bytes:
    """Any record or built-in value as readable JSON; text that cannot be encoded keeps its length."""
    return msgspec.json.format(_packed(value), indent=1) + b"\n"


def encode_line(value: Any) -> bytes:
    """The same on one line, with its line end (JSON Lines)."""
    return _packed(value) + b"\n"


def _packed(value: Any) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(without_surrogates(msgspec.to_builtins(value)))
