"""The main happening as sharply as the story knows it: its day and town where its own claims leave them open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from msgspec.structs import replace

from rashomon.composing.words import Words
from rashomon.model.claim import AnyClaim, EventClaim, Figure
from rashomon.model.happening import Event, MainEvent
from rashomon.model.moment import When
from rashomon.model.place import Place

#: Ways in which a place stands with a claim whose own words do not give it.
_INHERITED = ("dateline", "event", "neighbour")
_VAGUE_DAYS = ("period", "month", "year", "unknown")
_VAGUE_KINDS = ("country", "region", "admin1", "other")


def at_its_best(event: Event, main: MainEvent | None, words: Words) -> Event:
    """The event with the main happening's own day and town, each only where claims of the story are found to cite.

    `main` null, or of another event, changes nothing. The claims that give the day or town join the event's own, so
    that its sentences cite them; they are of the outlets' own voice, like those that tell the happening.
    """
    if main is None or main.event != event.id:
        return event
    return _with_place(_with_day(event, main, words), main, words)


def _with_day(event: Event, main: MainEvent, words: Words) -> Event:
    day = main.start_date
    if day is None or main.how != "told" or main.precision != "day" or event.precision not in _VAGUE_DAYS:
        return event
    found = _telling(event, words, lambda c: _is_of_day(getattr(c, "when", None), day))
    if found is None:
        return event
    return replace(
        event,
        start_date=day,
        end_date=main.end_date or day,
        precision="day",
        claims=tuple(dict.fromkeys([*event.claims, found])),
    )


def _with_place(event: Event, main: MainEvent, words: Words) -> Event:
    place = next((p for p in (main.place, main.near) if p is not None and words.naming.place(p) is not None), None)
    own = event.place
    if place is None or place.geonames_id is None:
        return event
    if own is not None and not _is_vague(own, words) and not _is_told_elsewhere(event, place, words):
        return event
    found = _telling(event, words, lambda c: _is_at(getattr(c, "place", None), place))
    found = found or _as_somebody_tells(event, place, words)
    if found is None:
        return event
    return replace(event, place=place, claims=tuple(dict.fromkeys([*event.claims, found])))


def _is_told_elsewhere(event: Event, place: Place, words: Words) -> bool:
    """Whether more reports put such a happening at another place than at the event's own."""
    alike = [c for c in words.ledger.claims.values() if _is_of(c, event) and _is_as_sharp(c, event)]
    there, own = (
        len(words.ledger.independent(c.id for c in alike if p is not None and _is_at(getattr(c, "place", None), p)))
        for p in (place, event.place)
    )
    return there > own


def _is_as_sharp(claim: AnyClaim, event: Event) -> bool:
    return not isinstance(claim, EventClaim) or claim.sub_type == event.sub_type


def _is_vague(place: Place, words: Words) -> bool:
    return place.kind in _VAGUE_KINDS or place.how in _INHERITED or words.naming.place(place) is None


def _is_of_day(when: When | None, day: dt.date) -> bool:
    return when is not None and when.start_date == day and when.end_date in (None, day)


def _is_at(one: Place | None, other: Place) -> bool:
    if one is None or one.how in _INHERITED:
        return False
    return one.geonames_id == other.geonames_id and one.name == other.name


def _telling(event: Event, words: Words, tells: Callable[[AnyClaim], bool]) -> str | None:
    """The claim of the outlets' own voice that tells it: of the event itself, of its kind, else a count of its own."""
    own = set(event.claims)
    alike = [c for c in words.ledger.claims.values() if _is_of(c, event) and tells(c)]
    plain = [c for c in alike if words.naming.source(getattr(c, "attribution", None)) is None]
    plain.sort(key=lambda c: (c.id not in own, not isinstance(c, EventClaim)))
    return plain[0].id if plain else None


def _as_somebody_tells(event: Event, place: Place, words: Words) -> str | None:
    """The claim of a named source that puts such a happening there: better than a place that no report gives it."""
    claims = (c for c in words.ledger.claims.values() if isinstance(c, EventClaim))
    return next((c.id for c in claims if c.sub_type and _is_as_sharp(c, event) and _is_at(c.place, place)), None)


def _is_of(claim: AnyClaim, event: Event) -> bool:
    if isinstance(claim, EventClaim):
        return claim.id in event.claims or (claim.type == event.type and claim.realis == "happened")
    return isinstance(claim, Figure) and claim.event is not None and claim.event in (event.id, *event.claims)
