"""A happening told of a town by one report and of its province or land by another is one event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import product

from rashomon.grouping.campaigns import lies_within
from rashomon.grouping.event_matching import ToldEvent, act_of, folded, same_act, same_means, same_place
from rashomon.model.claim import EventClaim
from rashomon.model.earth import apart_km
from rashomon.model.place import Place

#: Deeds of one place and day. A battle goes on, and a protest is held in many towns of a land at once.
_DEEDS = frozenset({"Explosions/Remote violence", "Violence against civilians"})
#: Claims of each group that are compared.
_LOOKED_AT = 8
#: Disasters that come over a land at once, whatever each report calls them and however late it tells of them.
_OF_A_LAND = frozenset(
    {"storm", "flood", "earthquake", "tsunami", "volcanic_eruption", "heatwave", "drought", "epidemic"}
)
#: An earthquake of one day is felt, and kills, in many towns and lands; so far apart two may be two (kilometres).
_SHAKEN = 500
#: Two reports further apart (days) that tell no day may tell of two disasters: of two accidents, of two storms.
_DAYS, _DAYS_OF_A_LAND = 3, 14
#: Ways in which a place stands with a claim whose own words do not give it.
_INHERITED = frozenset({"dateline", "event", "neighbour"})


def join_wider(groups: Sequence[list[ToldEvent]]) -> list[list[ToldEvent]]:
    """The groups, each that is told of a place around or inside another's joined into that one.

    Their days agree or, of a disaster, one is not told; nothing is joined where two others would do equally well.
    """
    joined = [list(group) for group in groups]
    for group in sorted(groups, key=len):
        here = next(g for g in joined if group[0] in g)
        hosts = [g for g in joined if g is not here and _are_one(here, g)]
        if hosts and all(_are_one(one, other) for n, one in enumerate(hosts) for other in hosts[:n]):
            host = min([here, *hosts], key=joined.index)
            for other in [here, *hosts]:
                if other is not host:
                    host.extend(other)
                    joined.remove(other)
    return joined


def _are_one(group: Sequence[ToldEvent], other: Sequence[ToldEvent]) -> bool:
    if act_of(group[0].claim) != act_of(other[0].claim) or group[0].is_background != other[0].is_background:
        return False
    if group[0].standing != other[0].standing or not (_is_of_a_story(group[0]) or act_of(group[0].claim) in _DEEDS):
        return False
    pairs = list(product(group[:_LOOKED_AT], other[:_LOOKED_AT]))
    on_one_day = any(_sure_day(a) and _sure_day(a) == _sure_day(b) for a, b in pairs)
    told_alike = any(_is_of_a_story(a) and _are_alike(a, b) and _are_near(a, b) for a, b in pairs)
    return (on_one_day or told_alike) and all(_may_be_one(a, b) for a, b in pairs)


def _may_be_one(a: ToldEvent, b: ToldEvent) -> bool:
    """Whether neither acts nor days nor places set two claims apart."""
    of_a_story = _is_of_a_story(a)
    if not same_act(a.claim, b.claim):
        return False
    if not of_a_story and (a.report.id == b.report.id or not same_means(a.claim, b.claim)):
        return False  # what one report tells twice of two places it means as two deeds
    one, other = _sure_day(a), _sure_day(b)
    if one is not None and other is not None and one != other:
        return False
    return _are_shaken_together(a.claim, b.claim) or _places_fit(_own_place(a), _own_place(b), of_a_story)


def _are_shaken_together(a: EventClaim, b: EventClaim) -> bool:
    """Whether two places told of an earthquake lie so near each other that one shook both."""
    return a.type == b.type == "disaster:earthquake" and apart_km(a.place, b.place) <= _SHAKEN


def _is_of_a_story(event: ToldEvent) -> bool:
    """Whether a story is about one such happening, so that a report may leave out where and when: "the riots"."""
    return (event.claim.type or "").startswith("disaster:") or event.claim.type == "Riots"


def _is_of_a_land(event: ToldEvent) -> bool:
    return (event.claim.type or "").removeprefix("disaster:") in _OF_A_LAND


def _are_alike(a: ToldEvent, b: ToldEvent) -> bool:
    """Whether one thing may have met with the accident: a train is no bus, unless one report tells of both there."""
    inherited = any(e.claim.place is not None and e.claim.place.how in _INHERITED for e in (a, b))
    return _is_of_a_land(a) or _share_a_vehicle(a.claim, b.claim) or (inherited and a.report.id == b.report.id)


def _share_a_vehicle(a: EventClaim, b: EventClaim) -> bool:
    """Whether the words for the accidents may mean one: a "train crash" is a "crash", and no "bus crash"."""
    one, other = (folded(c.means or "").split() for c in (a, b))
    if len(one) > 1 and len(other) > 1:
        one, other = one[:-1], other[:-1]
    return not one or not other or not {w.rstrip("s") for w in one}.isdisjoint(w.rstrip("s") for w in other)


def _own_place(event: ToldEvent) -> Place | None:
    """The place of the happening; that of a date line is the writer's."""
    place = event.claim.place
    return None if place is None or place.how == "dateline" else place


def _places_fit(a: Place | None, b: Place | None, unknown_fits: bool) -> bool:
    if a is None or b is None:
        return unknown_fits
    return same_place(a, b) is True or _holds(a, b) or _holds(b, a)


def _holds(around: Place, place: Place) -> bool:
    """Whether a place lies in a wider one; a district's towns are not known, but the one that gives it its name is."""
    if around.kind == "admin2":
        if place.kind == "admin2" or place.admin1 != around.admin1 or place.country_code != around.country_code:
            return False
        return folded(around.name).startswith(folded(place.town or place.name))
    return lies_within(place, around)


def _sure_day(event: ToldEvent) -> dt.date | None:
    when = event.claim.when
    return when.start_date if when is not None and when.start_date == when.end_date else None


def _are_near(a: ToldEvent, b: ToldEvent) -> bool:
    one, other = a.report.published, b.report.published
    reach = dt.timedelta(days=_DAYS_OF_A_LAND if _is_of_a_land(a) else _DAYS)
    return one is None or other is None or abs(one.latest - other.latest) <= reach
