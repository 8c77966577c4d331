"""What the map shows, place by place: events, figures and dated marks of who is said to hold a place.

A mark stands where its own sentence says, as sharply as that place is known; what is too wide for a point, or nowhere
known, is listed and not drawn. A figure whose place is only taken from around it is not on the map.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from rashomon.model.assessment import Assessment
from rashomon.model.claim import Responsibility
from rashomon.model.dossier import ControlMark, Dossier
from rashomon.model.happening import Event
from rashomon.model.place import Place
from rashomon.rendering import wording
from rashomon.rendering.components.account_lists import control
from rashomon.rendering.components.evidence import Notes
from rashomon.rendering.components.figure_table import NO_FIGURE, answer_of, support_tags
from rashomon.rendering.components.tags import tag
from rashomon.rendering.lookup import Lookup, lookup_of
from rashomon.rendering.plain_text import clean
from rashomon.rendering.shareable import Spot, spot_of
from rashomon.rendering.standing import plural
from rashomon.web.told_lines import first_told

Kind = Literal["event", "figure", "control"]
Link = Callable[[str], str]
#: Reports that a mark names beside the one it leads to.
_MOST_OTHERS = 3
_MEANT = {"near": "Near {}", "area": "Around {}"}
_NOT_DONE = ("negation", "hypothetical", "future", "historical")


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that is told of a place. `by` is the day by which it had happened: its own, else when it was told."""

    kind: Kind
    text: str
    detail: str
    tags: tuple[Markup, ...]
    key: Markup | None
    address: str
    others: tuple[tuple[str, str], ...]
    more: int
    by: dt.date | None


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """A place with its marks; `spot.radius_km` is how precisely it is known, null where it is too vague to draw."""

    spot: Spot
    marks: tuple[Mark, ...]

    @property
    def title(self) -> str:
        """Its name with how sharply it is meant: "Near Aleppo", "Around Saraqib"."""
        return _MEANT.get(self.spot.precision, "{}").format(self.spot.name)


def marked_places(dossier: Dossier, link: Link) -> list[MarkedPlace]:
    """The places that have marks, most marks first, those that cannot be drawn last; `link` is to a claim's words."""
    lookup = lookup_of(dossier)
    spots: dict[tuple[str, str], Spot] = {}
    found: dict[tuple[str, str], list[Mark]] = {}
    for place, mark in (*_events(lookup, link), *_figures(lookup, link), *_control(lookup, link)):
        spot = spot_of(place, dossier)
        key = (spot.name, spot.precision)
        spots.setdefault(key, spot)
        if mark not in found.setdefault(key, []):
            found[key].append(mark)
    places = [MarkedPlace(spots[key], tuple(marks)) for key, marks in found.items()]
    return sorted(places, key=lambda p: (p.spot.radius_km is None, -len(p.marks), p.spot.name, p.spot.precision))


def days_of(places: Sequence[MarkedPlace]) -> list[dt.date]:
    """The days by which the marks had happened, each once, oldest first."""
    return sorted({m.by for p in places for m in p.marks if m.by is not None})


def _events(lookup: Lookup, link: Link) -> Iterator[tuple[Place, Mark]]:
    entries = {c: e for e in lookup.dossier.timeline for c in e.claims}
    accusations = _accusations(lookup)
    for event in lookup.dossier.events:
        entry = next((entries[c] for c in event.claims if c in entries), None)
        background = event.background or (entry is not None and entry.background)
        if event.place is None or background or event.realis not in ("happened", "claimed"):
            continue
        text = clean(entry.text) if entry else _kind_of(event)
        if not text or any(mode in _NOT_DONE for mode in event.aux_modes):
            continue
        labels = (tag("party", "claimed"),) if event.realis == "claimed" else ()
        date = wording.days(event.start_date, event.end_date, event.precision)
        accused = dict.fromkeys(a for c in event.claims for a in accusations.get(c, ()))
        said = "; ".join((_happened(date), *accused))
        yield event.place, _mark("event", text, said, labels, event, lookup, link, event.start_date)


def _happened(date: str) -> str:
    return "day not told" if date == "date not known" else date


def _kind_of(event: Event) -> str:
    """What an event without a line of its own is called: its kind; nothing where that is not known."""
    kind = event.sub_type if event.sub_type not in (None, "Other") else event.type
    return clean((kind or "").removeprefix("disaster:").replace("/", " or ")).capitalize()


def _accusations(lookup: Lookup) -> dict[str, list[str]]:
    """By the claim of an act: who accuses whom of it, with the answer."""
    acts = {c.id: c.act for c in lookup.claims.values() if isinstance(c, Responsibility) and c.act}
    found: dict[str, list[str]] = {}
    for line in lookup.dossier.responsibilities:
        for act in dict.fromkeys(acts[c] for c in line.claims if c in acts):
            found.setdefault(act, []).append(clean(line.text).rstrip("."))
    return found


def _figures(lookup: Lookup, link: Link) -> Iterator[tuple[Place, Mark]]:
    for assessment in lookup.dossier.assessments:
        place, (answer, best) = lookup.stated_place(assessment), answer_of(assessment)
        if place is None or answer == NO_FIGURE:
            continue
        figure = lookup.figure(assessment.best_claim or assessment.claims[0])
        as_of = figure.as_of if figure else None
        day = (as_of.end or as_of.start) if as_of else None
        said = f"as of {wording.as_of(as_of)}" if day else "day not told"
        labels = tuple(label for _, label in support_tags(assessment)[:1])
        text = f"{lookup.counted(assessment)}: {answer}" + (f", best supported {best}" if best else "")
        yield place, _mark("figure", text, said, labels, assessment, lookup, link, day)


def _control(lookup: Lookup, link: Link) -> Iterator[tuple[Place, Mark]]:
    for mark, line in zip(lookup.dossier.control, control(lookup, Notes(lookup)), strict=True):
        said = f"{line.date[:1].lower()}{line.date[1:]}" if mark.date else "day not told"
        said += f"; {line.by[:1].lower()}{line.by[1:].rstrip('.')}" if line.by else ""
        yield mark.place, _mark("control", line.text, said, (), mark, lookup, link, mark.date, line.key)


def _mark(
    kind: Kind,
    text: str,
    said: str,
    labels: tuple[Markup, ...],
    told: Event | Assessment | ControlMark,
    lookup: Lookup,
    link: Link,
    day: dt.date | None,
    key: Markup | None = None,
) -> Mark:
    """A mark that leads to its first claim's words, and to those of a few more reports."""
    best = told.best_claim if isinstance(told, Assessment) else None
    claims = [c for c in dict.fromkeys((best, *told.claims)) if c is not None and c in lookup.claims]
    by_report = {lookup.claims[c].report: c for c in reversed(claims)}
    first = next(iter(claims), "")
    others = [c for c in claims if c in by_report.values() and lookup.claims[c].report != lookup.claims[first].report]
    by_outlet = {lookup.outlet(lookup.claims[c].report): c for c in reversed(others)}
    named = list(reversed(by_outlet.items()))[:_MOST_OTHERS]
    published = first_told(told, lookup)
    is_late = published is not None and kind != "figure" and (day is None or published > day)
    late = f"first told {wording.day(published)}" if published and is_late else ""
    reports = f"in {plural(len(by_report), 'report')}"
    return Mark(
        kind, text, "; ".join(filter(None, (said, late, reports))), labels, key, link(first),
        tuple((outlet, link(c)) for outlet, c in named), len(others) - len(named), day or published,
    )  # fmt: skip
