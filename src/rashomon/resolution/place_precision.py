"""Precision codes of conflict data sets, from a place's precision."""

from __future__ import annotations

from rashomon.model.place import PlacePrecision

#: 1 the named town, 2 near a town or a small area, 3 a larger region (ACLED).
_ACLED: dict[PlacePrecision, int] = {
    "exact": 1, "near": 2, "area": 2, "admin2": 3, "admin1": 3, "region": 3, "country": 3, "unresolved": 3,
}  # fmt: skip
#: 1 exact, 2 a limited area around, 3 second-level area, 4 first-level area, 5 part of a region, 6 country (UCDP GED;
#: 5 and 6 are best knowledge, not read from the codebook).
_GED: dict[PlacePrecision, int] = {
    "exact": 1, "near": 2, "area": 2, "admin2": 3, "admin1": 4, "region": 5, "country": 6, "unresolved": 6,
}  # fmt: skip


def acled_geo_precision(precision: PlacePrecision) -> int:
    """ACLED's geo_precision, 1 to 3."""
    return _ACLED[precision]


def ged_where_prec(precision: PlacePrecision) -> int:
    """UCDP GED's where_prec, 1 to 6."""
    return _GED[precision]
