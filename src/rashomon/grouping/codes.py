"""The issue codes of the grouping stage, each with its meaning in one line."""

from __future__ import annotations

CODES: dict[str, str] = {}
