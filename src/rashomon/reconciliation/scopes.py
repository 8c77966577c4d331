"""What a figure counts, field by field, and where the scopes of two figures differ (design, rule 8)."""

from __future__ import annotations

import datetime as dt
import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rashomon.knowledge.place_names import without_articles
from rashomon.knowledge.population_classes import PopulationClasses
from rashomon.model.place import Place
from rashomon.model.remembered import remembered
from rashomon.reconciliation.sightings import Sighting, folded

Fit = Literal["same", "unknown", "narrower", "wider", "apart"]
#: A place of these kinds holds the places of its country or province.
_NEAR_KM, _AROUND_KM, _KM_PER_DEGREE = 12.0, 25.0, 111.2
#: How a place may be told for it to be the figure's own; any other is the report's general setting.
_OWN = frozenset({"clause", "sentence"})
#: Kinds of place that hold others.
WIDE = frozenset({"country", "admin1", "admin2", "region"})


@dataclass(frozen=True, slots=True)
class Scope:
    """The comparable part of a figure's question; the measure of dead and injured together is one of its own."""

    measure: str
    unit: str
    population: str
    nation: str | None
    side: str | None
    place: Place | None
    others: tuple[Place, ...]
    role: str
    start: dt.date | None
    end: dt.date | None
    counting: str
    event: str | None


@remembered(20_000)
def scope_of(sighting: Sighting, populations: PopulationClasses) -> Scope:
    """The scope of one figure."""
    figure = sighting.figure
    when = figure.when
    return Scope(
        measure=figure.measure + (" and others" if sighting.counts_both else ""),
        unit=figure.unit,
        population=populations.class_of(figure.population),
        nation=populations.nation_of(figure.population),
        side=folded(figure.population.side) if figure.population.side else None,
        place=figure.place,
        others=tuple(p for p in figure.other_places if is_own(p) and match_places(figure.place, p) == "apart"),
        role=figure.place.role if figure.place and is_own(figure.place) else "at",
        start=when.start_date if when else None,
        end=when.end_date if when else None,
        counting=sighting.counting,
        event=sighting.event,
    )


def compare_populations(a: Scope, b: Scope, populations: PopulationClasses) -> Fit:
    """How a's people stand to b's."""
    if (a.side and b.side and a.side != b.side) or (a.nation and b.nation and a.nation != b.nation):
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
    if a.kind == b.kind and same_name(a.name, b.name) and "unresolved" in (a.precision, b.precision):
        return "same"
    if lies_in(a, b):
        return "narrower"
    if lies_in(b, a):
        return "wider"
    if a.kind == b.kind == "region" and a.country_code is not None and a.country_code == b.country_code:
        return "unknown"
    if a.precision == "unresolved" or b.precision == "unresolved":
        return "unknown" if _share_a_word(a, b) else "apart"
    if folded(a.name) == folded(b.name) and a.kind == b.kind:
        return "same"
    return "wider" if is_near(a, b) and a.precision in ("near", "area") else "narrower" if is_near(a, b) else "apart"


def is_own(place: Place | None) -> bool:
    """True where the figure's own words give the place, rather than the report's setting."""
    return place is not None and place.how in _OWN


def match_places(a: Place | None, b: Place | None) -> Fit:
    """As `compare_places`, but a place that is only the report's setting keeps no two figures of one country apart.

    Nor does a description without a name ("a rebel-held town"), or a town some 25 km from one told as "near" another.
    """
    fit = compare_places(a, b)
    if a is None or b is None or fit in ("same", "unknown"):
        return fit
    if not is_own(a) or not is_own(b) or is_description(a) or is_description(b):
        return "apart" if _in_two_lands(a, b) else "unknown"
    if fit == "apart" and (_may_be_province(a, b) or _may_be_province(b, a)):
        return "unknown"
    if fit == "apart" and "near" in (a.precision, b.precision) and is_near(a, b, _AROUND_KM):
        return "unknown"
    return fit


