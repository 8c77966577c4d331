"""A row of a UCDP GED table as an event; columns are found by name, in any order."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.comparing.tables.countries import country_code
from rashomon.comparing.tables.their_events import CellError, Kind, TheirEvent, read_count, read_date, read_degrees
from rashomon.model.compared_table import TheirLine

GED_NEEDS = frozenset({"date_start", "date_end", "best", "type_of_violence"})
#: where_prec: the place; near it; its district; its province; a part of the country. Beyond it no point is meant.
_RADIUS_KM = {"1": 5.0, "2": 25.0, "3": 50.0, "4": 120.0, "5": 250.0, "": 25.0}
#: State-based and non-state violence are fights and bombardments; one-sided violence is of civilians, with any weapon.
_KINDS: dict[str, frozenset[Kind]] = {
    "1": frozenset({"battle", "remote"}),
    "2": frozenset({"battle", "remote"}),
    "3": frozenset({"civilians", "remote"}),
}


def ged_event(number: int, row: Mapping[str, str]) -> TheirEvent:
    """The event of a row. Raises CellError where its dates, deaths or coordinates cannot be read."""
    start, end = read_date(row["date_start"], "date_start"), read_date(row["date_end"], "date_end")
    if end < start:
        raise CellError("ends before it starts")
    radius = _RADIUS_KM.get(row.get("where_prec", "").strip())
    return TheirEvent(
        line=TheirLine(
            row=number,
            id=row.get("id", "").strip(),
            start=start,
            end=end,
            place=(row.get("where_coordinates") or row.get("adm_1") or "").strip(),
            country=country_code("", row.get("country", "")),
            low=read_count(row.get("low", ""), "low"),
            best=read_count(row["best"], "best"),
            high=read_count(row.get("high", ""), "high"),
        ),
        slack_days=1,
        lat=read_degrees(row.get("latitude", ""), "latitude", 90) if radius else None,
        lon=read_degrees(row.get("longitude", ""), "longitude", 180) if radius else None,
        radius_km=radius,
        kinds=_KINDS.get(row["type_of_violence"].strip(), frozenset()),
        actors=tuple(a for c in ("side_a", "side_b") if (a := row.get(c, "").strip())),
    )
