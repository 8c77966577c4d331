"""The figures of a material seen: each with its root, its voice, its day and its counting, report by report."""

from __future__ import annotations

import datetime as dt
import re

from rashomon.knowledge.organisations import Organisation, Organisations
from rashomon.knowledge.page_owners import page_names
from rashomon.model.claim import Counting, EventClaim, Figure, ReportClaims
from rashomon.model.material import Material
from rashomon.model.moment import AsOf
from rashomon.model.remembered import remembered
from rashomon.model.report import Report
from rashomon.reconciliation.sightings import NOBODY, Sighting, folded

#: Measures of harm and loss that only rise, unless the text says otherwise.
_CUMULATIVE = frozenset(
    {
        "killed",
        "injured",
        "strikes",
        "buildings_destroyed",
        "buildings_damaged",
        "settlements_captured",
        "rescued",
        "returned",
        "evacuated",
    }
)
_STOCK = frozenset({"missing", "trapped", "detained", "abducted", "homeless", "affected", "troops", "rescuers"})
#: A day that a report mentions so many days before its publication is no state of what it tells.
_LONG_BEFORE = 14
#: A heading in capitals that ran into the name behind it.
_HEADING = re.compile(r"^(?:[A-Z]{3,}\s+){2,}(?=[A-Z][a-z])")


def see_figures(
    material: Material, event_of: dict[str, str], organisations: Organisations | None = None
) -> list[Sighting]:
    """Every figure of the material in the order of publication, then text. `event_of` maps event claims to events.

    A party's own page and a state's own medium are the root of what they tell without naming anybody.
    """
    found: list[Sighting] = []
    order = {r.id: n for n, r in enumerate(sorted(material.reports, key=_publication))}
    for report, claims in zip(material.reports, material.claims, strict=True):
        events = [event_of.get(f.event or "") for f in claims.figures]
        found += _seen_in(report, claims, organisations, order[report.id], *events)
    found.sort(key=lambda s: (s.order, s.headline, s.figure.number_start, s.id))
    return found


@remembered(4_000)
def _seen_in(
    report: Report, claims: ReportClaims, organisations: Organisations | None, order: int, *events: str | None
) -> tuple[Sighting, ...]:
    """The figures of one report, of which each has one of the `events`: the same again at a story's next instant."""
    owner = _owner(report, organisations)
    published = _published_on(report)
    days = {e.id: _days_of(e) for e in claims.events}
    headlines = [b for b in report.blocks if b.kind in ("headline", "key_point")]

    def seen(figure: Figure, event: str | None) -> Sighting:
        in_headline = figure.field == "title" or any(b.start <= figure.start < b.end for b in headlines)
        root, voice, side = _whose(figure, report, _speaks_on(owner, figure))
        known = organisations.find(root) if organisations and root else None
        return Sighting(
            page_of=owner.name if owner else None,
            works_under=known.works_under if known else None,
            draws_on=known.draws_on if known else (),
            figure=figure,
            report=report,
            order=order,
            root=root,
            voice=voice,
            side=side,
            as_of=_narrowed(figure.as_of, published) or published,
            counting=effective_counting(figure),
            headline=in_headline,
            event=event,
            event_days=days.get(figure.event or ""),
        )

    return tuple(seen(figure, event) for figure, event in zip(claims.figures, events, strict=True))


def _days_of(event: EventClaim) -> tuple[dt.date, dt.date] | None:
    when = event.when
    if when is None or when.start_date is None or when.end_date is None:
        return None
    return when.start_date, when.end_date


def _owner(report: Report, organisations: Organisations | None) -> Organisation | None:
    """Who speaks on a page in its own voice: the body whose page it is, or the state whose medium printed it.

    Found by the outlet's name, letters or address ("sana", "tass.com"). Any other medium only prints.
    """
    if organisations is None:
        return None
    named = (organisations.find(name) for name in page_names(report.outlet, None))
    return next((o for o in named if o is not None and (o.state or o.kind not in ("media", "government"))), None)


def _speaks_on(owner: Organisation | None, figure: Figure) -> Organisation | None:
    """The owner of a page where a figure is its own word: a state that is no party is heard on its own country only."""
    if owner is None or owner.kind != "media" or owner.side is not None:
        return owner
    place = figure.place
    return owner if place is not None and place.country_code == owner.country else None


def effective_counting(figure: Figure) -> Counting:
    """The counting that the text says, else what such a measure usually is."""
    if figure.counting != "unknown":
        return figure.counting
    if figure.measure in _CUMULATIVE:
        return "cumulative"
    return "stock" if figure.measure in _STOCK else "unknown"


def _whose(figure: Figure, report: Report, owner: Organisation | None) -> tuple[str | None, str, str | None]:
    source = figure.attribution
    outlet = "outlet:" + folded(report.outlet or report.id)
    if source is None and owner is not None:
        return owner.name, "root:" + folded(owner.name), owner.side
    if source is None or source.origin is None:
        # Outlets that credit one agency and name nobody else carry that agency's word.
        return None, "agency:" + folded(report.agency) if report.agency else outlet, None
    origin = _HEADING.sub("", source.origin)
    if source.kind in NOBODY:
        return origin, f"{report.id}:{folded(origin)}", source.side
    return origin, "root:" + folded(origin), source.side


def _published_on(report: Report) -> AsOf | None:
    """The days on which a report may have been published: the state that its figures describe where none is told."""
    if report.published is None:
        return None
    return AsOf(start=report.published.earliest.date(), end=report.published.latest.date(), how="publication")


def _narrowed(as_of: AsOf | None, published: AsOf | None) -> AsOf | None:
    """The state of a figure; a day mentioned long before the publication bounds no state that is told with it."""
    if as_of is None or as_of.how != "publication" or published is None:
        return as_of
    if as_of.start is None or as_of.end is None or (as_of.end - as_of.start).days <= _LONG_BEFORE:
        return as_of
    return published


def _publication(report: Report) -> tuple[bool, dt.datetime, str]:
    at = report.published.latest if report.published else dt.datetime.max.replace(tzinfo=dt.UTC)
    return report.published is None, at, report.id
