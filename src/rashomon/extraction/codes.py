"""The issue codes of this stage, each with its meaning in one line."""

from __future__ import annotations

from rashomon.model.issue import Issue

CODES: dict[str, str] = {
    "not_understood": "A rule of the program broke on a report; the report is kept and compared for copies only.",
    "second_reader_failed": "The language model gave no answer that could be read; the rules' claims stand.",
    "second_reader_refused": "Figures that the language model proposed are not borne out by the report's words.",
}


def not_understood(report: str, error: Exception) -> Issue:
    """The issue of a report on which a rule broke: a defect of the program, not of the report."""
    return Issue(
        code="not_understood",
        severity="loss",
        report=report,
        message=f"No claims could be made of this report: {type(error).__name__}: {error}".rstrip(": "),
        suggestion="Please report it with the text. The other reports are read; a later version reads this one again.",
    )
