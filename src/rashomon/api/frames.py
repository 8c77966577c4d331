"""Rows as data frames, and as the small tables that a notebook shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from rashomon.errors import PartError
from rashomon.rendering.plain_text import clean

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]
#: Rows that a notebook's table shows at most.
_SHOWN = 20


def frame_of(rows: Iterable[Row], columns: Sequence[str]) -> pd.DataFrame:
    """The rows as a data frame with these columns, in this order, also where there are no rows.

    Raises PartError where pandas is not installed.
    """
    try:
        import pandas as pd
    except ModuleNotFoundError as error:
        raise PartError("Data frames need pandas.", "Install it: pip install 'rashomon[notebook]'.") from error
    return pd.DataFrame([dict(r) for r in rows], columns=list(columns))


def table_of(title: str, rows: Sequence[Row], columns: Sequence[str]) -> str:
    """The first rows as an HTML table; every cell is escaped."""
    head = Markup("").join(Markup("<th>{}</th>").format(c) for c in columns)
    body = Markup("").join(
        Markup("<tr>{}</tr>").format(Markup("").join(Markup("<td>{}</td>").format(_cell(r.get(c))) for c in columns))
        for r in rows[:_SHOWN]
    )
    more = f" (the first {_SHOWN})" if len(rows) > _SHOWN else ""
    return str(
        Markup("<p><b>{}</b>{}</p><table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(
            title, more, head, body
        )
    )


def _cell(value: Any) -> str:
    text = "" if value is None else clean(str(value))
    return escape(text if len(text) <= 120 else text[:119] + "…")
