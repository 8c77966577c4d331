"""What two figures of different reports are compared by: figures that look alike in all of it fit every other alike.

So that a story of very many reports, whose figures are few by what they tell, compares kinds of figures instead of
figures, and at its next instant only those that this one tells otherwise (`kept_fits.py`). A rule of `fitting.py` that
looks at anything more has to name it here; `tests/reconciliation/test_looks.py` holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Hashable

from rashomon.model.happening import Event
from rashomon.model.place import Place
from rashomon.reconciliation.scopes import Scope
from rashomon.reconciliation.sightings import Sighting


def look_of_sighting(sighting: Sighting) -> Hashable:
    """All that rules ask of a figure by itself, but its scope and its number."""
    figure, as_of, when = sighting.figure, sighting.as_of, sighting.figure.when
    return (
        figure.qualifier,
        figure.correction,
        figure.part_of is None,
        None if when is None else (when.start_date, when.end_date),
        None if as_of is None else (as_of.start, as_of.end, as_of.how),
        sighting.voice,
        sighting.root,
        sighting.event,
        sighting.event_days,
        sighting.headline,
        sighting.earlier,
        sighting.taken_back,
        sighting.running,
        sighting.going_on,
        sighting.limits_age,
        sighting.handled,
        sighting.shares_out,
        sighting.counts_day,
        sighting.is_live,
    )


def look_of_scope(scope: Scope) -> Hashable:
    """A scope without where in its report the words for its places stand."""
    return (
        scope.measure,
        scope.population,
        scope.nation,
        scope.side,
        look_of_place(scope.place),
        tuple(look_of_place(p) for p in scope.others),
        scope.start,
        scope.end,
        scope.counting,
    )


def look_of_event(event: Event) -> Hashable:
    """What rules ask of a figure's event: which it is part of, when and where it was."""
    return event.id, event.parent, event.start_date, event.end_date, look_of_place(event.place)


def look_of_place(place: Place | None) -> Hashable:
    """A place without the words for it."""
    if place is None:
        return None
    return (
        place.geonames_id,
        place.name,
        place.kind,
        place.precision,
        place.how,
        place.town,
        place.admin1,
        place.country_code,
        place.lat,
        place.lon,
    )