def _in_two_lands(a: Place, b: Place) -> bool:
    """True where the two are countries, or lie in two: each side of a border war counts its own dead."""
    known = a.geonames_id is not None and b.geonames_id is not None
    return known and None not in (a.country_code, b.country_code) and a.country_code != b.country_code


def match_scopes(a: Scope, b: Scope) -> Fit:
    """As `match_places`, where one count is over several places: it is wider than a count of one of them."""
    if bool(a.others) == bool(b.others):
        return match_places(a.place, b.place)
    if not a.others:
        return _match_one_of(a, b)
    fit = _match_one_of(b, a)
    return "wider" if fit == "narrower" else "narrower" if fit == "wider" else fit


def _match_one_of(one: Scope, several: Scope) -> Fit:
    fits = {match_places(one.place, p) for p in (several.place, *several.others)}
    if fits & {"same", "narrower"}:
        return "narrower"
    if fits == {"wider"}:
        return "wider"
    return "apart" if fits == {"apart"} else "unknown"


def _may_be_province(city: Place, other: Place) -> bool:
    """True for a capital whose province has its name, beside a place of that province: the name may mean either."""
    named = city.kind == "town" and city.admin1 is not None and folded(city.admin1).startswith(folded(city.name))
    return named and city.admin1 == other.admin1 and city.country_code == other.country_code


def is_description(place: Place) -> bool:
    """True for a place that no name tells: "a rebel-held town", a facility of no known town."""
    if place.precision == "unresolved" and place.kind != "facility":
        return not place.name.split() or place.name.split()[-1][:1].islower()
    return place.kind == "facility" and place.town is None and place.lat is None


def is_near(a: Place, b: Place, reach: float = _NEAR_KM) -> bool:
    """True for two places within some 12 km of each other, where one is a suburb or told as "outside" the other."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    east = (a.lon - b.lon) * math.cos(math.radians(a.lat))
    return math.hypot(a.lat - b.lat, east) * _KM_PER_DEGREE < reach


def lies_in(inner: Place | None, outer: Place | None) -> bool:
    """True for a place of the country, province or region that another is, and for a facility of a town."""
    if inner is None or outer is None:
        return False
    if inner.kind == "facility" and inner.town and folded(inner.town) == folded(outer.name):
        return True
    if outer.kind not in WIDE or outer.country_code is None or inner.country_code != outer.country_code:
        return False
    if outer.kind == "country":
        return inner.kind != "country"
    if outer.kind == "region" and outer.admin1 is None:
        return inner.kind not in ("country", "region")
    return (
        inner.kind not in ("country", "admin1")
        and inner.admin1 is not None
        and inner.admin1 in (outer.admin1, outer.name)
    )


def same_name(a: str, b: str) -> bool:
    """True for one name, or two spellings of one ("Rashidin", "Rashideen"): alike but for vowels, doublings and
    articles.
    """
    return folded(a) == folded(b) or (len(_bones(a)) > 2 and _bones(a) == _bones(b))


@lru_cache(maxsize=4096)
def _bones(name: str) -> str:
    """The consonants of a name without article and doublings: what transliterations keep."""
    words = without_articles(" ".join(re.split(r"[\s'’-]+", folded(name)))).split()
    kept = [c for c in "".join(w for w in words if w != "of") if c.isalpha() and c not in "aeiouyh"]
    return "".join(c for i, c in enumerate(kept) if i == 0 or c != kept[i - 1])


def _share_a_word(a: Place, b: Place) -> bool:
    """True where two phrases name something alike ("the town of Jayrud", "Jayrud")."""
    return bool(_name_words(a.name) & _name_words(b.name))


def _name_words(name: str) -> set[str]:
    # "Aleppo's" often comes as "Aleppos".
    return {_bones(w.removesuffix("s")) for w in name.split() if w[:1].isupper() and len(_bones(w)) > 1}


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
