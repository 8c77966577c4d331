"""`issues.json`: what is missing or doubtful, with the reports that were not read."""

from __future__ import annotations

from rashomon.model.dossier import Dossier
from rashomon.rendering import wording
from rashomon.rendering.json_file import encode


def render_issues(dossier: Dossier) -> bytes:
    """The dossier's issues in their order, beside what they belong to."""
    return encode(
        {
            "story": dossier.story,
            "title": dossier.title,
            "as_of": dossier.as_of,
            "note": wording.review_note(dossier),
            "not_read": [r.id for r in dossier.reports if not r.read],
            "issues": dossier.issues,
        }
    )
