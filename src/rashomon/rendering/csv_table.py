"""A table as CSV: one header line, cells that no spreadsheet runs, line ends as RFC 4180 has them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from rashomon.rendering.plain_text import cell


def csv_bytes(columns: Sequence[str], rows: Iterable[Mapping[str, str | float | None]]) -> bytes:
    """The table in UTF-8; a column that a row lacks is an empty cell."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(row.get(column)) for column in columns])
    return out.getvalue().encode("utf-8")


def tagged_csv_bytes(columns: Sequence[tuple[str, str]], rows: Iterable[Mapping[str, str | float | None]]) -> bytes:
    """The table with a second line of hashtags (HXL); `columns` are pairs of header and tag, rows go by tag."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([header for header, _ in columns])
    writer.writerow([tag for _, tag in columns])
    for row in rows:
        writer.writerow([cell(row.get(tag)) for _, tag in columns])
    return out.getvalue().encode("utf-8")
