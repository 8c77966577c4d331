"""The main event: what the story is about, with its toll, its day and its town. The one place that decides it."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from msgspec.structs import replace

from rashomon.knowledge.library import Library
from rashomon.model.assessment import Assessment, Series
from rashomon.model.claim import EventClaim, ReportClaims
from rashomon.model.happening import Event, MainEvent
from rashomon.model.material import Material
from rashomon.model.moment import DatePrecision
from rashomon.model.report import Report
from rashomon.reconciliation.current_numbers import Answers
from rashomon.reconciliation.main_day import first_day, told_day
from rashomon.reconciliation.main_place import larger_town, told_town
from rashomon.reconciliation.main_toll import find_toll
from rashomon.reconciliation.sightings import Sighting

#: So much of a report's start (characters) tells the news itself.
LEAD = 900
_NOT_YET = frozenset(("future", "hypothetical", "negation", "historical"))
_ROUGH = ("week", "month", "year")
_WIDE = ("region", "country", "admin1")
#: An event told by so many reports of their own keeps the day and the place that its own claims give.
_WELL_TOLD = 4
#: What a deed loses in a story of fighting or unrest that at least so many reports tell.
_EPISODE = -5.0
_OFTEN = 3
_DEEDS = ("Violence against civilians", "Explosions/Remote violence")
_GOING_ON = (("Battles",), ("Protests", "Riots"))
#: What an event of another day than the story's loses.
_OTHER_DAY = -2.0


@dataclass(frozen=True, slots=True)
class _When:
    first: dt.date | None = None
    last: dt.date | None = None
    precision: DatePrecision = "unknown"
    how: Literal["told", "publication", "unknown"] = "unknown"


def find_main_event(
    material: Material,
    events: Sequence[Event],
    sightings: Sequence[Sighting],
    series: Sequence[Series],
    assessments: Sequence[Assessment],
    library: Library,
) -> MainEvent | None:
    """The main event of a story; null where no report tells a happening or a toll. Copies count once."""
    told = _once_each(material)
    claims = {c.id: c for some in material.claims for c in some.events}
    day = told_day(told, library.times)
    event = _weightiest(events, claims, told, day, library)
    # A campaign, with episodes of its own, keeps its days and stays theatre-wide: no town is pinned on it.
    # What is dated by its month or year alone is no campaign of that length.
    campaign = event is not None and event.precision not in _ROUGH and any(e.parent == event.id for e in events)
    when = _when(
        event if event and (day is None or campaign or _keeps_its_days(event, claims, told)) else None, day, told
    )
    place = told_town(told, event, library)
    if (
        event is not None
        and event.place is not None
        and (place is None or campaign or _keeps_its_place(event, claims, told))
    ):
        place = event.place
    near = larger_town(place, told, library) if place is not None else None
    # A page that was carried on knows more of the toll; of day and place its first version tells most.
    latest = _once_each(material, last=True)
    killed, injured = find_toll(
        latest, sightings, Answers(series, assessments), when.first if when.how == "told" else None, library.victims
    )
    if event is None and killed is None and injured is None:
        return None
    return MainEvent(
        event=event.id if event else None,
        killed=killed,
        injured=injured,
        place=place,
        near=near,
        start_date=when.first,
        end_date=when.last,
        precision=when.precision,
        how=when.how,
    )


def _when(event: Event | None, day: dt.date | None, told: Material) -> _When:
    """The event's own days, else the day that the reports name, else the day by which the first of them was out."""
    if event is not None and event.start_date is not None:
        return _When(event.start_date, event.end_date or event.start_date, event.precision, "told")
    if day is not None:
        return _When(day, day, "day", "told")
    published = first_day(told)
    return _When(published, published, "day", "publication") if published is not None else _When()


def _once_each(material: Material, *, last: bool = False) -> Material:
    """The material with one report of each copy group: the earliest, or the `last` that the same outlet made of it."""
    group = {r: c.id for c in material.copies for r in c.reports}
    pairs = sorted(zip(material.reports, material.claims, strict=True), key=lambda pair: _publication(pair[0]))
    kept: dict[str, tuple[Report, ReportClaims]] = {}
    for report, claims in pairs:
        text = group.get(report.id, report.id)
        if text not in kept or (last and kept[text][0].outlet == report.outlet):
            kept[text] = (report, claims)
    every = sorted(kept.values(), key=lambda pair: _publication(pair[0]))
    return replace(material, reports=tuple(r for r, _ in every), claims=tuple(c for _, c in every))


