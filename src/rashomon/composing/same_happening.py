"""Whether a place, a day or a deed may be a happening's own: near enough, in its days, in its course."""

from __future__ import annotations

import datetime as dt

from rashomon.model.claim import Figure
from rashomon.model.earth import apart_km
from rashomon.model.happening import Event
from rashomon.model.place import Place

#: A day later is a day told otherwise: news of a night carries either date.
_NEXT_DAY = 1
#: A suburb or village this near is told under the name of its chief town as well, often that of the province.
_SUBURB_KM = 60
#: Kinds of happening that go on for days, with deeds of other kinds in their course.
ENDURING = ("Battles", "Riots", "Protests")
_WIDE = ("country", "region", "admin1")


def lasts(figure: Figure) -> bool:
    """Whether a figure counts over more than one day."""
    when = figure.when
    return when is not None and when.start_date is not None and when.end_date not in (None, when.start_date)


def goes_on(event: Event) -> bool:
    """Whether a happening may go on for days: a disaster, fighting, unrest, or one told to have; no single shelling."""
    lasting = event.start_date is not None and event.end_date not in (None, event.start_date)
    return lasting or event.type in ENDURING or (event.type or "").startswith("disaster:")


def is_episode(deed: Event, whole: Event) -> bool:
    """Whether a deed against people may be one of those of an unrest: of no other place and no other day."""
    if (deed.type or "").startswith("disaster:") or not may_be_at(deed.place, whole):
        return False
    return may_be_on(deed.start_date, whole)


def may_be_at(place: Place | None, event: Event) -> bool:
    """Whether a place is the event's, one around it, one inside it where it is wide, or not known."""
    if place is None or event.place is None or same_place(place, event.place):
        return True
    if place.geonames_id is None and place.kind not in _WIDE:
        return True  # where it lies is not known
    if not is_wide(place) and not is_wide(event.place):
        return apart_km(place, event.place) <= _SUBURB_KM
    wide, narrow = (place, event.place) if place.kind in _WIDE else (event.place, place)
    if wide.kind not in _WIDE or wide.country_code != narrow.country_code:
        return False
    return wide.kind != "admin1" or wide.name == narrow.admin1 or wide.admin1 == narrow.admin1


def may_be_on(start: dt.date | None, event: Event) -> bool:
    """Whether a day is none that lies apart from the event's: a count of it may be of days that follow."""
    if start is None or event.start_date is None:
        return True
    return abs((start - event.start_date).days) <= _NEXT_DAY or (
        event.end_date is not None and event.start_date <= start <= event.end_date
    )


def is_inherited(place: Place) -> bool:
    """Whether a claim's own words do not give its place."""
    return place.how in ("event", "dateline", "neighbour")


def is_wide(place: Place) -> bool:
    """Whether a place is a land or a part of one."""
    return place.kind in _WIDE


def same_place(one: Place, other: Place) -> bool:
    """Whether two place mentions mean one place."""
    if one.geonames_id is not None and other.geonames_id is not None:
        return one.geonames_id == other.geonames_id
    return one.name == other.name
