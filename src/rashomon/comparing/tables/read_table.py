"""Bytes of a table -> the events of its rows, by whichever of the known shapes its header has."""

from __future__ import annotations

import csv
import io
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rashomon.comparing.tables.acled_rows import ACLED_NEEDS, acled_event
from rashomon.comparing.tables.codes import row_issue
from rashomon.comparing.tables.ged_rows import GED_NEEDS, ged_event
from rashomon.comparing.tables.hxl_rows import HxlColumns, hxl_columns, is_tag_row
from rashomon.comparing.tables.their_events import CellError, TheirEvent
from rashomon.errors import SourceError
from rashomon.model.compared_table import TableFormat
from rashomon.model.issue import Issue
from rashomon.model.outcome import Outcome
from rashomon.reading.decoding import decode_text

#: More rows than a data set of the world has; a table beyond it is cut.
MAX_ROWS = 1_000_000
#: So many rows of one fault are named one by one.
MOST_NAMED = 20
#: HXL's row of tags stands within these first rows.
_TAGS_WITHIN = 25

Rows = list[tuple[int, list[str]]]


class Read:
    """A table as it was read: its shape, the events of its rows, and how many rows count no dead (HXL figures)."""

    def __init__(self, format: TableFormat, events: Iterable[TheirEvent], other_rows: int = 0) -> None:
        self.format = format
        self.events = tuple(events)
        self.other_rows = other_rows


def read_table(name: str, content: bytes) -> Outcome[Read]:
    """The events of a table; rows that cannot be read are issues that name the row.

    Raises SourceError where it is no text, or neither its columns nor a row of tags are known.
    """
    decoded = decode_text(name, content)
    if decoded.value is None:
        raise SourceError(
            f"{name} is no table that can be read: {decoded.issues[0].message}", "Save it as CSV in UTF-8."
        )
    issues = list(decoded.issues)
    rows: Rows = []
    for number, cells in _cells(name, decoded.value, issues):
        rows.append((number, cells))
    if not rows:
        raise SourceError(f"{name} has no rows.", "Give a table with a header and rows.")
    header = [c.strip().lower() for c in rows[0][1]]
    tags = next((i for i, (_, r) in enumerate(rows[:_TAGS_WITHIN]) if is_tag_row(r)), None)
    if set(header) >= ACLED_NEEDS or set(header) >= GED_NEEDS:
        body = [r for i, r in enumerate(rows[1:], start=1) if i != tags]
        found = _by_name(name, header, body, issues)
        return Outcome(found, tuple(_few(issues, name)))
    columns = hxl_columns(rows[tags][1]) if tags is not None else None
    if tags is None or columns is None:
        raise SourceError(
            f"{name} has neither ACLED's nor the GED's columns, nor a row of HXL tags with a date.",
            "ACLED: event_date, event_type, fatalities. GED: date_start, date_end, best, type_of_violence. HXL: a row "
            "of tags like #date, #loc+name, #affected+killed.",
        )
    events = list(_by_tags(name, columns, rows[tags + 1 :], issues))
    dead = [e for e in events if not columns.counts_dead or (e.line.best, e.line.low) != (None, None)]
    return Outcome(Read("hxl", dead, len(events) - len(dead)), tuple(_few(issues, name)))


def _cells(name: str, text: str, issues: list[Issue]) -> Iterator[tuple[int, list[str]]]:
    """The rows with their numbers; empty ones are left out."""
    first = text[:4096].splitlines()[0]
    delimiter = max(",;\t|", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    for number in itertools.count(1):
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            issues.append(row_issue("table_row_broken", name, number, f"cannot be parted into cells: {error}.",
                                    "Mend its quotation marks."))  # fmt: skip
            continue
        if number > MAX_ROWS:
            message = f"{name} has more than {MAX_ROWS:,} rows; the first were compared."
            issues.append(Issue(code="table_rows_cut", severity="loss", report=name, message=message,
                                suggestion="Cut the table to the time and countries of the story."))  # fmt: skip
            return
        if any(c.strip() for c in cells):
            yield number, cells


def _by_name(name: str, header: Sequence[str], rows: Rows, issues: list[Issue]) -> Read:
    is_acled = set(header) >= ACLED_NEEDS
    read = acled_event if is_acled else ged_event
    found: list[TheirEvent] = []
    for number, cells in _whole(name, len(header), rows, issues):
        try:
            found.append(read(number, dict(zip(header, cells, strict=True))))
        except CellError as error:
            issues.append(_unreadable(name, number, error))
    return Read("acled" if is_acled else "ged", found)


def _by_tags(name: str, columns: HxlColumns, rows: Rows, issues: list[Issue]) -> Iterator[TheirEvent]:
    for number, cells in _whole(name, columns.width, rows, issues):
        try:
            yield columns.event(number, cells)
        except CellError as error:
            issues.append(_unreadable(name, number, error))


def _whole(name: str, width: int, rows: Rows, issues: list[Issue]) -> Iterator[tuple[int, list[str]]]:
    for number, cells in rows:
        if len(cells) == width:
            yield number, cells
            continue
        what = f"has {len(cells)} cells where the header has {width}."
        issues.append(row_issue("table_row_broken", name, number, what, "Mend its commas or quotation marks."))


def _unreadable(name: str, number: int, error: CellError) -> Issue:
    return row_issue(
        "table_cell_unreadable", name, number, f"{error}.", "Fill in or mend the cell; dates as 2024-11-29."
    )


def _few(issues: Sequence[Issue], name: str) -> Iterator[Issue]:
    """The first issues of each code, then how many more there are."""
    counts: Counter[str] = Counter()
    for issue in issues:
        counts[issue.code] += 1
        if counts[issue.code] <= MOST_NAMED:
            yield issue
    for code, count in counts.items():
        if count > MOST_NAMED:
            message = f"{count - MOST_NAMED} more rows of {name} were left out for the same reason ({code})."
            yield Issue(code="table_issues_more", severity="loss", report=name, message=message,
                        suggestion="Mend the first ones and compare again.")  # fmt: skip
