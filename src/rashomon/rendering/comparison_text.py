"""What changed between two dossiers, as an editor's update note."""

from __future__ import annotations

from rashomon.model.comparison import Comparison
from rashomon.rendering import wording

_SECTIONS = (
    ("New figures", "new_figures"),
    ("Revised", "revised"),
    ("Newly disputed", "newly_disputed"),
    ("No longer disputed", "settled"),
    ("Events first told", "events_added"),
)


def _day(instant: str | None) -> str:
    return wording.instant(instant) if instant else "an undated dossier"


def comparison_text(comparison: Comparison) -> str:
    """The note as plain text, one line a change; it says so where nothing changed."""
    lines = [f"What changed from {_day(comparison.earlier)} to {_day(comparison.later)}"]
    if comparison.reports_added:
        count = len(comparison.reports_added)
        lines += ["", f"{count} report{'s' if count > 1 else ''} came in."]
    for title, name in _SECTIONS:
        changes = getattr(comparison, name)
        if changes:
            lines += ["", title, *(f"  - {change.text}" for change in changes)]
    if len(lines) == 1:
        lines.append("Nothing changed.")
    return "\n".join(lines)
