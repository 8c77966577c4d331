"""A row of an ACLED table as an event; columns are found by name, in any order."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.comparing.tables.countries import country_code
from rashomon.comparing.tables.their_events import (
    ACLED_KINDS,
    CellError,
    TheirEvent,
    read_count,
    read_date,
    read_degrees,
)
from rashomon.model.compared_table import TheirLine

ACLED_NEEDS = frozenset({"event_date", "event_type", "fatalities"})
#: time_precision: the day; within a week; within a month. geo_precision: the town; near it; a region.
_SLACK_DAYS = {"1": 1, "2": 6, "3": 30}
_RADIUS_KM = {"1": 5.0, "2": 30.0, "3": 120.0}


def acled_event(number: int, row: Mapping[str, str]) -> TheirEvent:
    """The event of a row. Raises CellError where its date, deaths or coordinates cannot be read."""
    day = read_date(row["event_date"], "event_date")
    kind = ACLED_KINDS.get(row["event_type"].strip().lower())
    if kind is None:
        raise CellError(f'has no type of ACLED\'s in event_type: "{row["event_type"][:40]}"')
    precision = row.get("geo_precision", "").strip()
    code = country_code(row.get("iso", ""), row.get("country", ""))
    number_killed = read_count(row["fatalities"], "fatalities")
    return TheirEvent(
        line=TheirLine(
            row=number,
            id=(row.get("event_id_cnty") or row.get("data_id") or "").strip(),
            start=day,
            end=day,
            place=(row.get("location") or row.get("admin1") or "").strip(),
            country=code,
            best=number_killed,
        ),
        slack_days=_SLACK_DAYS.get(row.get("time_precision", "").strip(), 1),
        lat=read_degrees(row.get("latitude", ""), "latitude", 90),
        lon=read_degrees(row.get("longitude", ""), "longitude", 180),
        radius_km=_RADIUS_KM.get(precision, _RADIUS_KM["2"]),
        kinds=frozenset({kind}),
        actors=tuple(
            a for c in ("actor1", "assoc_actor_1", "actor2", "assoc_actor_2") for a in row.get(c, "").split(";") if a
        ),
    )
