"""Which events are ACLED's to code, and which of them are one row."""

from __future__ import annotations

from rashomon.model.dossier import Dossier
from rashomon.model.happening import Event
from rashomon.model.place import Place
from rashomon.rendering.exports.acled import rules
from rashomon.rendering.shareable import spot_of

_NOT_DONE = {"denied", "feared", "planned", "background"}
#: How exactly the record dates an event, as ACLED's time precision.
TIME_PRECISION = {"instant": 1, "hour": 1, "day": 1, "week": 2, "period": 2, "month": 3}


#: ACLED dates an event to a month at most, in days.
_MONTH = 31


def why_left_out(event: Event) -> str | None:
    """Why an event has no row, in a sentence; null where it has one."""
    if event.type is not None and event.type.startswith("disaster:"):
        return "ACLED does not code disasters."
    if event.type not in rules.TYPE_RANK:
        return "The event has no type of ACLED's."
    if event.background or set(event.aux_modes) & {"historical"} or event.realis == "background":
        return "It is told as background, of another time."
    if event.realis in _NOT_DONE or set(event.aux_modes) & {"future", "hypothetical", "negation"}:
        return "It is not told as done: denied, feared or planned."
    if event.start_date is None:
        return "No report dates it."
    longer = event.end_date is not None and (event.end_date - event.start_date).days > _MONTH
    if event.precision not in TIME_PRECISION or longer:
        return "It is dated less exactly than to a month."
    if event.place is None or not (event.place.country_code or event.place.lat is not None):
        return "No report says where it was, not even in which country."
    if event.place.precision == "country" or (event.place.kind == "facility" and _is_nowhere(event.place)):
        return "It is placed no more exactly than to a country."
    return None


def _is_nowhere(facility: Place) -> bool:
    return facility.town is None and facility.lat is None and facility.admin1 is None


def merged(dossier: Dossier) -> list[list[Event]]:
    """The codable events in groups of one day, place and set of actors; the highest in rank first in each.

    Tactics used at once are one event of the highest rank (ACLED's codebook, hierarchy of sub-event types).
    """
    groups: dict[tuple[str, ...], list[Event]] = {}
    for event in dossier.events:
        if why_left_out(event) is not None:
            continue
        place = spot_of(event.place, dossier).name if event.place else ""
        sides = sorted({a.name for a in (*event.actors, *event.recipients)} | set(event.accused))
        alone = event.id if not (place and sides) or event.precision not in ("instant", "hour", "day") else ""
        groups.setdefault((str(event.start_date), place, alone, *sides), []).append(event)
    return [sorted(g, key=lambda e: (rules.rank(e), e.id)) for g in groups.values()]
