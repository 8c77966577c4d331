"""ACLED's 31 columns, a row for each happening of one day, place and pair of actors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from rashomon.model.exported import ExportOptions, Loss
from rashomon.model.happening import Event
from rashomon.rendering.country_codes import country_codes
from rashomon.rendering.exports.acled import rules
from rashomon.rendering.exports.acled.actors import VIOLENT, actor_cells
from rashomon.rendering.exports.acled.choosing import TIME_PRECISION
from rashomon.rendering.exports.acled.deaths import Deaths
from rashomon.rendering.exports.acled.names import Where, country_name
from rashomon.rendering.exports.acled.notes import days_note, notes, sources
from rashomon.rendering.lookup import MASK, Lookup
from rashomon.rendering.shareable import Spot, spot_of

COLUMNS = (
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
)
GEO_PRECISION = {"exact": "1", "near": "2", "area": "2", "admin2": "3", "admin1": "3", "region": "3"}

Row = dict[str, str | float | None]


def rows_of(group: Sequence[Event], deaths: Deaths, lookup: Lookup, options: ExportOptions) -> Iterator[Row]:
    """The row of a group of events, or one for each of its days where the options split them.

    Of a number for several days each gets its share and the first the remainder (ACLED's codebook); notes say so.
    """
    days = _days(group[0]) if options.split_days else []
    if len(days) < 2:
        yield _row(group, group[0].start_date, deaths, days_note(group[0]), lookup)
        return
    share, rest = divmod(deaths.number, len(days))
    for number, day in enumerate(days):
        part = Deaths(share + (rest if number == 0 else 0), deaths.note, figures=deaths.figures, neutral=deaths.neutral)
        split = f"Day {number + 1} of {len(days)} of one event as reported; its deaths are divided over its days."
        row = _row(group, day, part, split, lookup)
        # On which days of a period there was violence is not told: a day of it is exact to the week only.
        yield row | {
            "event_id_cnty": f"{group[0].id}-{number + 1}",
            "time_precision": "1" if group[0].precision == "day" else "2",
        }


def simplified(group: Sequence[Event], deaths: Deaths, lookup: Lookup, options: ExportOptions) -> Iterator[Loss]:
    """What the row of a group says less than the record."""
    story = lookup.dossier.story
    for event in group[1:]:
        reason = "Merged into the event of higher rank at the same place and day."
        yield Loss(story=story, record=event.id, kind="event", what="left out", reason=reason)
    if deaths.simplified:
        yield Loss(story=story, record=group[0].id, kind="event", what="simplified", reason=deaths.simplified)
    if any(e.accused for e in group) and not group[0].actors:
        reason = "Who did it is only alleged: the actor is unidentified, the accusations stand in notes."
        yield Loss(story=story, record=group[0].id, kind="event", what="simplified", reason=reason)
    if len(_days(group[0])) > 1 and not options.split_days:
        reason = "An event of several days is one row, dated on its first day."
        yield Loss(story=story, record=group[0].id, kind="event", what="simplified", reason=reason)


def _days(event: Event) -> list[dt.date]:
    """The days of an event that the record gives days for; no more than a week of them are days of activity."""
    start, end = event.start_date, event.end_date or event.start_date
    if start is None or end is None or not 0 < (end - start).days <= 7 or event.precision not in ("day", "period"):
        return [start] if start else []
    return [start + dt.timedelta(days=n) for n in range((end - start).days + 1)]


def _row(group: Sequence[Event], day: dt.date | None, deaths: Deaths, split: str, lookup: Lookup) -> Row:
    event = group[0]
    spot = spot_of(event.place, lookup.dossier) if event.place else None
    code = (spot.country_code or "") if spot else ""
    country = country_codes().get(code)
    where = Where(code, country_name(code), day, event.type in VIOLENT)
    return {
        "event_id_cnty": event.id,
        "event_date": str(day),
        "year": str(day.year) if day else "",
        "time_precision": _time_precision(event),
        "disorder_type": rules.disorder_type(event),
        "event_type": event.type,
        "sub_event_type": event.sub_type,
        **actor_cells(event, where),
        "iso": country.iso_number if country else "",
        "region": country.region if country else "",
        "country": where.country,
        **_place(spot),
        "source": sources(group, deaths.figures, lookup),
        "notes": notes(group, deaths, split, lookup),
        "fatalities": deaths.number,
    }


def _time_precision(event: Event) -> str:
    if event.start_date and event.end_date and (event.end_date - event.start_date).days > 7:
        return "3"
    return str(TIME_PRECISION[event.precision])


def _place(spot: Spot | None) -> Row:
    if spot is None:
        return {}
    return {
        "admin1": spot.admin1,
        "location": spot.admin1 if MASK in spot.name else spot.name,
        "latitude": "" if spot.lat is None else f"{spot.lat:.4f}",
        "longitude": "" if spot.lon is None else f"{spot.lon:.4f}",
        "geo_precision": GEO_PRECISION.get(spot.precision, ""),
    }
