"""What the sections of a page print: the dossier's page has them all, the workspace a few a view."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from rashomon.model.dossier import Dossier
from rashomon.rendering import standing
from rashomon.rendering.components import account_lists, decision_lines, source_lists
from rashomon.rendering.components.chart_points import has_history, tracks
from rashomon.rendering.components.cited_sentence import cited
from rashomon.rendering.components.evidence import Notes
from rashomon.rendering.components.evidence_list import evidence, folded_evidence
from rashomon.rendering.components.figure_table import (
    NO_FIGURE,
    answer_of,
    citations,
    figure_groups,
    support_tags,
)
from rashomon.rendering.components.map_picture import map_picture
from rashomon.rendering.components.sources_graph import sources_graph
from rashomon.rendering.components.step_chart import step_chart
from rashomon.rendering.components.timeline import timeline_days
from rashomon.rendering.lookup import Lookup, lookup_of

MOST_CHARTS = 10
#: The figures that stand large beside a brief.
_MOST_LEADS = 4


@dataclass(frozen=True, slots=True)
class Lead:
    """A figure that stands large beside a brief: its question's id and label, range, best number and support."""

    id: str
    label: str
    range_text: str
    best: str
    support: tuple[tuple[str, Markup], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """One question's history."""

    id: str
    label: str
    svg: Markup
    wide: bool


def content_of(dossier: Dossier, sections: Collection[str] | None = None, notes: Notes | None = None) -> dict[str, Any]:
    """What the templates print of these sections (null: of all); the others are empty.

    Notes are numbered as the page cites them, so that the sections are made in the page's order (behind what `notes`
    holds already), and last the evidence, which holds the notes that these sections cite: of some sections folded.
    """
    lookup = lookup_of(dossier)
    notes = notes or Notes(lookup)
    content: dict[str, Any] = {
        name: make(lookup, notes) if sections is None or name in sections else [] for name, make in _SECTIONS.items()
    }
    content["leads"] = _leads(lookup) if content["headline"] else []
    content["notes"] = evidence(lookup, notes.all()) if sections is None else folded_evidence(lookup, notes)
    return content


def _leads(lookup: Lookup) -> list[Lead]:
    """The figures that stand large beside the brief: the first that it cites, each with a number.

    They lead to where they are told.
    """
    brief = lookup.dossier.brief
    sentences = (brief.headline, *brief.key_points, *(s for p in brief.paragraphs for s in p))
    cited_claims = (c for s in sentences for c in s.claims)
    wanted = {lookup.assessment_of[c].id: lookup.assessment_of[c] for c in cited_claims if c in lookup.assessment_of}
    found: dict[str, Lead] = {}
    for assessment in wanted.values():
        label, (range_text, best) = lookup.counted(assessment), answer_of(assessment)
        if label not in found and range_text != NO_FIGURE and len(found) < _MOST_LEADS:
            found[label] = Lead(assessment.id, label, range_text, best, support_tags(assessment))
    return list(found.values())


def _charts(lookup: Lookup, _notes: Notes) -> list[Chart]:
    """The histories, those that the brief cites and that have most points first."""
    dossier = lookup.dossier
    until, weights = last_day(dossier), citations(dossier)
    found = [a for a in dossier.assessments if has_history(a, lookup)]
    found.sort(key=lambda a: (-weights[a.id], -sum(len(t.points) for t in tracks(a, lookup))))
    return [Chart(a.id, lookup.counted(a), *step_chart(a, lookup, until)) for a in found[:MOST_CHARTS]]


def last_day(dossier: Dossier) -> dt.date | None:
    """The day of the dossier's as-of, to which charts are drawn on; null where it has none."""
    try:
        return dt.date.fromisoformat((dossier.as_of or "")[:10])
    except ValueError:
        return None


#: The sections of the page, in its order.
_SECTIONS: dict[str, Callable[[Lookup, Notes], Any]] = {
    "not_known": lambda lookup, _: standing.not_known(lookup.dossier),
    "headline": lambda lookup, notes: cited(lookup.dossier.brief.headline, notes, lookup),
    "key_points": lambda lookup, notes: [cited(s, notes, lookup) for s in lookup.dossier.brief.key_points],
    "paragraphs": lambda lookup, notes: [[cited(s, notes, lookup) for s in p] for p in lookup.dossier.brief.paragraphs],
    "figures": figure_groups,
    "charts": _charts,
    "disagreements": account_lists.disagreements,
    "days": lambda lookup, notes: timeline_days(lookup, notes, background=False),
    "background": lambda lookup, notes: timeline_days(lookup, notes, background=True),
    "map": lambda lookup, _: map_picture(lookup.dossier),
    "control": account_lists.control,
    "speakers": account_lists.speakers,
    "accusations": account_lists.accusations,
    "alliances": account_lists.alliances,
    "sources": lambda lookup, _: sources_graph(lookup),
    "reports": lambda lookup, _: source_lists.reports(lookup),
    "counted": lambda lookup, _: source_lists.counted(lookup),
    "repeats": lambda lookup, _: source_lists.repeats(lookup),
    "bounds": lambda lookup, _: source_lists.bounds(lookup),
    "decisions": lambda lookup, _: decision_lines.decisions(lookup),
    "grades": lambda lookup, _: decision_lines.grades(lookup),
    "issues": lambda lookup, _: source_lists.issues(lookup),
    "full_texts": lambda lookup, _: source_lists.full_texts(lookup),
}
