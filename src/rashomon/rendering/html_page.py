"""`dossier.html`: one page that needs no network and no script, everything in it escaped."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rashomon.model.dossier import Dossier
from rashomon.rendering import standing, wording
from rashomon.rendering.components.tags import icon, symbol_sheet, tag
from rashomon.rendering.page_sections import content_of
from rashomon.rendering.plain_text import clean, web_address


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


def render_html(dossier: Dossier) -> bytes:
    """The whole dossier as one page."""
    content = content_of(dossier)
    content |= standing_of(dossier)
    content["contents"] = _contents(content)
    text = templates().get_template("page.html").render(**page_parts(), **content)
    return text.encode("utf-8")


def standing_of(dossier: Dossier) -> dict[str, Any]:
    """What every page says of a dossier as a whole: as of when, reviewed by whom, by which policy, with which names."""
    return {
        "dossier": dossier,
        "symbols": symbol_sheet(),
        "review": wording.review_note(dossier),
        "reviewed": dossier.reviewed is not None,
        "as_of": wording.instant(dossier.as_of),
        "reports_read": standing.reports_read(dossier),
        "names": wording.names_note(dossier),
        "policy_words": wording.POLICIES[dossier.policy],
    }


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
