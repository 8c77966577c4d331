"""What a typed table is: columns with a kind and a meaning, and the rows that a dossier gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from rashomon.rendering.lookup import Lookup

#: text: UTF-8; number: 64-bit float; count: 64-bit integer; flag: true or false; day: a date; texts: a list of text.
Kind = Literal["text", "number", "count", "flag", "day", "texts"]
Value = str | float | int | bool | dt.date | Sequence[str] | None
Row = Mapping[str, Value]


class Column(NamedTuple):
    """A column's name, kind and meaning; every column but `story` and `id` may be null."""

    name: str
    kind: Kind
    about: str


class Table(NamedTuple):
    """A table's name, what a row of it is, its columns, and its rows of one dossier in a stable order."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: Callable[[Lookup], Iterator[Row]]


#: What every table opens with.
STORY = Column("story", "text", "The story's id.")
#: Where something was, as far as it may be shown.
PLACE = (
    Column("place", "text", "The place's name; a sensitive facility stands at its town."),
    Column("place_kind", "text", "country, region, admin1, admin2, town, facility, water, other; null at its town."),
    Column("place_precision", "text", "exact, near, area, admin2, admin1, region, country, unresolved."),
    Column("place_role", "text", "at, from, to."),
    Column(
        "place_how",
        "text",
        "Where the place is from: the claim's clause or sentence, a neighbour, the dateline, the event.",
    ),
    Column("country_code", "text", "ISO 3166, two letters."),
    Column("admin1", "text", "The first-level area."),
    Column("geonames_id", "count", "The id of GeoNames."),
    Column("lat", "number", "Degrees, WGS 84."),
    Column("lon", "number", "Degrees, WGS 84."),
)
