"""A country as a data set writes it -> its ISO code of two letters."""

from __future__ import annotations

from functools import cache

from rashomon.rendering.country_codes import country_codes
from rashomon.rendering.exports.acled.names import country_name
from rashomon.rendering.exports.ged.places import country


def country_code(code: str, name: str) -> str | None:
    """The two-letter code of an ISO code (two or three letters, or its number) or a name; null where none is known."""
    for text in (code, name):
        key = text.strip().casefold().lstrip("0")
        if key in _known():
            return _known()[key]
    return None


@cache
def _known() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, known in country_codes().items():
        for name in (country(code), country_name(code), known.name, known.iso3, known.iso_number, code):
            found[name.casefold().lstrip("0")] = code
    found.pop("", None)
    return found
