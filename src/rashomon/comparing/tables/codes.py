"""The issue codes of tables that are compared, each with its meaning in one line."""

from __future__ import annotations

from rashomon.model.issue import Issue

CODES: dict[str, str] = {
    "table_row_broken": "A row of a table has more or fewer cells than the header, or cannot be parted into cells.",
    "table_cell_unreadable": "A cell of a table holds no date or number that can be read; its row was left out.",
    "table_rows_cut": "A table has more rows than the limit; the first ones were compared.",
    "table_issues_more": "More rows of a table have the same fault; they were left out as well.",
}


def row_issue(code: str, table: str, row: int, what: str, suggestion: str) -> Issue:
    """An issue of one row, which its message names as a spreadsheet counts it."""
    return Issue(
        code=code, severity="loss", report=table, message=f"Row {row} of {table} {what}", suggestion=suggestion
    )
