"""The issue codes of this stage, each with its meaning in one line."""

from __future__ import annotations

CODES: dict[str, str] = {
    "editor_failed": "The language model gave no edited brief that could be read; the brief stands as it was.",
    "editor_refused": "A sentence as the language model reworded it did not hold; the original stays.",
    "sentence_withheld": "A generated sentence did not hold against what it cites and was left out.",
    "reports_not_read": "Reports of this story could not be read (language or damage).",
    "reports_apart": "Undated reports could not be placed in time and stand apart from the record.",
    "no_claims": "The reports of this story yielded no claim that a brief could tell.",
    "place_withheld": "A sensitive facility has no town in the record, so its coordinates were left out.",
}
