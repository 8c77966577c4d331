"""Where an event was, as the GED codes it: precision, PRIO-GRID cell, country and region."""

from __future__ import annotations

import math
from functools import cache

from rashomon.adapters.package_data import read_data
from rashomon.rendering.country_codes import country_codes
from rashomon.rendering.shareable import Spot

#: How exactly the record places an event, as the GED's where_prec (rules of the field, "UCDP GED").
WHERE_PREC = {"exact": 1, "near": 2, "area": 2, "admin2": 3, "admin1": 4, "region": 5, "country": 6}
#: A cell is half a degree wide: what is known to a district is told by it, what is known to a province is not.
_IN_A_CELL = 3
_REGIONS = (
    (("Africa",), "Africa"),
    (("America", "Caribbean"), "Americas"),
    (("Middle East",), "Middle East"),
    (("Europe",), "Europe"),
    (("Asia", "Oceania"), "Asia"),
)


def where_prec(spot: Spot) -> int | None:
    """1 the exact place, 2 near it, 3 its district, 4 its province, 5 a part of the country, 6 the country."""
    return WHERE_PREC.get(spot.precision) or (6 if spot.country_code else None)


def priogrid_gid(lat: float, lon: float) -> int:
    """The PRIO-GRID cell of a point in degrees.

    Cells are half a degree wide and numbered from 1 at 90 S, 180 W, eastward, then northward, 720 to a row.
    """
    row = min(max(math.floor((lat + 90) * 2), 0), 359)
    column = min(max(math.floor((lon + 180) * 2), 0), 719)
    return row * 720 + column + 1


def place_cells(spot: Spot) -> dict[str, str]:
    """The GED's columns of a place as it may be shown."""
    prec = where_prec(spot)
    cells = {
        "where_prec": str(prec or ""),
        "where_coordinates": spot.name,
        "adm_1": spot.admin1 or "",
        "country": country(spot.country_code or ""),
        "region": region(spot.country_code or ""),
    }
    if spot.lat is None or spot.lon is None:
        return cells
    cells |= {
        "latitude": f"{spot.lat:.4f}",
        "longitude": f"{spot.lon:.4f}",
        "geom_wkt": f"POINT ({spot.lon:.4f} {spot.lat:.4f})",
    }
    if prec is not None and prec <= _IN_A_CELL:
        cells["priogrid_gid"] = str(priogrid_gid(spot.lat, spot.lon))
    return cells


def country(code: str) -> str:
    """A country as the UCDP writes it."""
    known = country_codes().get(code)
    return _own().get(code, ("", ""))[0] or (known.name if known else "")


def region(code: str) -> str:
    """The UCDP's region of a country."""
    known = country_codes().get(code)
    by_name = next((r for words, r in _REGIONS if known and any(w in known.region for w in words)), "")
    return _own().get(code, ("", ""))[1] or by_name


@cache
def _own() -> dict[str, tuple[str, str]]:
    lines = read_data("ged_countries.tsv").decode("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {row[0]: (row[1], row[2]) for row in rows}
