"""What every page about one story stands in: its tabs, the dossier that the address asks for, and who reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse

from rashomon.model.dossier import Dossier
from rashomon.rendering.html_page import standing_of
from rashomon.rendering.lookup import Lookup, lookup_of
from rashomon.settings import POLICIES
from rashomon.web.pages import page
from rashomon.web.site import Person, Site, site_of
from rashomon.web.views.asked import Asked, asked_of


@dataclass(frozen=True, slots=True)
class View:
    """One view of a story: its name in addresses, what it is called, and the sections of the dossier that it shows."""

    name: str
    title: str
    sections: tuple[str, ...]


#: The views of a story in the order of its tabs; the first is the story's own page.
STORY_VIEWS = (
    View("", "Brief", ("not_known", "headline", "key_points", "paragraphs", "disagreements")),
    View("changes", "What changed", ()),
    View("figures", "Figures", ("figures",)),
    View("timeline", "Timeline", ()),
    View("map", "Map", ("map", "control")),
    View("differences", "Where accounts differ", ("disagreements", "accusations")),
    View("voices", "Who said what", ()),
    View("sources", "Sources", ("sources", "counted", "bounds", "reports")),
    View("exports", "Take along", ()),
    View("record", "Record", ("decisions", "grades", "issues")),
)


def view_of(name: str) -> View:
    """The view of a name that is in `STORY_VIEWS`."""
    return next(v for v in STORY_VIEWS if v.name == name)


@dataclass(frozen=True, slots=True)
class Opened:
    """A story as an address asks for it: `story` is the name that stands there, `dossier` what it holds then."""

    request: Request
    site: Site
    person: Person
    story: str
    asked: Asked
    dossier: Dossier

    @property
    def lookup(self) -> Lookup:
        """The dossier's claims and reports by their names."""
        return lookup_of(self.dossier)

    def page(self, template: str, view: View | None = None, **content: Any) -> HTMLResponse:
        """A page about the story, under the tab of a view where it belongs to one."""
        content = {"asked": self.asked, "story": self.story, **standing_of(self.dossier), **content}
        return page(self.request, template, self.person, views=STORY_VIEWS, view=view, **content)

    def tab(self, template: str, view: View, **content: Any) -> HTMLResponse:
        """The page of a view, which offers the story's instants and the policies."""
        content = {"moments": self.site.moments(self.story), **content}
        return self.page(template, view, policies=POLICIES, **content)


def open_story(request: Request, story: str) -> Opened:
    """The story, as of the address's instant and under its policy. Raises NotFoundError, UsageError."""
    site = site_of(request)
    person = site.need(request, "reader")
    asked = asked_of(request)
    return Opened(request, site, person, story, asked, site.dossier(story, asked.as_of, asked.policy))
