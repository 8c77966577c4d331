"""Numbers that lie apart: a later count, room left, a count that is not closed, or a contradiction."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.model.assessment import FigureRelation
from rashomon.reconciliation.histories import RISING, follows
from rashomon.reconciliation.named_sources import are_of_one_house
from rashomon.reconciliation.number_ranges import Meant, overlap
from rashomon.reconciliation.questions import Asking
from rashomon.reconciliation.relate_histories import relation
from rashomon.reconciliation.scopes import compare_places, is_own, lies_in
from rashomon.reconciliation.sighting_order import is_later
from rashomon.reconciliation.sightings import Sighting
from rashomon.reconciliation.what_differs import tell_other_stretches, window
from rashomon.reconciliation.why_numbers_differ import (
    why_compatible,
    why_contradict,
    why_later,
    why_one_house,
    why_undated,
    why_unfinished,
)

#: Tolls of which one is undated are of one state, as far as anybody can tell, only so many times apart.
_UNDATED_TIMES = 1.5
#: Smaller numbers are near each other by chance, unless they are of one place and no more than so many times apart.
_TELLING, _TIMES = 10, 3.0
#: Fewer dead are told of many a happening.
_LEAST = 3
#: A count so many times another is of more than the other's place or people, whatever the reports leave open.
_FAR = 10.0
#: A number that was raised by less than so much of its distance from another still stands against that one.
_MOST_OF_THE_WAY = 0.5


def of_numbers_apart(a: Sighting, b: Sighting, asking: Asking, raised: Mapping[str, Sighting]) -> FigureRelation | None:
    """The relation of two numbers that lie apart, or null.

    Small ones many times apart, and a place's in its country's, contradict nothing. `raised` as in `compare_numbers`.
    """
    one, other = asking.meant[a.id], asking.meant[b.id]
    small, large = sorted((one.stated or 0, other.stated or 0))
    low, high = (a, b) if one.stated == small else (b, a)
    newer = raised.get(low.id) or asking.raised_by(high, small, raised)
    if newer is not None and (asking.meant[newer.id].stated or 0) - small < _MOST_OF_THE_WAY * (large - small):
        newer = None  # raised from 147 to 150: that leaves 266 as far off as before
    tolls = asking.leads_report(a) and asking.leads_report(b) and small >= _LEAST and large <= _TIMES * small
    found = _of_two_numbers(a, b, one, other, newer, tolls)
    inside = asking.lies_inside(low, high) or (
        a.report.id == b.report.id and lies_in(low.figure.place, high.figure.place)
    )
    of_two = (small < _TELLING and large > _TIMES * small) or inside
    return None if found is not None and found.type == "contradict" and of_two else found


def _of_two_numbers(
    a: Sighting, b: Sighting, one: Meant, other: Meant, raised: Sighting | None, tolls: bool
) -> FigureRelation | None:
    """A later count, room left, a count not closed, a contradiction, or null.

    `tolls` for small numbers that are what both reports are about: four dead, and six two days later.
    """
    if one.stated is None or other.stated is None:
        return None
    low, high = (a, b) if one.stated < other.stated else (b, a)
    if (a.as_of is None or b.as_of is None) and a.report.id != b.report.id:
        near = max(one.stated, other.stated) <= _UNDATED_TIMES * min(one.stated, other.stated)
        if not (near and a.running and b.running) or window(a) is not None or window(b) is not None:
            return None
        if not overlap(one, other):
            return relation("incomparable", b, a, why_undated(a, b))
    alike = not tell_other_stretches(a, b)
    rises = other.stated > one.stated and a.counting in RISING
    if (is_later(b, a) or (follows(b, a) and not overlap(one, other))) and rises:
        telling = one.stated >= _TELLING or tolls or b.goes_on or (window(a) is not None and window(a) == window(b))
        telling = telling or (names_one_place(a, b) and other.stated <= _TIMES * one.stated)
        telling = telling and other.stated <= _FAR * one.stated
        return relation("later count", b, a, why_later(a, b)) if alike and telling else None
    if overlap(one, other):
        return relation("compatible", a, b, why_compatible(a, b, one, other))
    if not is_later(low, high) and (low.going_on or raised is not None):
        return relation("compatible", a, b, why_unfinished(low, high, raised))
    if not is_later(b, a) and are_of_one_house(a, b):
        return relation("incomparable", b, a, why_one_house(a, b)) if alike else None
    return relation("contradict", a, b, why_contradict(a, b, one, other)) if alike else None


def names_one_place(a: Sighting, b: Sighting) -> bool:
    """Whether two figures are told of one place by the words of both."""
    places = [s.figure.place for s in (a, b)]
    return all(is_own(p) for p in places) and compare_places(*places) == "same"
