"""Whether two event claims may tell one happening: kind of act, facility or place, day and means."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable
from dataclasses import dataclass

from rashomon.model.claim import EventClaim
from rashomon.model.place import Place
from rashomon.model.report import Report

#: Precisions of a place that name a spot or a town, so that two different names are two places.
_SHARP = frozenset({"exact", "near", "area"})
#: Who blew up a bomb, and whether with himself, reports of one explosion tell or leave open.
_EXPLODED = {"Remote explosive/landmine/IED", "Suicide bomb"}
#: The type of a bombing, and that of a blast of which no report says that anybody set it off: it may be one.
_BOMBED, _BLAST = "Explosions/Remote violence", "disaster:explosion"
#: A time expression longer than this (days) is a campaign or a background period, not the day of an act.
DAY_WIDE = 1


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event claim with the report that tells it and the dates that it gives (null where none)."""

    claim: EventClaim
    report: Report
    order: int
    in_headline: bool = False

    @property
    def dates(self) -> tuple[dt.date | None, dt.date | None]:
        """First and last day as told, inclusive."""
        when = self.claim.when
        return (when.start_date, when.end_date) if when else (None, None)

    @property
    def is_background(self) -> bool:
        """True for what the report tells as past or as another happening."""
        return self.claim.realis == "background" or "historical" in self.claim.aux_modes

    @property
    def standing(self) -> str:
        """Told as happened, as not happened, or as not yet happened: claims of different standing are no one event."""
        if "negation" in self.claim.aux_modes or self.claim.realis == "denied":
            return "denied"
        if self.claim.realis in ("feared", "planned") or {"future", "hypothetical"} & set(self.claim.aux_modes):
            return "not yet"
        return "happened"


def look_of(event: ToldEvent) -> Hashable:
    """All of a claim that `may_be_one` asks for: claims that look alike may be one with the same others."""
    claim, place = event.claim, event.claim.place
    where = None if place is None else (place.kind, place.name, place.town, place.geonames_id)
    return (
        event.is_background,
        event.standing,
        claim.type,
        claim.plover,
        claim.sub_type,
        where,
        event.dates,
        claim.means,
    )


def may_be_one(a: ToldEvent, b: ToldEvent) -> bool:
    """True where nothing told keeps two claims apart and they share a place or a day."""
    if a.is_background != b.is_background or a.standing != b.standing or not same_act(a.claim, b.claim):
        return False
    place, dates = same_place(a.claim.place, b.claim.place), same_dates(a, b)
    if place is False or dates is False or not same_means(a.claim, b.claim):
        return False
    return place is True


def act_of(claim: EventClaim) -> str:
    """ACLED's type, else PLOVER's; of a blast whose cause is open that of a bombing, which it may be."""
    return _BOMBED if claim.type == _BLAST else claim.type or f"plover:{claim.plover}"


def same_act(a: EventClaim, b: EventClaim) -> bool:
    """True for one type, and for one sub-type, or two that may tell one act, where both name one."""
    if act_of(a) != act_of(b):
        return False
    if _BLAST in (a.type, b.type):
        return {a.sub_type, b.sub_type} <= {None, *_EXPLODED}
    if a.sub_type is None or b.sub_type is None or a.sub_type == b.sub_type or a.type == "Battles":
        return True
    return {a.sub_type, b.sub_type} == _EXPLODED


def same_place(a: Place | None, b: Place | None) -> bool | None:
    """True for one place, false for two, null where it cannot be told."""
    if a is None or b is None:
        return None
    if a.kind == "facility" and b.kind == "facility":
        return folded(a.name) == folded(b.name) and folded(a.town or "") == folded(b.town or a.town or "")
    if a.kind == "facility" or b.kind == "facility":
        facility, other = (a, b) if a.kind == "facility" else (b, a)
        return True if facility.town and folded(facility.town) == folded(other.name) else None
    if a.geonames_id is not None and b.geonames_id is not None:
        return a.geonames_id == b.geonames_id
    return folded(a.name) == folded(b.name)


def same_dates(a: ToldEvent, b: ToldEvent) -> bool | None:
    """True for overlapping days, false for days apart, null where one is not told."""
    (a_low, a_high), (b_low, b_high) = a.dates, b.dates
    if (a_low is None and a_high is None) or (b_low is None and b_high is None):
        return None
    return (a_low or dt.date.min) <= (b_high or dt.date.max) and (b_low or dt.date.min) <= (a_high or dt.date.max)


def same_means(a: EventClaim, b: EventClaim) -> bool:
    """False where two weapons or hazards are named that share no word."""
    if not a.means or not b.means or _is_one_hazard(a, b):
        return True
    return bool({w.rstrip("s") for w in folded(a.means).split()} & {w.rstrip("s") for w in folded(b.means).split()})


def _is_one_hazard(a: EventClaim, b: EventClaim) -> bool:
    """Whether words of one class name a hazard: a "quake" is a "tremor", but no bus is a train."""
    kind = a.type or ""
    return a.made_by == b.made_by and kind.startswith("disaster:") and kind != "disaster:transport_accident"


def folded(name: str) -> str:
    """A name without case and with single spaces."""
    return " ".join(name.casefold().split())
