"""What a figure counts, field by field, and where the scopes of two figures differ (design, rule 8)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from rashomon.knowledge.population_classes import PopulationClasses
from rashomon.model.place import Place
from rashomon.reconciliation.sightings import Sighting, folded

Fit = Literal["same", "unknown", "narrower", "wider", "apart"]
#: A place of these kinds holds the places of its country or province.
_WIDE = frozenset({"country", "admin1", "admin2", "region"})


@dataclass(frozen=True, slots=True)
class Scope:
    """The comparable part of a figure's question."""

    measure: str
    unit: str
    population: str
    side: str | None
    place: Place | None
    role: str
    start: dt.date | None
    end: dt.date | None
    counting: str
    event: str | None


def scope_of(sighting: Sighting, populations: PopulationClasses) -> Scope:
    """The scope of one figure."""
    figure = sighting.figure
    when = figure.when
    return Scope(
        measure=figure.measure,
        unit=figure.unit,
        population=populations.class_of(figure.population),
        side=folded(figure.population.side) if figure.population.side else None,
        place=figure.place,
        role=figure.place.role if figure.place else "at",
        start=when.start_date if when else None,
        end=when.end_date if when else None,
        counting=sighting.counting,
        event=sighting.event,
    )


def compare_populations(a: Scope, b: Scope, populations: PopulationClasses) -> Fit:
    """How a's people stand to b's."""
    if a.side and b.side and a.side != b.side:
        return "apart"
    if a.population == b.population:
        return "same" if a.side == b.side or a.population != "combatants" else "unknown"
    if populations.lies_within(a.population, b.population):
        return "narrower"
    return "wider" if populations.lies_within(b.population, a.population) else "apart"


def compare_places(a: Place | None, b: Place | None) -> Fit:
    """How place a stands to place b."""
    if a is None or b is None:
        return "unknown"
    if a.geonames_id is not None and a.geonames_id == b.geonames_id and a.kind != "facility" and b.kind != "facility":
        return "same"
    if folded(a.name) == folded(b.name) and a.kind == b.kind:
        return "same"
    if _lies_in(a, b):
        return "narrower"
    if _lies_in(b, a):
        return "wider"
    if a.precision == "unresolved" or b.precision == "unresolved":
        return "unknown" if _share_a_word(a, b) else "apart"
    return "apart"


def _lies_in(inner: Place, outer: Place) -> bool:
    if inner.kind == "facility" and inner.town and folded(inner.town) == folded(outer.name):
        return True
    if outer.kind not in _WIDE or outer.country_code is None or inner.country_code != outer.country_code:
        return False
    if outer.kind == "country":
        return inner.kind != "country"
    return (
        inner.kind not in ("country", "admin1")
        and inner.admin1 is not None
        and inner.admin1 in (outer.admin1, outer.name)
    )


def _share_a_word(a: Place, b: Place) -> bool:
    return bool(set(folded(a.name).split()) & set(folded(b.name).split()))


def compare_periods(a: Scope, b: Scope) -> Fit:
    """How the days that a counts over stand to b's; open or unstated days are unknown."""
    if (a.start is None and a.end is None) or (b.start is None and b.end is None):
        return "unknown"
    a_low, a_high = a.start or dt.date.min, a.end or dt.date.max
    b_low, b_high = b.start or dt.date.min, b.end or dt.date.max
    if a_high < b_low or b_high < a_low:
        return "apart"
    if (a_low, a_high) == (b_low, b_high):
        return "same"
    if b_low <= a_low and a_high <= b_high:
        return "narrower"
    if a_low <= b_low and b_high <= a_high:
        return "wider"
    return "same" if min(a_high, b_high) - max(a_low, b_low) >= dt.timedelta(days=1) else "apart"
