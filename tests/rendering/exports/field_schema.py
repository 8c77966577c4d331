"""Checks of ACLED and GED tables against their codebooks' lists: no package on PyPI checks either.

`field_vocabularies.json` holds the lists; its `source` says where they are from.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

LISTS = json.loads((Path(__file__).parent / "field_vocabularies.json").read_text(encoding="utf-8"))
_DEATHS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")


def table(content: bytes) -> tuple[list[str], list[dict[str, str]]]:
    """The header and the rows of a CSV file."""
    reader = csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))
    rows = list(reader)
    return list(reader.fieldnames or ()), rows


def acled_faults(content: bytes) -> list[str]:
    """What is wrong with an ACLED table, each fault in a line."""
    header, rows = table(content)
    faults = [] if header == LISTS["acled"]["columns"] else [f"columns: {header}"]
    ids = [r["event_id_cnty"] for r in rows]
    faults += [f"{i}: more than once" for i in sorted({i for i in ids if ids.count(i) > 1})]
    return faults + [f"{r['event_id_cnty']}: {fault}" for r in rows for fault in _acled_row(r)]


def ged_faults(content: bytes) -> list[str]:
    """What is wrong with a GED table, each fault in a line."""
    header, rows = table(content)
    faults = [] if header == LISTS["ged"]["columns"] else [f"columns: {header}"]
    return faults + [f"{r['id']}: {fault}" for r in rows for fault in _ged_row(r)]


def _acled_row(row: dict[str, str]) -> Iterator[str]:
    types = dict(LISTS["acled"]["hierarchy"])
    classes = set(LISTS["acled"]["inter"].values())
    if row["sub_event_type"] not in types.get(row["event_type"], ()):
        yield f"type {row['event_type']} / {row['sub_event_type']}"
    if dt.date.fromisoformat(row["event_date"]).year != int(row["year"]):
        yield "year"
    if row["time_precision"] not in ("1", "2", "3") or row["geo_precision"] not in ("", "1", "2", "3"):
        yield "precision"
    if not {row["inter1"], row["inter2"]} <= classes | {""}:
        yield f"inter {row['inter1']} / {row['inter2']}"
    both = {row["inter1"], row["inter2"]} - {""}
    told = {row["interaction"].removesuffix(" only")} if " only" in row["interaction"] else _parts(row["interaction"])
    if told != both:
        yield f"interaction {row['interaction']}"
    if bool(row["actor2"]) != bool(row["inter2"]) or not re.fullmatch(r"\d+", row["fatalities"]):
        yield "actor2 or fatalities"
    if row["latitude"] and not re.fullmatch(r"-?\d+\.\d{4}", row["latitude"]):
        yield f"latitude {row['latitude']}"
    if row["civilian_targeting"] not in ("", "Civilian targeting"):
        yield "civilian_targeting"


def _ged_row(row: dict[str, str]) -> Iterator[str]:
    low, best, high = int(row["low"]), int(row["best"]), int(row["high"])
    if best != sum(int(row[c]) for c in _DEATHS) or not low <= best <= high:
        yield f"low {low}, best {best}, high {high}"
    if row["type_of_violence"] not in ("", "1", "2", "3") or row["event_clarity"] not in ("1", "2"):
        yield "type_of_violence or event_clarity"
    if row["date_prec"] not in "12345" or row["where_prec"] not in "1234567":
        yield "precision"
    if not row["date_start"] <= row["date_end"] or row["date_start"][:4] != row["year"]:
        yield "dates"
    ids = [c for c in row if c.endswith(("_dset_id", "_new_id")) or c in ("country_id", "gwnoa", "gwnob")]
    if any(row[c] for c in ids):
        yield "an id that is UCDP's to give"
    if row["type_of_violence"] == "3" and row["side_b"] != "Civilians":
        yield "side_b of one-sided violence"
    if int(row["number_of_sources"]) < 1:
        yield "number_of_sources"


def _parts(interaction: str) -> set[str]:
    return set(interaction.split("-")) - {""}
