"""Country codes for the exports: ISO number, English name and ACLED region by two-letter code."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from rashomon.adapters.package_data import read_data


class CountryCodes(NamedTuple):
    """One country's codes and names."""

    iso3: str
    iso_number: str
    name: str
    region: str


@cache
def country_codes() -> dict[str, CountryCodes]:
    """All countries by their ISO 3166 two-letter code."""
    lines = read_data("country_codes.tsv").decode("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {row[0]: CountryCodes(*row[1:5]) for row in rows}