def _publication(report: Report) -> tuple[bool, str, str]:
    return report.published is None, report.published.latest.isoformat() if report.published else "", report.id


def _weightiest(
    events: Sequence[Event], claims: dict[str, EventClaim], told: Material, day: dt.date | None, library: Library
) -> Event | None:
    """The happening that makes the story: by its kind, who tells it, where in the report, and how definite it is."""
    live = [e for e in events if _is_told(e)]
    weights = {e.id: _weight(e, claims, told, library) for e in live}
    for event in live:
        # A campaign weighs more than any of its episodes, however often that one is told.
        if event.parent in weights:
            weights[event.parent] = max(weights[event.parent], weights[event.id] + 0.5)
    for event in live:
        weights[event.id] += _EPISODE if _is_episode(event, live, claims, told) else 0.0
        first, last = event.start_date, event.end_date or event.start_date
        if day is not None and first is not None and last is not None and not first <= day <= last:
            weights[event.id] += _OTHER_DAY
    return min(live, key=lambda e: (-weights[e.id], e.start_date is None, str(e.start_date), e.id), default=None)


def _is_episode(event: Event, live: Sequence[Event], claims: dict[str, EventClaim], told: Material) -> bool:
    """Whether a deed without a day of its own is one of a fight or an unrest that more reports tell than tell it."""
    if event.type not in _DEEDS or event.precision == "day":
        return False
    own = len(_tellers([claims[c] for c in event.claims], told))
    around = (_tellers([claims[c] for e in live if e.type in kind for c in e.claims], told) for kind in _GOING_ON)
    return any(len(some) >= max(_OFTEN, own + 1) for some in around)


def _is_told(event: Event) -> bool:
    if event.background or event.realis not in ("happened", "claimed") or _NOT_YET & set(event.aux_modes):
        return False
    return event.type is not None or event.sub_type is not None


def _weight(event: Event, claims: dict[str, EventClaim], told: Material, library: Library) -> float:
    typed = library.wording.events.get(event.sub_type or "") or library.wording.events.get(event.type or "")
    own = [claims[c] for c in event.claims]
    value = float(typed.weight if typed else 3) + 4.0 * math.log2(1 + len(_tellers(own, told)))
    value += math.log2(1 + len(own))
    value += 2.0 if any(c.field == "title" or c.start < LEAD for c in own) else 0.0
    return value + (1.0 if event.place else 0.0) + (1.0 if event.start_date else 0.0)


def _tellers(claims: Sequence[EventClaim], told: Material) -> set[str]:
    """The copy groups whose reports make these claims."""
    group = {r: c.id for c in told.copies for r in c.reports}
    return {group.get(c.report, c.report) for c in claims}


def _keeps_its_days(event: Event, claims: dict[str, EventClaim], told: Material) -> bool:
    """What many reports of their own date alike, a campaign among it, has the days that they give."""
    dated = [claims[c] for c in event.claims]
    dated = [c for c in dated if c.when and c.when.start_date == event.start_date]
    return len(_tellers(dated, told)) >= _WELL_TOLD


def _keeps_its_place(event: Event, claims: dict[str, EventClaim], told: Material) -> bool:
    """A theatre-wide happening is pinned on no town, and many reports of their own know the place of theirs."""
    if event.place is None:
        return False
    placed = [c for c in (claims[c] for c in event.claims) if c.place is not None]
    wide = [c for c in placed if c.place and c.place.kind in _WIDE]
    if event.place.kind in _WIDE:
        return 2 * len(wide) > len(placed) and len(_tellers(placed, told)) >= _WELL_TOLD
    same = [c for c in placed if c.place and c.place.name == event.place.name]
    return event.place.kind == "town" and len(_tellers(same, told)) >= _WELL_TOLD
