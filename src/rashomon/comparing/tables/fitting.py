"""How well a row of theirs fits an event of ours: place, days, kind and actors; the numbers take no part in it."""

from __future__ import annotations

from typing import NamedTuple

from rashomon.comparing.tables.our_events import OurEvent
from rashomon.comparing.tables.their_events import VIOLENT, TheirEvent
from rashomon.model import earth
from rashomon.rendering.exports.actor_words import telling_words

#: What is told of a day's dead is often told on the next one.
_NEXT_DAY = 1
#: A pair scores at least this much, or it is none.
LEAST = 0.6
#: The fit of kinds of which one is not told.
_UNKNOWN = 0.5
_PLACE, _DAYS, _KIND, _ACTORS = 0.4, 0.3, 0.2, 0.1
#: Points that may lie farther apart than a town's surroundings say less, the more so beyond a province.
_NEAR_KM, _PROVINCE_KM = 40.0, 150.0
#: A row of a place as sharp as this is no event that is told of a whole part of a country.
_SHARP_KM = 60.0


class Fit(NamedTuple):
    """A possible pair: how far apart in km (null without points) and days, and a score from 0 to 1."""

    km: float | None
    days: int
    score: float


def fit_of(ours: OurEvent, theirs: TheirEvent) -> Fit | None:
    """The fit of two events; null where their days, places or kinds keep them apart."""
    days = gap(ours, theirs)
    if days > max(theirs.slack_days, _NEXT_DAY):
        return None
    kind = _kinds(ours, theirs)
    if kind is None or (days and kind < _UNKNOWN):
        return None
    km = distance_km(ours, theirs)
    actors = _actors(ours, theirs)
    place = _places(ours, theirs, km)
    if place is None or (place < _BY_NAME and (actors < 1 or days)):
        return None
    score = _PLACE * place + _DAYS * _days(ours, theirs, days) + _KIND * kind + _ACTORS * actors
    return Fit(km, days, round(score, 3)) if score >= LEAST else None


def gap(ours: OurEvent, theirs: TheirEvent) -> int:
    """The days that lie between the two, 0 where they overlap."""
    return max(0, (theirs.line.start - ours.line.end).days, (ours.line.start - theirs.line.end).days)


def distance_km(ours: OurEvent, theirs: TheirEvent) -> float | None:
    """The great-circle distance; null where either has no point."""
    if ours.lat is None or ours.lon is None or theirs.lat is None or theirs.lon is None:
        return None
    return round(earth.distance_km((ours.lat, ours.lon), (theirs.lat, theirs.lon)), 1)


#: Places that bear one name; below it only the country is the same.
_BY_NAME = 0.7


def _places(ours: OurEvent, theirs: TheirEvent, km: float | None) -> float | None:
    """1 at one spot, less with distance and with what both precisions leave open; null where they are apart."""
    if ours.line.country and theirs.line.country and ours.line.country != theirs.line.country:
        return None
    same = bool(theirs.line.place) and ours.line.place.casefold() == theirs.line.place.casefold()
    if km is not None and ours.radius_km is not None and theirs.radius_km is not None:
        reach = ours.radius_km + theirs.radius_km
        if ours.wide and theirs.radius_km < _SHARP_KM:
            return None
        if km > reach:
            return 0.9 if same and km <= _NEAR_KM else None
        vague = 1.0 if reach <= _NEAR_KM else 0.9 if reach <= _PROVINCE_KM else 0.8
        return 1.0 if same else max(_BY_NAME, vague * (1 - 0.2 * km / reach))
    if same:
        return 0.9
    one_country = ours.line.country is not None and ours.line.country == theirs.line.country
    return 0.3 if one_country else None


def _days(ours: OurEvent, theirs: TheirEvent, days: int) -> float:
    if days:
        return 0.5 if days <= _NEXT_DAY else 0.3
    long = max((ours.line.end - ours.line.start).days, (theirs.line.end - theirs.line.start).days)
    return 1.0 if long <= 1 else 0.8


def _kinds(ours: OurEvent, theirs: TheirEvent) -> float | None:
    """1 for one kind, less for two kinds of violence (data sets code them differently); null for violence and none."""
    if not theirs.kinds or ours.kind is None:
        return _UNKNOWN
    if ours.kind in theirs.kinds:
        return 1.0
    return 0.4 if ours.kind in VIOLENT and theirs.kinds & VIOLENT else None


def _actors(ours: OurEvent, theirs: TheirEvent) -> float:
    """1 where a name is shared, a half where one of both names nobody, 0 where all names differ."""
    mine = {w for a in ours.actors for w in telling_words(a)}
    yours = {w for a in theirs.actors for w in telling_words(a)}
    return 1.0 if mine & yours else 0.0 if mine and yours else 0.5
