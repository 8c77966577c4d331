"""The issue codes of a project's life, each with its meaning in one line."""

from __future__ import annotations

from rashomon.model.issue import Issue, Severity

PROJECT_CODES: dict[str, str] = {
    "source_silent": "A watched source brought nothing new for far longer than it usually takes.",
    "source_moved": "A watched source moved for good; it is asked at its new address from now on.",
    "page_unreachable": "A page that a watched source named could not be had after several attempts; it is left.",
    "kept_from_feed": "A page could not be had; the text that its feed carries of it was kept instead.",
    "page_vanished": "A page that was read before is gone; its versions stay.",
    "edited_without_note": "An outlet changed what a page claims and put no correction notice there.",
}


def issue(code: str, severity: Severity, about: str, message: str, suggestion: str = "") -> Issue:
    """An issue of a project; `about` is an address or a report's id."""
    if code not in PROJECT_CODES:
        raise KeyError(code)
    return Issue(code=code, severity=severity, report=about, message=message, suggestion=suggestion)
