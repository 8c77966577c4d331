"""The issue codes of this stage, each with its meaning in one line."""

from __future__ import annotations

CODES: dict[str, str] = {
    "second_reader_failed": "The language model gave no answer that could be read; the rules' claims stand.",
    "second_reader_refused": "Figures that the language model proposed are not borne out by the report's words.",
}
