"""What changed between two dossiers, as an editor's update note."""

from __future__ import annotations

from rashomon.model.comparison import Comparison

_SECTIONS = (
    ("New figures", "new_figures"),
    ("Revised", "revised"),
    ("Newly disputed", "newly_disputed"),
    ("Settled", "settled"),
    ("Events added", "events_added"),
)


def comparison_text(comparison: Comparison) -> str:
    """The note as plain text, one line a change; it says so where nothing changed."""
    lines = [f"From {comparison.earlier or 'undated'} to {comparison.later or 'undated'}"]
    for title, name in _SECTIONS:
        changes = getattr(comparison, name)
        if changes:
            lines += ["", title, *(f"  - {change.text}" for change in changes)]
    if comparison.reports_added:
        count = len(comparison.reports_added)
        lines += ["", f"{count} report{'s' if count > 1 else ''} added."]
    if len(lines) == 1:
        lines.append("Nothing changed.")
    return "\n".join(lines)
