"""Every route of the workspace, read from the application itself, so that none can be forgotten."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from starlette.applications import Starlette
from starlette.testclient import TestClient

from rashomon import app
from rashomon.settings import Settings
from rashomon.web.views import VIEWS
from rashomon.web.views.story_page import STORY_VIEWS

#: Routes that strangers may ask for: where they sign in.
OPEN = {"/sign-in"}
#: A route that never ends.
ENDLESS = {"/events"}
#: Values of path parameters that name nothing.
_NOTHING = {
    "story": "story-1",
    "report": "rpt-1",
    "view": "sources",
    "outlet": "nobody",
    "job": "job-1",
    "source": "x",
    "claim": "fig-1",
}
_LINK = re.compile(r'(?:href|action|formaction)="(/[^"#]*)')


def routes(method: str) -> list[str]:
    """The paths of the views that answer a method, with their parameters in braces."""
    found = [r.path for view in VIEWS for r in view.routes if method in (getattr(r, "methods", None) or ())]
    return sorted(set(found))


def mounted(application: Starlette) -> set[str]:
    """What the application serves beside its views."""
    return {path for r in application.routes if (path := getattr(r, "path", None)) is not None}


def filled(path: str, **values: str) -> str:
    """A path with its parameters filled, by default with what names nothing."""
    known = _NOTHING | values
    return re.sub(r"\{(\w+)(?::\w+)?\}", lambda m: known[m[1]], path)


def addresses(project: str) -> Iterator[str]:
    """An address of every page of a project: each route, for each of its stories, views and reports."""
    stories = app.stories(project)
    for path in routes("GET"):
        if path in ENDLESS:
            continue
        for line in stories if "{" in path else stories[:1]:
            dossier = app.show(project, line.id, Settings())
            if "{claim}" in path:
                yield from (filled(path, story=line.id, claim=c) for a in dossier.assessments for c in a.claims)
                continue
            reports = [r.id for r in dossier.reports]
            for report in reports if "{report}" in path else reports[:1]:
                views = [v.name for v in STORY_VIEWS if v.name] if "{view}" in path else [""]
                yield from (filled(path, story=line.id, report=report, view=v) for v in views)
    yield from ("/search?q=the", "/search?kind=report", "/search?kind=statement&kind=figure", "/nowhere")
    for line in stories:
        ids = [r.id for r in app.show(project, line.id, Settings()).reports]
        yield from (f"/stories/{line.id}/compare?one={ids[0]}&other={i}" for i in ids)
        yield f"/stories/{line.id}/changes?since=2000-01-01"
        yield f"/review?story={line.id}"


def crawled(client: TestClient, project: str) -> Iterator[tuple[str, str]]:
    """Each page's address and text: of every route, and of every address of this site that one of them links."""
    waiting, seen = list(dict.fromkeys(addresses(project))), set[str]()
    while waiting:
        address = waiting.pop()
        if address in seen or address.startswith(("/static/", *ENDLESS)):
            continue
        seen.add(address)
        answer = client.get(address, headers={"accept": "text/html"})
        if "attachment" in answer.headers.get("content-disposition", ""):
            continue  # a file that a browser keeps and does not show: tests/pipeline/test_export_rules.py reads them
        text = answer.text
        yield address, text
        for link in _LINK.findall(text):
            found: Any = html.unescape(link)
            if found.partition("?")[0] not in routes("POST") and "as_of=" not in found:
                waiting.append(found)
