"""`dossier.html`: one page that needs no network and no script, everything in it escaped."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rashomon.model.dossier import Dossier
from rashomon.rendering import standing, wording
from rashomon.rendering.components import account_lists, decision_lines, source_lists
from rashomon.rendering.components.chart_points import has_history, tracks
from rashomon.rendering.components.cited_sentence import cited
from rashomon.rendering.components.evidence import Notes
from rashomon.rendering.components.figure_table import NO_FIGURE, FigureBlock, FigureGroup, citations, figure_groups
from rashomon.rendering.components.map_picture import map_picture
from rashomon.rendering.components.sources_graph import sources_graph
from rashomon.rendering.components.step_chart import step_chart
from rashomon.rendering.components.tags import icon, symbol_sheet, tag
from rashomon.rendering.components.timeline import timeline_days
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean, web_address

MOST_CHARTS = 10


@cache
def templates() -> Environment:
    """The page templates, with every value escaped."""
    environment = Environment(
        loader=PackageLoader("rashomon.rendering"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
    )
    environment.filters |= {"clean": clean, "web": web_address, "instant": wording.instant, "day": wording.day}
    environment.globals |= {"icon": icon, "tag": tag, "plural": standing.plural}
    return environment


def _printable(value: Any) -> Any:
    """What a template prints: any text without the characters that must not be printed."""
    return clean(value) if isinstance(value, str) else value


@cache
def page_parts() -> dict[str, Markup]:
    """Style, script and the policy that allows these two and nothing else."""
    source = templates().loader
    if source is None:  # pragma: no cover - set above
        raise LookupError("templates have no loader")
    style = source.get_source(templates(), "style.css")[0]
    script = source.get_source(templates(), "page.js")[0]
    own = f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    policy = f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"
    return {"style": Markup(style), "script": Markup(script), "policy": Markup(policy)}


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@dataclass(frozen=True, slots=True)
class Chart:
    """One question's history."""

    id: str
    label: str
    svg: Markup
    wide: bool


def render_html(dossier: Dossier) -> bytes:
    """The whole dossier as one page."""
    lookup = Lookup(dossier)
    notes = Notes(lookup)
    text = templates().get_template("page.html").render(**page_parts(), **_content(dossier, lookup, notes))
    return text.encode("utf-8")


def _content(dossier: Dossier, lookup: Lookup, notes: Notes) -> dict[str, Any]:
    """What the template prints. Order matters: notes are numbered as the page cites them."""
    brief = dossier.brief
    content: dict[str, Any] = {
        "dossier": dossier,
        "symbols": symbol_sheet(),
        "review": wording.review_note(dossier),
        "reviewed": dossier.reviewed is not None,
        "as_of": wording.instant(dossier.as_of),
        "reports_read": standing.reports_read(dossier),
        "not_known": standing.not_known(dossier),
        "headline": cited(brief.headline, notes, lookup),
        "key_points": [cited(s, notes, lookup) for s in brief.key_points],
        "paragraphs": [[cited(s, notes, lookup) for s in p] for p in brief.paragraphs],
        "figures": figure_groups(lookup, notes),
        "charts": _charts(dossier, lookup),
        "disagreements": account_lists.disagreements(lookup, notes),
        "days": timeline_days(lookup, notes, background=False),
        "background": timeline_days(lookup, notes, background=True),
        "map": map_picture(dossier),
        "control": account_lists.control(lookup, notes),
        "speakers": account_lists.speakers(lookup, notes),
        "accusations": account_lists.accusations(lookup, notes),
        "alliances": account_lists.alliances(lookup, notes),
        "sources": sources_graph(lookup),
        "reports": source_lists.reports(lookup),
        "counted": source_lists.counted(lookup),
        "repeats": source_lists.repeats(lookup),
        "bounds": source_lists.bounds(lookup),
        "decisions": decision_lines.decisions(lookup),
        "grades": decision_lines.grades(lookup),
        "issues": source_lists.issues(lookup),
        "names": wording.names_note(dossier),
        "policy_words": wording.POLICIES[dossier.policy],
        "full_texts": source_lists.full_texts(lookup),
    }
    content["leads"] = _leads(content["figures"], lookup)
    content["notes"] = source_lists.evidence(lookup, notes)
    content["contents"] = _contents(content)
    return content


def _leads(groups: list[FigureGroup], lookup: Lookup) -> list[FigureBlock]:
    """The figures that stand large beside the brief: the first four that it cites, each with a number."""
    brief = lookup.dossier.brief
    sentences = (brief.headline, *brief.key_points, *(s for p in brief.paragraphs for s in p))
    cited_claims = (c for s in sentences for c in s.claims)
    wanted = dict.fromkeys(lookup.assessment_of[c].id for c in cited_claims if c in lookup.assessment_of)
    blocks = {b.id: b for g in groups for b in (*g.blocks, *g.more) if b.range_text != NO_FIGURE}
    by_label: dict[str, FigureBlock] = {}
    for block in (blocks[i] for i in wanted if i in blocks):
        by_label.setdefault(block.label, block)
    return list(by_label.values())[:4]


def _charts(dossier: Dossier, lookup: Lookup) -> list[Chart]:
    """The histories, those that the brief cites and that have most points first."""
    last, weights = _last_day(dossier), citations(dossier)
    found = [a for a in dossier.assessments if has_history(a, lookup)]
    found.sort(key=lambda a: (-weights[a.id], -sum(len(t.points) for t in tracks(a, lookup))))
    return [Chart(a.id, lookup.counted(a), *step_chart(a, lookup, last)) for a in found[:MOST_CHARTS]]


def _last_day(dossier: Dossier) -> dt.date | None:
    try:
        return dt.date.fromisoformat((dossier.as_of or "")[:10])
    except ValueError:
        return None


def _contents(content: dict[str, Any]) -> list[tuple[str, str]]:
    """The sections that the page has, as (anchor, name)."""
    possible = (
        ("figures", "Figures", content["figures"]),
        ("over-time", "Over time", content["charts"]),
        ("disagreements", "Where accounts differ", content["disagreements"]),
        ("timeline", "Timeline", content["days"] or content["background"]),
        ("map", "Map", content["map"]),
        ("held", "Who holds what", content["control"]),
        ("said", "Who said what", content["speakers"]),
        ("accused", "Who accuses whom", content["accusations"]),
        ("backs", "Who backs whom", content["alliances"]),
        ("sources", "Sources", content["reports"]),
        ("decided", "What persons decided", content["decisions"]),
        ("doubtful", "What is doubtful", content["issues"]),
        ("evidence", "Evidence", content["notes"]),
        ("texts", "Full texts", content["full_texts"]),
    )
    return [(anchor, name) for anchor, name, there in possible if there]
