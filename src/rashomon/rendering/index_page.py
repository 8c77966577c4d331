"""`index.html` and `index.json`: the stories of one build, newest first, each linked to its folder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from rashomon.model.dossier import Dossier
from rashomon.rendering import standing, wording
from rashomon.rendering.components.tags import symbol_sheet
from rashomon.rendering.html_page import page_parts, templates
from rashomon.rendering.json_file import encode
from rashomon.rendering.plain_text import clean


def render_index_html(dossiers: Sequence[Dossier]) -> bytes:
    """The list of stories as a page."""
    stories = [_story(d) for d in _ordered(dossiers)]
    reviews = {wording.review_note(d) for d in dossiers}
    review = reviews.pop() if len(reviews) == 1 else "some stories are not reviewed"
    page = templates().get_template("index.html")
    return page.render(**page_parts(), symbols=symbol_sheet(), stories=stories, review=review).encode("utf-8")


def render_index_json(dossiers: Sequence[Dossier]) -> bytes:
    """The list of stories as JSON."""
    return encode({"stories": [_story(d) for d in _ordered(dossiers)]})


def _ordered(dossiers: Sequence[Dossier]) -> list[Dossier]:
    by_id = sorted(dossiers, key=lambda d: d.story)
    return sorted(by_id, key=_newest, reverse=True)


def _newest(dossier: Dossier) -> str:
    return max((r.published for r in dossier.reports if r.published), default="")


def _story(dossier: Dossier) -> dict[str, Any]:
    brief = dossier.brief
    return {
        "story": dossier.story,
        "folder": quote(dossier.story, safe=""),
        "title": clean(dossier.title),
        "headline": clean(brief.headline.text),
        "key_points": [clean(s.text) for s in brief.key_points],
        "as_of": dossier.as_of,
        "newest": _newest(dossier) or None,
        "reports": sum(1 for r in dossier.reports if r.read),
        "reports_text": standing.reports_read(dossier),
        "not_read": sum(1 for r in dossier.reports if not r.read),
        "figures": len(dossier.assessments),
        "events": sum(1 for e in dossier.events if not e.background),
        "disagreements": len(dossier.disagreements),
        "note": wording.review_note(dossier),
    }
