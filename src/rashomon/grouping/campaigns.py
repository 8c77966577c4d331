"""A campaign is one event in however many reports: "since Wednesday", told on three days, is one Wednesday."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from rashomon.grouping.event_matching import ToldEvent, same_place
from rashomon.model.moment import DatePrecision, When
from rashomon.model.place import Place

_WIDE = ("region", "country")


def join_campaigns(groups: Sequence[list[ToldEvent]]) -> list[list[ToldEvent]]:
    """The groups, those of one kind that run since one day in places that may be one joined into the first."""
    joined: list[list[ToldEvent]] = []
    for group in groups:
        since = runs_since(group)
        host = next((g for g in joined if since and _is_one(group, g, since[0])), None)
        if host is None:
            joined.append(list(group))
        else:
            host.extend(group)
    return joined


def runs_since(told: Sequence[ToldEvent]) -> tuple[dt.date, dt.date, DatePrecision] | None:
    """First day, last day told and precision of a happening that some claim tells as a stretch of days, or null."""
    stretches = [t.claim.when for t in told if t.claim.when and not t.is_background and _is_stretch(t.claim.when)]
    starts = [w.start_date for w in stretches if w.start_date]
    if not starts:
        return None
    first = min(starts, key=lambda d: (-starts.count(d), d))
    return first, max(w.end_date for w in stretches if w.end_date and w.start_date == first), "period"


def lies_within(place: Place | None, around: Place | None) -> bool:
    """Whether a place is inside a wider one: its province, or a region or country of its land."""
    if place is None or around is None or place.country_code != around.country_code:
        return False
    if around.kind in _WIDE:
        return place.kind not in _WIDE or around.kind == "country"
    return around.kind in ("admin1", "admin2") and place.admin1 == (around.admin1 or around.name)


def _is_stretch(when: When) -> bool:
    if when.start_date is None or when.end_date is None or when.precision != "period":
        return False
    return (when.end_date - when.start_date).days > 1


def _is_one(group: Sequence[ToldEvent], other: Sequence[ToldEvent], since: dt.date) -> bool:
    kind, there = group[0].claim, other[0].claim
    if kind.type is None or kind.type != there.type or group[0].is_background != other[0].is_background:
        return False
    known = runs_since(other)
    if known is None or known[0] != since:
        return False
    return all(_may_be_one(a.claim.place, b.claim.place) for a in group[:8] for b in other[:8])


def _may_be_one(a: Place | None, b: Place | None) -> bool:
    return (
        a is None or b is None or same_place(a, b) is True or lies_within(a, b) or lies_within(b, a) or _both_wide(a, b)
    )


def _both_wide(a: Place, b: Place) -> bool:
    return a.kind in _WIDE and b.kind in _WIDE and a.country_code == b.country_code
