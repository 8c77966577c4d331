"""Every file of a dossier, and the index of several dossiers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from rashomon.errors import UsageError
from rashomon.model.dossier import Dossier
from rashomon.model.exported import Material
from rashomon.rendering.brief_markdown import render_markdown
from rashomon.rendering.events_geojson import render_geojson
from rashomon.rendering.exports.acled import write_acled
from rashomon.rendering.figures_csv import render_figures
from rashomon.rendering.html_page import render_html
from rashomon.rendering.index_page import render_index_html, render_index_json
from rashomon.rendering.issues_json import render_issues
from rashomon.rendering.json_file import render_json


def _render_events(dossier: Dossier) -> bytes:
    return write_acled(Material(dossiers=(dossier,))).files["acled.csv"]


RENDERERS: dict[str, Callable[[Dossier], bytes]] = {
    "dossier.json": render_json,
    "dossier.html": render_html,
    "brief.md": render_markdown,
    "figures.csv": render_figures,
    "events.csv": _render_events,
    "events.geojson": render_geojson,
    "issues.json": render_issues,
}
#: The files that a dossier is written as, in the order of the contract.
FILE_NAMES = tuple(RENDERERS)


def render_all(dossier: Dossier, *, names: Collection[str] | None = None) -> dict[str, bytes]:
    """The bytes of each file by its name; `names` chooses some of `FILE_NAMES`. The same dossier gives the same bytes.

    Raises UsageError where a name is not one of them.
    """
    unknown = sorted(set(names or ()) - set(RENDERERS))
    if unknown:
        raise UsageError(f"There is no file {unknown[0]!r} in a dossier.", "Choose from " + ", ".join(FILE_NAMES) + ".")
    return {name: render(dossier) for name, render in RENDERERS.items() if names is None or name in names}


def render_index(dossiers: Sequence[Dossier]) -> dict[str, bytes]:
    """`index.html` and `index.json` of several stories; each links to the folder named by its story's id."""
    return {"index.html": render_index_html(dossiers), "index.json": render_index_json(dossiers)}
