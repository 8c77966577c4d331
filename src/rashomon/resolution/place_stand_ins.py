"""Where a mention lies that the gazetteer does not have: the town that its own words or its sentence put it into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.knowledge.gazetteer import Candidate
from rashomon.knowledge.place_words import PlaceWords
from rashomon.model.place import Place
from rashomon.model.report import Report

#: A facility takes the town of a mention this near in its sentence (characters).
_BEFORE = 160
_AFTER = 60
#: Kinds of facility that a report of a town means in that town.
_OF_ITS_TOWN = frozenset({"street", "building", "open", "school", "leisure", "market", "worship", "transport"})
#: Characters behind a town's name that can name its service.
_SERVICE_REACH = 40
#: So many mentions on either side are looked at.
_NEIGHBOURS = 8


def stand_in(
    report: Report,
    places: Sequence[Place],
    chosen: Sequence[Candidate | None],
    inside: Mapping[int, Sequence[tuple[int, bool]]],
    number: int,
    home: Candidate | None = None,
) -> Candidate | None:
    """The town that stands in for an unknown facility or part of a town; null where the words name none.

    `home` is the town that a local report is from: a street that it names without a town lies there. People are taken
    to hospitals elsewhere, so a hospital does not.
    """
    place = places[number]
    part = place.precision == "area" and not place.adjectival
    if place.kind != "facility" and not part:
        return None
    for holder, _comma in inside.get(number, ()):
        town = chosen[holder]
        if town is not None and town.entry.kind == "town" and places[holder].start > place.start:
            return town
    if place.kind != "facility":
        return None
    return _nearest(report, places, chosen, number) or (home if place.facility_kind in _OF_ITS_TOWN else None)


def home_town(
    report: Report, places: Sequence[Place], chosen: Sequence[Candidate | None], words: PlaceWords
) -> Candidate | None:
    """The town of a report's dateline, else the first whose police, sheriff or fire service it names; else null."""
    datelines = [(b.start, b.end) for b in report.blocks if b.kind == "dateline"]
    for place, town in zip(places, chosen, strict=True):
        if town is None or town.entry.kind != "town":
            continue
        if place.field == "text" and any(start <= place.start < end for start, end in datelines):
            return town
    for place, town in zip(places, chosen, strict=True):
        if town is not None and town.entry.kind == "town" and place.adjectival:
            after = report.field_text(place.field)[place.end : place.end + _SERVICE_REACH].lower().replace("'", "")
            if any(" ".join(after.split()[:size]) in words.cues["services"] for size in (1, 2)):
                return town
    return None


def _nearest(
    report: Report, places: Sequence[Place], chosen: Sequence[Candidate | None], number: int
) -> Candidate | None:
    """The town of the nearest mention in the facility's sentence."""
    facility, text = places[number], report.field_text(places[number].field)
    best: tuple[int, Candidate] | None = None
    for other in range(max(0, number - _NEIGHBOURS), min(len(places), number + _NEIGHBOURS)):
        place, candidate = places[other], chosen[other]
        if candidate is None or candidate.entry.kind != "town" or place.field != facility.field or place.adjectival:
            continue
        leads = place.end <= facility.start
        low, high = (place.end, facility.start) if leads else (facility.end, place.start)
        gap, between = high - low, text[max(0, low) : high] if high - low <= _BEFORE else ". "
        if not 0 <= gap <= (_BEFORE if leads else _AFTER) or any(stop in between for stop in (". ", "\n", "; ")):
            continue
        if best is None or gap < best[0]:
            best = gap, candidate
    return best[1] if best else None
