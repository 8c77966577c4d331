"""What changed between two dossiers, as an editor's update note: its parts, and the note as plain text."""

from __future__ import annotations

from rashomon.model.comparison import Change, Comparison
from rashomon.rendering import wording
from rashomon.rendering.standing import plural

_SECTIONS = (
    ("New figures", "new_figures"),
    ("Revised", "revised"),
    ("Newly disputed", "newly_disputed"),
    ("No longer disputed", "settled"),
    ("Events first told", "events_added"),
)


def _day(instant: str | None) -> str:
    return wording.instant(instant) if instant else "an undated dossier"


def note_title(comparison: Comparison) -> str:
    """From when to when the note tells."""
    return f"What changed from {_day(comparison.earlier)} to {_day(comparison.later)}"


def reports_came(comparison: Comparison) -> str:
    """How many reports came in between, or nothing."""
    count = len(comparison.reports_added)
    return f"{plural(count, 'report')} came in." if count else ""


def note_sections(comparison: Comparison) -> list[tuple[str, tuple[Change, ...]]]:
    """The kinds of change that there are, each with its changes, in the order of the note."""
    found = ((title, getattr(comparison, name)) for title, name in _SECTIONS)
    return [(title, changes) for title, changes in found if changes]


def comparison_text(comparison: Comparison) -> str:
    """The note as plain text, one line a change; it says so where nothing changed."""
    lines = [note_title(comparison)]
    came = reports_came(comparison)
    if came:
        lines += ["", came]
    for title, changes in note_sections(comparison):
        lines += ["", title, *(f"  - {change.text}" for change in changes)]
    if len(lines) == 1:
        lines.append("Nothing changed.")
    return "\n".join(lines)
