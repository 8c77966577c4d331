"""The lines of `rashomon extract` as one Parquet table, a row a claim, place or issue: what a cluster reads on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from rashomon.rendering.exports.tables.arrow_files import arrow_table, joined_tables, parquet_bytes
from rashomon.rendering.exports.tables.shape import Column, Row, Table

#: Rows that are packed at a time: their cells as Python values take ten times what they take in a table.
_AT_ONCE = 20_000
#: The lists of a line, and what stands in each.
_KINDS = {
    "figures": "figure", "events": "event", "places": "place", "statements": "statement",
    "responsibilities": "responsibility", "relations": "relation", "control": "control", "issues": "issue",
}  # fmt: skip
#: What says which figure, event, statement ... it is: the first of these that a record has.
_TYPES = ("measure", "sub_type", "type", "plover", "verb_class", "answer", "status", "code", "kind")
_SAME = ("field", "start", "end", "value", "low", "high", "qualifier", "unit", "realis", "part_of", "event")

COLUMNS = (
    Column("report", "text", "The id that the line gives its report, or the report's own."),
    Column("line", "count", "The number of the line or row in the input, from 1."),
    Column("kind", "text", "figure, event, statement, responsibility, relation, control, place, issue."),
    Column("position", "count", "Its position in its line's list, from 0: what `part_of` and `event` name."),
    Column("type", "text", "Measure, type of event, class of verb, answer, kind of relation, state, issue's code."),
    Column("field", "text", "title or text: what the offsets count in."),
    Column("start", "count", "Where the passage starts, in code points."),
    Column("end", "count", "Where it ends, exclusive."),
    Column("value", "number", "A figure's number."),
    Column("low", "number", "The least that the words allow."),
    Column("high", "number", "The most; null where open."),
    Column("qualifier", "text", "exact, at_least, more_than, up_to, approx, range, vague, fraction."),
    Column("unit", "text", "person, household, other."),
    Column("part_of", "count", "The position of the figure of which it is a part."),
    Column("event", "count", "The position of the event that a figure is told of."),
    Column("realis", "text", "happened, claimed, denied, feared, planned, background."),
    Column("root", "text", "Who is named as the source; null for the outlet's own voice."),
    Column("root_kind", "text", "monitor, un, aid, government, army, party, ministry, hospital, ..."),
    Column("place", "text", "The place's name; a place's own."),
    Column("country_code", "text", "ISO 3166, two letters."),
    Column("geonames_id", "count", "The id of GeoNames."),
    Column("lat", "number", "Degrees, WGS 84."),
    Column("lon", "number", "Degrees, WGS 84."),
    Column("start_date", "day", "First day that it tells of."),
    Column("end_date", "day", "Last day of it, inclusive."),
    Column("as_of_start", "day", "First day of the state that a figure describes."),
    Column("as_of_end", "day", "Last day of it."),
    Column("record", "text", "The whole of it as JSON, as `extract` prints it."),
)
CLAIM_TABLE = Table(
    "extracted",
    "What `rashomon extract --out FILE.parquet` writes: one claim, place or issue of one report. Names are not masked.",
    COLUMNS,
    lambda _: iter(()),
)


def claims_table(lines: Iterable[bytes]) -> bytes:
    """The Parquet file of the lines that `extract` gives. Raises PartError where pyarrow is missing."""
    # The empty one first: where pyarrow is missing, nothing is read.
    packed, rows = [arrow_table(CLAIM_TABLE, [], "")], list[Row]()
    for number, line in enumerate(lines, start=1):
        rows += _rows(number, msgspec.json.decode(line))
        if len(rows) >= _AT_ONCE:
            packed.append(arrow_table(CLAIM_TABLE, rows, ""))
            rows = []
    return parquet_bytes(joined_tables([*packed, arrow_table(CLAIM_TABLE, rows, "")]))


def _rows(number: int, line: Mapping[str, Any]) -> Iterator[Row]:
    for name, kind in _KINDS.items():
        for position, record in enumerate(line[name]):
            yield {"report": line["id"], "line": number, "kind": kind, "position": position, **_cells(record, kind)}


def _cells(record: Mapping[str, Any], kind: str) -> dict[str, Any]:
    place = record if kind == "place" else record.get("place") or {}
    root, when, as_of = (record.get(name) or {} for name in ("attribution", "when", "as_of"))
    return {
        **{name: record.get(name) for name in _SAME},
        "type": next((record[name] for name in _TYPES if record.get(name)), None),
        "root": root.get("origin"),
        "root_kind": root.get("kind"),
        "place": place.get("name") or place.get("text"),
        **{name: place.get(name) for name in ("country_code", "geonames_id", "lat", "lon")},
        "start_date": _day(when.get("start_date")),
        "end_date": _day(when.get("end_date")),
        "as_of_start": _day(as_of.get("start")),
        "as_of_end": _day(as_of.get("end")),
        "record": msgspec.json.encode(record).decode(),
    }


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text[:10]) if text else None
