"""The record's events as they are held against a data set: with exports' own deaths, places and merging."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.comparing.tables.their_events import ACLED_KINDS, Kind
from rashomon.model.compared_table import Counted, NotCompared, OurCount, OurLine, TableFormat
from rashomon.model.dossier import Dossier
from rashomon.model.happening import Event
from rashomon.rendering.exports.acled.choosing import merged
from rashomon.rendering.exports.acled.choosing import why_left_out as why_not_acled
from rashomon.rendering.exports.counts import Count, Counts, counts_of, taken_by
from rashomon.rendering.exports.dating import dated_by_tolls
from rashomon.rendering.exports.ged.rows import why_left_out as why_not_ged
from rashomon.rendering.exports.tallies import Tally, tallies_of
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.shareable import spot_of

#: How far from its point a place may lie: a city is wide, "near" it is its district, a region has only a middle.
_RADIUS_KM = {"exact": 10.0, "near": 30.0, "area": 30.0, "admin2": 40.0, "admin1": 100.0, "region": 250.0}
#: Whose point may lie farther away than this is told of a whole part of a country.
WIDE_KM = 150.0


@dataclass(frozen=True, slots=True)
class OurEvent:
    """An event as it is matched. `lethal`: an origin counts its dead, so that a set of lethal events should have it."""

    line: OurLine
    lat: float | None
    lon: float | None
    radius_km: float | None
    kind: Kind | None
    actors: tuple[str, ...]

    @property
    def lethal(self) -> bool:
        """Whether an origin of no party counts anybody dead."""
        return any(c.number > 0 and not c.party for c in self.line.counts)

    @property
    def wide(self) -> bool:
        """Whether it is told of a country or a part of one, and no data set's row by itself."""
        return self.radius_km is None or self.radius_km > WIDE_KM


def our_events(dossiers: Iterable[Dossier], format: TableFormat) -> tuple[list[OurEvent], list[NotCompared]]:
    """The events that a data set of this shape could have, and how many others there are, by reason.

    Against ACLED, tactics of one day, place and set of actors are one event, as ACLED codes them.
    """
    found: list[OurEvent] = []
    reasons: Counter[str] = Counter()
    for told in dossiers:
        dossier, _ = dated_by_tolls(told)
        lookup = Lookup(dossier)
        why = {e.id: _why_not(e, dossier, format) for e in dossier.events}
        reasons.update(reason for reason in why.values() if reason)
        groups = merged(dossier) if format == "acled" else [[e] for e in dossier.events if why[e.id] is None]
        written: set[str] = set()
        for group in groups:
            counts = counts_of(group, lookup, taken_by(written, lookup))
            found.append(_our_event(group, counts, lookup))
            written |= {c.figure.id for c in counts.standing}
    others = [NotCompared(whose="ours", count=n, reason=r) for r, n in sorted(reasons.items())]
    return found, others


def _why_not(event: Event, dossier: Dossier, format: TableFormat) -> str | None:
    if format == "acled":
        return why_not_acled(event)
    if format == "ged":
        return why_not_ged(event, dossier)
    if event.background or event.realis not in ("happened", "claimed") or event.aux_modes:
        return "It is told as background, or not as done."
    if event.type is None:
        return "It is no violence, protest or disaster."
    if event.start_date is None:
        return "No report dates it."
    return "No report says where it was." if event.place is None else None


def _our_event(group: Sequence[Event], counts: Counts, lookup: Lookup) -> OurEvent:
    event = group[0]
    spot = spot_of(event.place, lookup.dossier) if event.place else None
    start = event.start_date
    if start is None or spot is None:
        raise ValueError("only dated and placed events are compared")
    tallies = [_standing(t) for t in tallies_of(counts.standing, _number)]
    replaced = [
        OurCount(number=n, high=n, voice=c.voice, counted=_counted(c.people), replaced=True)
        for c in counts.replaced
        if (n := _number(c)) is not None
    ]
    kind: Kind | None = "disaster" if (event.type or "").startswith("disaster:") else ACLED_KINDS.get(
        (event.type or "").lower()
    )  # fmt: skip
    return OurEvent(
        line=OurLine(
            story=lookup.dossier.story,
            event=event.id,
            about=event.sub_type or (event.type or "event").removeprefix("disaster:"),
            start=start,
            end=max(e.end_date or start for e in group),
            place=spot.name,
            country=spot.country_code,
            counts=(*tallies, *replaced),
        ),
        lat=spot.lat,
        lon=spot.lon,
        radius_km=_RADIUS_KM.get(spot.precision) if spot.lat is not None else None,
        kind=kind,
        actors=tuple(
            dict.fromkeys(n for e in group for n in (*(a.name for a in (*e.actors, *e.recipients)), *e.accused))
        ),
    )


def _number(count: Count) -> int | None:
    figure = count.figure
    value = figure.low if figure.low is not None else figure.value
    return None if value is None or figure.qualifier in ("vague", "up_to") else int(value)


def _standing(tally: Tally) -> OurCount:
    tops = [c.figure.high for c in tally.counts]
    high = int(sum(t for t in tops if t is not None)) if None not in tops else None
    return OurCount(
        number=tally.number, high=high, voice=tally.voice, counted=_counted(tally.people), party=tally.interested
    )


def _counted(people: str) -> Counted:
    kinds: dict[str, Counted] = {"civilians": "civilians", "fighters": "fighters"}
    return kinds.get(people, "everybody")
