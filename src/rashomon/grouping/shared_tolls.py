"""One toll told of two event claims makes them one happening, unless something sharp sets the two apart."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rashomon.grouping.campaigns import lies_within
from rashomon.grouping.event_matching import ToldEvent, folded, same_place
from rashomon.model.claim import Figure, ReportClaims
from rashomon.model.place import Place

#: Deeds of one place and day; a battle or an offensive goes on, and its tolls are a theatre's.
_DEEDS = frozenset({"Explosions/Remote violence", "Violence against civilians", "Riots"})
_MEASURES = frozenset({"killed", "injured"})
#: Smaller numbers are equal by chance.
_TELLING = 10
#: Two reports further apart (days) tell of one number by chance.
_DAYS = 3

#: A number of the dead or of the injured.
Toll = tuple[str, float]


def tolls_of(claims: Iterable[ReportClaims]) -> dict[str, frozenset[Toll]]:
    """For each event claim the telling tolls that its report gives of it."""
    found: dict[str, set[Toll]] = defaultdict(set)
    for report in claims:
        for figure in report.figures:
            if figure.event is not None and figure.value is not None and _is_toll(figure):
                found[figure.event].add((figure.measure, figure.value))
    return {claim: frozenset(tolls) for claim, tolls in found.items()}


def join_by_toll(groups: Sequence[list[ToldEvent]], tolls: Mapping[str, frozenset[Toll]]) -> list[list[ToldEvent]]:
    """The groups, those that are told with one toll joined into the first; nothing is joined that tells no toll."""
    joined: list[list[ToldEvent]] = []
    hosts: dict[Toll, list[int]] = defaultdict(list)
    for group in groups:
        told = {toll for event in group if _is_deed(event) for toll in tolls.get(event.claim.id, ())}
        candidates = sorted({n for toll in told for n in hosts[toll]})
        host = next((n for n in candidates if _share(group, joined[n], tolls)), None)
        if host is None:
            host = len(joined)
            joined.append([])
        joined[host] += group
        for toll in told:
            hosts[toll].append(host)
    return joined


def _is_toll(figure: Figure) -> bool:
    live = figure.realis in ("happened", "claimed") and figure.qualifier not in ("fraction", "vague", "up_to")
    return live and figure.measure in _MEASURES and (figure.value or 0) >= _TELLING


def _is_deed(event: ToldEvent) -> bool:
    kind = event.claim.type or ""
    return (kind in _DEEDS or kind.startswith("disaster:")) and not event.is_background and event.standing == "happened"


def _share(group: Sequence[ToldEvent], other: Sequence[ToldEvent], tolls: Mapping[str, frozenset[Toll]]) -> bool:
    """True where some claim of each tells one toll and no two claims of different reports are sharply apart."""
    pairs = [(a, b) for a in group for b in other if _is_deed(a) and _is_deed(b) and a.report.id != b.report.id]
    shared = any(
        tolls.get(a.claim.id, frozenset()) & tolls.get(b.claim.id, frozenset()) and _are_near(a, b) for a, b in pairs
    )
    return shared and not any(_are_apart(a, b) for a, b in pairs)


def _are_near(a: ToldEvent, b: ToldEvent) -> bool:
    one, other = _published(a), _published(b)
    return one is None or other is None or abs((one - other).days) <= _DAYS


def _are_apart(a: ToldEvent, b: ToldEvent) -> bool:
    """True for two facilities, two towns or two days, each told for sure."""
    one, other = a.claim.place, b.claim.place
    if one is not None and other is not None and _is_sharp(one) and _is_sharp(other) and not _may_be_one(one, other):
        return True
    first, second = _sure_day(a), _sure_day(b)
    return first is not None and second is not None and first != second


def _is_sharp(place: Place) -> bool:
    """Whether a place is told as a town or facility and is the event's own; else it may be the report's setting."""
    return place.how == "clause" and place.precision == "exact" and place.kind in ("town", "facility")


def _may_be_one(a: Place, b: Place) -> bool:
    """True for one place, one inside the other, or a town and the capital whose name its province bears."""
    if same_place(a, b) is not False or lies_within(a, b) or lies_within(b, a):
        return True
    return _is_province_of(a, b) or _is_province_of(b, a)


def _is_province_of(a: Place, b: Place) -> bool:
    same_land = a.country_code == b.country_code and a.admin1 is not None and a.admin1 == b.admin1
    return same_land and folded(a.admin1 or "").startswith(folded(a.name))


def _sure_day(event: ToldEvent) -> dt.date | None:
    """The one day on which an act is told for sure: the day of publication may be the page's own date line."""
    when = event.claim.when
    if when is None or when.start_date is None or when.start_date != when.end_date:
        return None
    return None if when.start_date == _published(event) else when.start_date


def _published(event: ToldEvent) -> dt.date | None:
    return event.report.published.latest.date() if event.report.published is not None else None
