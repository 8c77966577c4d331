"""The issue codes of the reconciling stage, each with its meaning in one line."""

from __future__ import annotations

CODES: dict[str, str] = {
    "part_exceeds_whole": "A figure that is said to be part of another is larger than it.",
    "parts_exceed_whole": "Parts that a report gives of one figure, and that do not overlap, add up to more than it.",
}
